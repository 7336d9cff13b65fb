"""Conditions: read once with a precise word for every mistake, evaluated in three values."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.guideline.conditions import ConditionError, Truth, Value, parse_condition
from navigator.guideline.model import Choice, Factor, FactorKind
from navigator.language import Language, Text
from navigator.problems import Place


def factor(id_: str, kind: FactorKind, choices: tuple[str, ...] = (), ordered: bool = False) -> Factor:
    text = Text("", "")
    made = tuple(Choice(choice, text) for choice in choices)
    return Factor(id_, kind, text, "", Place("factors.yaml"), choices=made, ordered=ordered)


FACTORS = {
    made.id: made
    for made in (
        factor("crcl", FactorKind.NUMBER),
        factor("age", FactorKind.NUMBER),
        factor("dialysis", FactorKind.YES_NO),
        factor("maoi", FactorKind.TAKING),
        factor("hepatic", FactorKind.CHOICE, ("none", "mild", "moderate", "severe"), ordered=True),
        factor("driver", FactorKind.CHOICE, ("none", "private", "professional")),
        factor("stage", FactorKind.CHOICE, ("first-line", "second-line")),
    )
}


def truth(text: str, **facts: Value) -> Truth:
    return parse_condition(text, FACTORS).holds(facts)


def error(text: str) -> tuple[int, str]:
    with pytest.raises(ConditionError) as caught:
        parse_condition(text, FACTORS)
    return caught.value.column, caught.value.sentence.in_(Language.FR)


@pytest.mark.parametrize(
    ("text", "facts", "expected"),
    [
        ("crcl < 30", {"crcl": Decimal("29.5")}, True),
        ("crcl < 30", {"crcl": Decimal(30)}, False),
        ("crcl <= 30", {"crcl": Decimal(30)}, True),
        ("crcl != 30", {"crcl": Decimal(30)}, False),
        ("crcl < 7.5", {"crcl": Decimal("7.49")}, True),
        ("dialysis", {"dialysis": True}, True),
        ("not dialysis", {"dialysis": True}, False),
        ("hepatic >= mild", {"hepatic": "severe"}, True),
        ("hepatic >= mild", {"hepatic": "none"}, False),
        ("hepatic in (mild, moderate)", {"hepatic": "severe"}, False),
        ("driver == professional", {"driver": "professional"}, True),
        ("stage == 'first-line'", {"stage": "first-line"}, True),
        ("age >= 65 and (maoi or dialysis)", {"age": Decimal(70), "maoi": False, "dialysis": True}, True),
    ],
)
def test_a_condition_says_yes_or_no_where_the_facts_are_known(
    text: str, facts: dict[str, Value], expected: bool
) -> None:
    assert truth(text, **facts) is expected


@pytest.mark.parametrize("text", ["crcl < 30", "dialysis", "hepatic >= mild", "driver in (none, private)", "not maoi"])
def test_an_absent_fact_leaves_a_condition_open(text: str) -> None:
    assert truth(text) is None


TRUTHS = st.sampled_from((True, False, None))


def given_facts(**truths: Truth) -> dict[str, Value]:
    return {name: value for name, value in truths.items() if value is not None}


@given(one=TRUTHS, two=TRUTHS)
def test_and_or_and_not_follow_the_tables_of_kleene(one: Truth, two: Truth) -> None:
    rank = {False: 0, None: 1, True: 2}
    facts = given_facts(dialysis=one, maoi=two)
    assert truth("dialysis and maoi", **facts) is min((one, two), key=rank.__getitem__)
    assert truth("dialysis or maoi", **facts) is max((one, two), key=rank.__getitem__)
    assert truth("not dialysis", **facts) is (None if one is None else not one)


CONDITIONS = st.recursive(
    st.sampled_from(("dialysis", "maoi", "crcl < 30", "age >= 65", "hepatic >= moderate", "driver in (none, private)")),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(("and", "or")), inner).map(lambda parts: f"({' '.join(parts)})"),
        inner.map(lambda part: f"not ({part})"),
    ),
    max_leaves=6,
)
FACTS: dict[str, st.SearchStrategy[Value]] = {
    "dialysis": st.booleans(),
    "maoi": st.booleans(),
    "crcl": st.sampled_from((Decimal("29.5"), Decimal(30))),
    "age": st.sampled_from((Decimal(64), Decimal(65))),
    "hepatic": st.sampled_from(("none", "moderate")),
    "driver": st.sampled_from(("none", "professional")),
}


@given(text=CONDITIONS, facts=st.fixed_dictionaries({}, optional=FACTS), more=st.fixed_dictionaries(FACTS))
def test_what_is_certain_stays_so_when_more_becomes_known(
    text: str, facts: dict[str, Value], more: dict[str, Value]
) -> None:
    condition = parse_condition(text, FACTORS)
    before, after = condition.holds(facts), condition.holds({**more, **facts})
    assert after is not None
    assert before in (None, after)


def test_a_condition_names_its_facts_and_the_values_it_compares_with() -> None:
    condition = parse_condition("crcl < 30 and not dialysis or hepatic in (mild, severe) and crcl >= 7.5", FACTORS)
    assert condition.facts_used == {"crcl", "dialysis", "hepatic"}
    assert condition.mentioned["crcl"] == {Decimal(30), Decimal("7.5")}
    assert condition.mentioned["hepatic"] == {"mild", "severe"}
    assert condition.mentioned["dialysis"] == frozenset()


def test_a_condition_is_shown_as_its_author_wrote_it() -> None:
    assert str(parse_condition("  crcl<30   and dialysis", FACTORS)) == "  crcl<30   and dialysis"


def test_a_fact_of_the_wrong_kind_is_an_error_of_the_program() -> None:
    with pytest.raises(TypeError):
        truth("dialysis", dialysis="no")
    with pytest.raises(TypeError):
        truth("crcl < 30", crcl="low")


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("crcl < 30 and dialisis", 15, "vouliez-vous dire « dialysis »"),
        ("  dialisis", 3, "vouliez-vous dire « dialysis »"),
        ("hepatic == moderat", 12, "vouliez-vous dire « moderate »"),
        ("hepatic in (mild, sever)", 19, "vouliez-vous dire « severe »"),
        ("crcl", 1, "« crcl » est un nombre"),
        ("hepatic", 1, "« hepatic » est un choix"),
        ("dialysis == yes", 13, "oui ou non"),
        ("driver >= private", 11, "n’ont pas d’ordre"),
        ("crcl = 30", 6, "« == »"),
        ("crcl ≥ 30", 6, "« >= »"),
        ("crcl < 30 && dialysis", 11, "« and »"),
        ("crcl < 30 et dialysis", 11, "« and »"),
        ("crcl < 29,5", 1, "seuls les facteurs"),
        ("crcl < 30mL", 8, "30 ou 7.5"),
        ("crcl < -3", 8, "écrit avec un point"),
        ("30 <= crcl < 60", 1, "nommé en premier"),
        ("stage == first-line", 10, "'first-line'"),
        ("hepatic in mild", 12, "une liste"),
        ("(crcl < 30", 1, "ne se lit pas"),
        ("", 1, "vide"),
        ("print(crcl)", 1, "seuls les facteurs"),
        ("crcl < 30 if dialysis", 1, "ne se lit pas"),
        ("(" * 21 + "dialysis" + ")" * 21, 21, "parenthèses"),
        ("dialysis or " * 60 + "maoi", 1, "500"),
        ("crcl < 30\u202e", 10, "n’a pas de place"),
    ],
)
def test_a_mistake_is_told_at_its_column_with_what_to_write(text: str, column: int, said: str) -> None:
    found, sentence = error(text)
    assert said in sentence
    assert found == column


@given(st.text(alphabet="crl<>=!()'\"-,. 0123456789andornotihepc\n\\#@lambdaif:é", max_size=60))
def test_whatever_is_written_gives_a_condition_or_a_sentence(text: str) -> None:
    try:
        parse_condition(text, FACTORS)
    except ConditionError:
        column, sentence = error(text)
        assert 1 <= column <= len(text) + 1
        assert sentence


def test_a_comparison_without_its_number_is_told() -> None:
    assert "ne se lit pas" in error("crcl <")[1]
