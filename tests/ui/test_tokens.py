import pytest

from navigator.pages.scene import Mark
from navigator.ui import icons, tokens
from navigator.ui.marks import MARKS


@pytest.mark.parametrize("mode", tokens.MODES)
@pytest.mark.parametrize(("ink", "ground", "needs"), tokens.PAIRS)
def test_every_pair_has_the_contrast_it_needs(mode: str, ink: str, ground: str, needs: float) -> None:
    colours = tokens.MODES[mode]
    assert tokens.contrast(colours[ink], colours[ground]) >= tokens.needed(mode, needs)


def test_contrast_is_that_of_the_standard() -> None:
    assert tokens.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert tokens.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_every_mode_knows_the_same_tokens() -> None:
    assert {frozenset(colours) for colours in tokens.MODES.values()} == {frozenset(tokens.LIGHT)}
    assert set(tokens.FOCUS) == set(tokens.MODES)


def test_more_contrast_is_black_on_white_with_every_outline_drawn() -> None:
    colours = tokens.CONTRAST
    assert (colours["text"], colours["bg"], colours["surface"]) == ("#000000", "#FFFFFF", "#FFFFFF")
    assert tokens.FOCUS["contrast"] == 3
    for line in [name for name in colours if name.endswith("_line")] + ["border", "ctl", "rule", "focus"]:
        assert tokens.contrast(colours[line], colours["surface"]) >= 4.5, line


def test_no_text_is_smaller_than_twelve_but_the_ticks() -> None:
    assert {role for role, (size, _weight) in tokens.TYPE.items() if size < 12} == {"tick"}


def test_every_mark_has_a_look_of_known_tokens() -> None:
    assert set(MARKS) == set(Mark)
    for look in MARKS.values():
        assert {look.text, look.soft, look.line, look.chip_text, look.chip_fill, look.chip_line} <= set(tokens.LIGHT)
        assert look.glyph in icons.names()


def test_each_mark_has_a_glyph_of_its_own_and_only_one_chip_is_solid() -> None:
    assert len({look.glyph for look in MARKS.values()}) == len(Mark)
    assert [mark for mark, look in MARKS.items() if look.solid] == [Mark.CONTRAINDICATED]
    assert [mark for mark, look in MARKS.items() if look.dashed] == [Mark.MISSING]


def test_the_five_statuses_stay_apart_in_grey() -> None:
    for colours in tokens.MODES.values():
        fills = [tokens.luminance(colours[MARKS[m].chip_fill]) for m in (Mark.CAUTION, Mark.AVOID)]
        assert abs(fills[0] - fills[1]) > 0.01, "advised against is a darker (or stronger) tint than caution"


def test_every_outcome_has_a_glyph() -> None:
    assert {f"oc-{outcome}" for outcome in tokens.OUTCOMES} <= set(icons.names())
