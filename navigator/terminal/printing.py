"""A scene as plain text: pages, options and plans for a terminal, wrapped at 100 columns.

Knows scenes and how HTML of ours becomes text. Asks nothing and evaluates nothing.
"""

import re
import textwrap
from html import escape, unescape

from navigator.language import Language, _, say
from navigator.pages import scene

_WIDTH = 100


def wrapped(text: str, indent: str = "", first: str | None = None) -> str:
    """`text` wrapped, every line after `indent`, the first after `first`."""
    start = indent if first is None else first
    return textwrap.fill(text, _WIDTH, initial_indent=start, subsequent_indent=indent, break_on_hyphens=False)


def from_html(html: str) -> str:
    """The text of a page of ours: headings underlined, list items dashed, table rows with bars between cells."""
    html = re.sub(r"\[\[\w+\]\]", "", html)
    html = re.sub(r"<h2>(.*?)</h2>", lambda m: f"\n\n# {m[1].strip()}\n", html, flags=re.S)
    html = re.sub(r"<h3>(.*?)</h3>", lambda m: f"\n\n## {m[1].strip()}\n", html, flags=re.S)
    html = re.sub(r"</t[dh]>\s*<t[dh][^>]*>", " | ", html)
    html = re.sub(r"</(?:p|tr|table)>", "\n", html)
    text = unescape(re.sub(r"<[^>]+>", "", html))
    lines = (re.sub(r"[ \t\u2002]+", " ", line).strip() for line in text.splitlines())
    return "\n".join(_block(lines)).strip()


def _block(lines: object) -> list[str]:
    made: list[str] = []
    for line in lines:  # type: ignore[attr-defined]
        if line.startswith("# "):
            made += ["", line[2:], "=" * len(line[2:])]
        elif line.startswith("## "):
            made += ["", line[3:], "-" * len(line[3:])]
        elif line:
            made.append(wrapped(line, "  ", "") if line.startswith("–") else wrapped(line))
    return made


def option(card: scene.OptionCard, number: int, language: Language) -> str:
    """One option of a stage."""
    head = f"{number:>2}. {card.name} — {card.status.word} ({card.class_name})"
    lines = [head]
    if card.dose is not None:
        if card.dose.needs:
            lines.append(wrapped(card.dose.needs, "    "))
        else:
            arrow = say(_("Début {start} → cible {target}"), language).format(
                start=card.dose.start, target=card.dose.target
            )
            lines.append(wrapped(arrow + (f" [{card.dose.adapted}]" if card.dose.adapted else ""), "    "))
    for reason in card.reasons:
        instead = f" → {reason.instead}" if reason.instead else ""
        source = f" ({reason.sources})" if reason.sources else ""
        lines.append(wrapped(f"{reason.text}{instead}{_mark(reason.standing)}{source}", "      ", "    - "))
    if not card.reasons and card.summary:
        lines.append(wrapped(card.summary, "    "))
    lines.append(wrapped(" · ".join(f"{t.source} {t.tag}" for t in card.lines), "    "))
    lines += [wrapped(t, "    ") for t in (card.disagreement, card.origin, card.history) if t]
    return "\n".join(lines)


def _mark(standing: str) -> str:
    return f" [{standing}]" if standing else ""


def stage(page: scene.StagePage, language: Language) -> str:
    """A stage with all its options."""
    reading = next((r.label for r in page.readings if r.id == page.reading), page.reading)
    lines = [
        f"{' > '.join(page.crumbs)}",
        f"{page.title} — {reading}",
        "=" * (len(page.title) + len(reading) + 3),
        wrapped(page.aim),
        "",
    ]
    for note in page.notes:
        lines += [f"!! {note.title}", *(wrapped(line, "   ") for line in note.lines), ""]
    if page.blocked is not None:
        lines += [*_blocked(page.blocked), ""]
    lines += [page.count, *([wrapped(page.why_first)] if page.why_first else []), ""]
    lines += [option(card, n, language) + "\n" for n, card in enumerate(page.options, start=1)]
    if page.statements:
        lines += [page.statements_title, "-" * len(page.statements_title)]
        lines += [wrapped(f"{s.text} ({s.sources}){_mark(s.standing)}", "  ", "- ") for s in page.statements]
    return "\n".join(lines)


