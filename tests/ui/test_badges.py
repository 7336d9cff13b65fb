from itertools import combinations

import pytest
from pytestqt.qtbot import QtBot

from navigator.pages.scene import LineTag, Mark, Status
from navigator.ui.badges import Chip, KeyHint, SourceLine, Tag, show_source_lines
from navigator.ui.flow import Pool
from navigator.ui.theme import Theme
from tests.ui.looking import grey
from tests.ui.stage_samples import LINES, WORDS


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_statuses_differ_in_grey_even_with_the_same_word(theme: Theme, qtbot: QtBot, mode: str) -> None:
    theme.set_mode(mode)
    seen = {}
    for mark in WORDS:
        chip = Chip(theme, Status(mark, "Statut"))
        qtbot.addWidget(chip)
        chip.resize(chip.sizeHint())
        seen[mark] = grey(chip)
    for first, second in combinations(seen, 2):
        apart = [abs(a - b) for a, b in zip(seen[first], seen[second], strict=True)]
        assert sum(apart) / len(apart) > 3, (first, second)


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_a_chip_is_as_wide_as_its_word(theme: Theme, qtbot: QtBot, zoom: float) -> None:
    theme.set_zoom(zoom)
    for mark, word in WORDS.items():
        chip = Chip(theme, Status(mark, word))
        qtbot.addWidget(chip)
        assert chip.minimumSizeHint().width() >= theme.text_width("smallb", word) + theme.px(29)
        assert chip.accessibleName() == word


def test_a_neutral_chip_without_a_word_takes_no_place(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip(theme, Status(Mark.CAUTION, "Prudence"))
    qtbot.addWidget(chip)
    chip.show_status(Status(Mark.NEUTRAL, ""))
    assert chip.isHidden()


def test_badges_carry_their_words_for_a_screen_reader(theme: Theme, qtbot: QtBot) -> None:
    tag, keys, line = Tag(theme, text="3 à préciser"), KeyHint(theme, "Ctrl", "K"), SourceLine(theme)
    line.show_line(LINES[1])
    for badge in (tag, keys, line):
        qtbot.addWidget(badge)
        badge.resize(badge.sizeHint())
        assert not badge.grab().isNull()
    assert tag.accessibleName() == "3 à préciser"
    assert keys.accessibleName() == "Ctrl+K"
    assert line.accessibleName() == line.toolTip() == "NeuPSIG 2025 : deuxième ligne"


def test_an_empty_tag_takes_no_place(theme: Theme, qtbot: QtBot) -> None:
    tag = Tag(theme, text="x")
    qtbot.addWidget(tag)
    tag.show_text("")
    assert tag.isHidden()


def test_sources_that_say_the_same_stand_behind_one_tag(theme: Theme, qtbot: QtBot) -> None:
    pool = Pool(lambda: SourceLine(theme))
    said = (("Article", "1re", "same"), ("SFETD", "2e", "differs"), ("NICE", "1re", "same"))
    show_source_lines(pool, [LineTag(source, tag, state, f"{source} : {tag}") for source, tag, state in said])
    for badge in pool.all:
        qtbot.addWidget(badge)
    assert [badge.accessibleName() for badge in pool.all] == ["Article : 1re", "NICE : 1re", "SFETD : 2e"]
    tagged, untagged, other = (badge.sizeHint().width() for badge in pool.all)
    plain = [theme.text_width("cap", name) for name in ("Article,", "NICE", "SFETD")]
    assert tagged - plain[0] > theme.px(24)
    assert untagged - plain[1] < theme.px(24)
    assert other - plain[2] > theme.px(24)
