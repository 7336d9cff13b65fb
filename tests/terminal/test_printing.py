"""Pages as text: wrapped, without a tag, tables as rows."""

from navigator.terminal import printing


def test_html_becomes_text() -> None:
    html = '<h2><a name="x"></a>Titre</h2><p class="li"><span class="dash">–</span> a &lt; b</p><p>[[evidence]]</p>'
    assert printing.from_html(html).split("\n") == ["Titre", "=====", "– a < b"]


def test_cells_are_parted_by_bars() -> None:
    assert printing.from_html("<table><tr><td>a</td><td class='on'>b</td></tr></table>") == "a | b"


def test_lines_are_at_most_a_hundred_wide() -> None:
    assert max(len(line) for line in printing.wrapped("mot " * 100, "  ").split("\n")) <= 100
