"""The resume code: what it restores, what it refuses and where it says the error is. Every walk: test_random_doctor."""

import random
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pytest

from navigator.consultation.code_symbols import LETTERS
from navigator.consultation.patient import Refused, patient_from
from navigator.consultation.resume import code_of, resumed
from navigator.consultation.steps import Answered, Chosen, Draft, Moment, Trial, Walk
from navigator.guideline.model import Outcome
from navigator.language import Language
from tests.builders import shipped

CONTENT = shipped()
WOMAN = patient_from(
    CONTENT,
    ("age=72", "sex=female", "weight=61.5", "creatinine=128", "diabetes=yes", "taking=tramadol,ssri,none"),
)
GABAPENTIN = Trial("diffuse.first-line", "gabapentin", Decimal(300), Decimal(2), Outcome.NO_RELIEF)
MOMENT = Moment(
    Walk((Chosen("diffuse"), GABAPENTIN, Answered("diffuse.first-line", "skip")), Draft("duloxetine", Decimal(30))),
    WOMAN,
    "sfetd-2020",
    {"dn4.burning": True, "dn4.numbness": False, "red-flags.cauda-equina": False},
)
CODE = code_of(CONTENT, MOMENT)


def refused(code: str) -> str:
    with pytest.raises(Refused) as caught:
        resumed(CONTENT, code)
    return caught.value.sentence.in_(Language.FR)


def test_a_consultation_comes_back_whole() -> None:
    found = resumed(CONTENT, CODE)
    assert found.moment == MOMENT
    assert found.version == CONTENT.version
    assert found.unknown == ()


def test_it_is_short_enough_to_be_pasted_in_one_line() -> None:
    assert len(CODE) <= 80
    assert len(code_of(CONTENT, Moment(reading=CONTENT.reading))) <= 16


def test_case_spaces_and_look_alikes_do_not_matter() -> None:
    typed = CODE.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert resumed(CONTENT, f"  {typed}\n").moment == MOMENT


def test_no_wrong_character_is_accepted_and_most_are_found() -> None:
    plain = CODE.replace("-", "")
    found = total = 0
    for place, letter in enumerate(plain):
        for other in LETTERS.replace(letter, ""):
            said = refused(plain[:place] + other + plain[place + 1 :])
            found += f"groupe {place // 4 + 1}" in said
            total += 1
    assert found > total * 0.9


def test_no_two_swapped_characters_are_accepted_and_neighbours_are_found() -> None:
    plain = CODE.replace("-", "")
    for one, two in combinations(range(len(plain)), 2):
        letters = list(plain)
        letters[one], letters[two] = letters[two], letters[one]
        if letters != list(plain):
            said = refused("".join(letters))
            if two == one + 1 and one % 31 != 30:
                assert f"groupe {one // 4 + 1}" in said or f"groupe {two // 4 + 1}" in said


def test_a_lost_or_added_character_is_refused() -> None:
    plain = CODE.replace("-", "")
    for place in range(len(plain)):
        refused(plain[:place] + plain[place + 1 :])
        refused(plain[:place] + "7" + plain[place:])


def test_noise_is_refused_in_words() -> None:
    dice = random.Random(7)
    for length in (1, 2, 3, 8, 31, 33, 34, 60):
        for _turn in range(40):
            refused("".join(dice.choice(LETTERS) for _ in range(length)))
    assert "« Ü »" in refused("3F7K-0Ü2Q")
    assert "recopiez" in refused("  ")


def test_a_code_of_older_content_is_read_and_what_is_gone_is_told() -> None:
    later = replace(
        CONTENT,
        version="2027.05",
        treatments={i: t for i, t in CONTENT.treatments.items() if i != "gabapentin"},
        factors={i: f for i, f in CONTENT.factors.items() if i != "diabetes"},
    )
    found = resumed(later, CODE)
    assert found.version == CONTENT.version
    assert set(found.unknown) == {"gabapentin", "diabetes"}
    assert found.moment.walk.steps == (Chosen("diffuse"), Answered("diffuse.first-line", "skip"))
    assert "diabetes" not in found.moment.patient.answers
    assert found.moment.patient.answers["age"] == 72


def test_a_value_that_is_no_longer_taken_is_told() -> None:
    age = CONTENT.factors["age"]
    later = replace(CONTENT, factors={**CONTENT.factors, "age": replace(age, maximum=Decimal(70))})
    found = resumed(later, CODE)
    assert found.unknown == ("age",)
    assert "age" not in found.moment.patient.answers


def test_a_code_of_later_content_is_refused_with_the_reason() -> None:
    codes = {kind: ids[: len(ids) // 2] for kind, ids in CONTENT.codes.items()}
    with pytest.raises(Refused) as caught:
        resumed(replace(CONTENT, codes=codes), CODE)
    assert "plus récente" in caught.value.sentence.in_(Language.FR)


def test_it_carries_nothing_but_numbers() -> None:
    assert set(CODE) <= {*LETTERS, "-"}
