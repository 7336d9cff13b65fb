"""A document as one HTML file that needs nothing else: its own style, light or dark as the reader's system, no script.

Knows documents. Charts, which are drawn on paper, become tables and sentences here; pictures lie in the page.
"""

import re
from base64 import b64encode
from html import escape

from navigator.pages.environment import render
from navigator.pages.scene import Document, EvidenceChart, Interval, Picture
from navigator.pages.scene.document import NEW_PAGE, Chart

_PAGE_MARK = re.compile(r"\[\[page ([^\]]+)\]\]")
_CHART_MARK = re.compile(r"\[\[([^\]]+)\]\]")


def page(document: Document) -> str:
    """`document` as a whole HTML page; a mark of a page number becomes a link to the place."""
    charts = dict(document.charts)

    def chart(mark: re.Match[str]) -> str:
        return _chart(charts[mark[1]]) if mark[1] in charts else ""

    body = _PAGE_MARK.sub(lambda mark: f'<a href="#{escape(mark[1])}">→</a>', document.html.replace(NEW_PAGE, ""))
    body = _CHART_MARK.sub(chart, body)
    foot = (document.stamp, document.intended_use)
    return render("page.html.j2", document.language, title=document.title, body=body, foot=foot)


def _chart(chart: Chart) -> str:
    """What a chart says, as text; a picture as it is, its bytes in the page."""
    if isinstance(chart, Picture):
        return f'<img alt="{escape(chart.spoken)}" src="data:image/png;base64,{b64encode(chart.png).decode("ascii")}">'
    if not isinstance(chart, EvidenceChart):
        return escape(chart.spoken)
    rows = "".join(
        f"<tr><td>{escape(row.name)}</td><td>{_figure(row.nnt)}</td><td>{_figure(row.nnh)}</td></tr>"
        for row in chart.rows
    )
    head = f"<tr><th></th><th>{escape(chart.nnt_title)}</th><th>{escape(chart.nnh_title)}</th></tr>"
    return f'</p><table class="d">{head}{rows}</table><p class="cap">{escape(chart.caption)}'


def _figure(found: Interval | None) -> str:
    return escape(found.label) if found is not None else "—"