def _reason(reason: scene.AlertReason) -> str:
    instead = f" → {reason.instead}" if reason.instead else ""
    source = f" ({reason.sources})" if reason.sources else ""
    return wrapped(f"{reason.text}{instead}{_mark(reason.standing)}{source}", "     ", "   - ")


def _blocked(blocked: scene.Blocked) -> list[str]:
    """What blocks, what to change first, what remains."""
    lines = [f"!! {blocked.title}", wrapped(blocked.because, "   ")]
    for number, step in enumerate(blocked.steps, start=1):
        freed = ", ".join(option.label for option in step.frees)
        lines += [wrapped(f"{number}. {step.what} {step.advice}".strip(), "   ")]
        lines += [wrapped(f"{step.frees_label} {freed}", "      ")]
    if blocked.remains:
        remains = ", ".join(option.label for option in blocked.remains)
        lines.append(wrapped(f"{blocked.remains_title} : {remains}", "   "))
    return [*lines, wrapped(blocked.refer, "   ")]


def treatment(page: scene.TreatmentPage, language: Language) -> str:
    """A treatment for this patient."""
    lines = [f"{page.name} ({page.class_name}) — {page.status.word}", ""]
    for a in page.alerts:
        lines.append(wrapped(f"{a.title} — {a.text}" if a.text else a.title, "   ", " ! "))
        lines += [_reason(r) for r in a.reasons]
    if page.checked:
        lines.append(wrapped(page.checked))
    if page.figures_needs:
        lines.append(wrapped(page.figures_needs))
    lines += [f"  {f.label:<10} {f.value} {f.unit} ({f.caption})" for f in page.figures]
    lines += ["", wrapped(" · ".join(t.title for t in page.lines)), *([page.disagreement] if page.disagreement else [])]
    lines += ["", from_html(page.html)]
    if page.evidence is not None:
        lines += ["", wrapped(f"{page.evidence.title}. {page.evidence.spoken}")]
    return "\n".join(lines)


def side_by_side(page: scene.ComparePage) -> str:
    """A comparison, what differs marked with a star, one line a treatment under each question."""
    names = [h.name for h in page.heads]
    lines = [page.title, "=" * len(page.title), ", ".join(names)]
    for row in page.rows:
        lines += ["", f"* {row.label}" if row.differs else row.label]
        for name, cell in zip(names, row.cells, strict=True):
            lines.append(wrapped(" ".join(line.text for line in cell), "      ", f"    {name} : "))
    return "\n".join(lines)


def what_if(page: scene.WhatIfPage) -> str:
    """What another answer would change."""
    told = [page.lead, page.now, *(c.spoken for c in page.changes), page.verdict]
    return "\n".join([page.title, "=" * len(page.title), *(wrapped(t, "  ", "") for t in told if t)])


def _beside(page: scene.MapPage | scene.ComparePage | scene.WhatIfPage | scene.PlanPage) -> str:
    """The pages that look at the walk from beside it."""
    if isinstance(page, scene.ComparePage):
        return side_by_side(page)
    if isinstance(page, scene.PlanPage):
        return page.text or f"{page.title}\n\n{wrapped(page.refused)}"
    return tree(page) if isinstance(page, scene.MapPage) else what_if(page)


def tree(page: scene.MapPage) -> str:
    """The map, a paragraph for each stage of each type of pain."""
    lines = [page.title, "=" * len(page.title), wrapped(page.subtitle)]
    if page.leaving is not None:
        lines += ["", wrapped(" ".join((f"!! {page.leaving.title}", *page.leaving.lines)))]
    for row in page.rows:
        lines += ["", row.title, "-" * len(row.title)]
        for column, cell in zip(page.columns, row.cells, strict=True):
            told = (" — ".join(p for p in (o.name, o.status.word, o.trial) if p) for o in cell.options)
            here = f" [{page.here_label}]" if cell.way == "here" else ""
            lines.append(wrapped(f"{column.title}{here} : " + " ; ".join(told), "  ", ""))
    return "\n".join(lines)


def checklist(page: scene.ChecklistPage) -> str:
    """Findings with their answers, numbered so that they can be answered."""
    lines = [page.title, "=" * len(page.title), wrapped(page.lead), ""]
    lines += [f"!! {page.verdict.title}", *(wrapped(line, "   ") for line in page.verdict.lines)]
    if page.gauge is not None:
        lines.append(f"   {page.gauge.spoken}")
    number = 0
    for group in page.groups:
        lines += ["", group.title, "-" * len(group.title)]
        for item in group.items:
            number += 1
            mark = {"yes": "x", "no": "-"}.get(item.value, " ")
            means = f" ({item.meaning}. {item.tag}. {item.action})" if item.tag else ""
            lines.append(wrapped(f"{item.text}{means}", "       ", f"{number:>2} [{mark}] "))
    return "\n".join([*lines, "", from_html(page.html)]).strip()


def settings(page: scene.SettingsPage) -> str:
    """The choices of the window; the answer in force is marked."""
    lines = [page.title, "=" * len(page.title)]
    for group in page.groups:
        lines += ["", group.title]
        for choice in group.choices:
            chosen = next((o.label for o in choice.options if o.id == choice.selected), "—")
            lines.append(wrapped(f"{choice.title} : {chosen}" + (f" [{choice.locked}]" if choice.locked else ""), "  "))
    return "\n".join([*lines, "", wrapped(page.kept)])


def page(shown: scene.Scene) -> str:
    """Any page as text."""
    language, it = shown.language, shown.page
    if isinstance(it, scene.StagePage):
        return stage(it, language)
    if isinstance(it, scene.TreatmentPage):
        return treatment(it, language)
    if isinstance(it, scene.MapPage | scene.ComparePage | scene.WhatIfPage | scene.PlanPage):
        return _beside(it)
    if isinstance(it, scene.ChecklistPage):
        return checklist(it)
    if isinstance(it, scene.StartPage):
        cards = [wrapped(f"{c.number}. {c.title} — {c.looks_like} {c.words}", "   ", "") for c in it.cards]
        notes = [f"!! {n.title} {' '.join(n.lines)}" for n in it.notices]
        return "\n".join([it.title, "=" * len(it.title), "", *notes, *cards, "", it.disclaimer, it.offline])
    return settings(it) if isinstance(it, scene.SettingsPage) else read(it)


def read(it: scene.EndPage | scene.ArticlePage | scene.DocumentPage) -> str:
    """A page to read, or a document as it is copied."""
    trials = []
    if isinstance(it, scene.EndPage):
        trials = ["", it.trials_title, *(f"- {t}" for t in it.trials)]
        lead = it.aim
    else:
        lead = it.lead
    text = it.document.text if isinstance(it, scene.DocumentPage) else from_html(it.html)
    return "\n".join([it.title, "=" * len(it.title), wrapped(lead), *trials, "", text]).strip()


def html(shown: scene.Scene) -> str:
    """Any page as an HTML document of its own; a page without text of ours is preformatted."""
    it = shown.page
    inside = it.html if isinstance(it, scene.TreatmentPage | scene.EndPage | scene.ArticlePage) else ""
    inside = re.sub(r"<p class=\"chart\">\[\[\w+\]\]</p>", "", inside) or f"<pre>{escape(page(shown))}</pre>"
    title = escape(shown.title)
    head = f'<!DOCTYPE html>\n<html lang="{shown.language}"><head><meta charset="utf-8"><title>{title}</title></head>'
    return f"{head}\n<body><h1>{title}</h1>\n{inside}</body></html>"
