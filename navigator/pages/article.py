"""A treatment's full text as blocks for the template: sections, tables, numbered sources.

Knows the model and how it is told. Renders through `environment`; knows no widget.
"""

from navigator.consultation.assessment import Assessment, assess
from navigator.guideline.model import (
    Guideline,
    Level,
    Rule,
    Schedule,
    Severity,
    Standing,
    Statement,
    Term,
)
from navigator.language import Text, _, say
from navigator.pages import doses, filters, glossary, words
from navigator.pages.blocks import Block, Item, Numbering, Part, Table
from navigator.pages.cards import factor_names
from navigator.pages.desk import Desk
from navigator.pages.environment import render
from navigator.pages.scene import SHELVES, Reference, Shelf, Tab
from navigator.pages.sections import LEVEL, SECTION, SEVERITY, SHORT, TABS


class Article:
    """Builds the blocks of one treatment for one patient in one language."""

    def __init__(self, guideline: Guideline, desk: Desk, assessment: Assessment, pain_type: str) -> None:
        self._guideline = guideline
        self._treatment = assessment.treatment
        self._assessment = assessment
        self._pain_type = pain_type
        self._language = desk.language
        self._today = desk.today
        self._numbers = Numbering()
        self._left_out: list[Item] = []

    def html(self) -> tuple[str, tuple[Tab, ...], tuple[Shelf, ...]]:
        """The page's HTML, its tabs, and the lists that the window shows under it."""
        blocks = [b for b in (self._block(*tab) for tab in TABS[:-1]) if b.parts]
        if self._left_out:
            blocks.append(Block("not-applicable", self._w(_("Sans objet")), (Part(items=tuple(self._left_out)),)))
        blocks.append(self._sources())
        html = render("treatment.html.j2", self._language, blocks=blocks, summary=self._item(self._treatment.summary))
        text, mark, end = html.partition(SHELVES)
        text, terms = glossary.marked(text, self._guideline, self._language)
        shelves = self._shelves(terms, blocks[-1])
        tabs = [Tab(b.id, self._w(SHORT.get(b.id, b.title))) for b in blocks if b.id != "not-applicable"]
        known = {tab.id for tab in tabs}
        tabs += [Tab(s.id, s.title) for s in shelves if s.id == "glossary" and s.id not in known]
        return text + mark + end, tuple(tabs), shelves

    def _shelves(self, terms: tuple[Term, ...], sources: Block) -> tuple[Shelf, ...]:
        found = [self._guideline.background[m] for m in self._treatment.mechanisms]
        mechanisms = tuple(Reference(self._text(b.title), link=f"background.{b.id}") for b in found)
        cited = tuple(
            Reference(f"{item.refs[0]}. {item.text}", item.standing or self._w(_("lu")), item.link)
            for part in sources.parts
            for item in part.items
        )
        shelves = (
            Shelf("mechanisms", self._w(_("Pour comprendre le mécanisme")), mechanisms),
            Shelf("sources", sources.title, cited),
            glossary.shelf(terms, self._language),
        )
        return tuple(shelf for shelf in shelves if shelf.references)

    def _block(self, id: str, title: str, sections: tuple[str, ...]) -> Block:
        parts = [p for p in (self._section(s, len(sections) > 1) for s in sections) if p.items]
        extra = {
            "dosing": self._combined if self._treatment.members else self._schedules,
            "kidney": self._bands,
            "contraindications": self._rules,
            "interactions": self._pairs,
            "monitoring": self._monitoring,
            "advice": self._driving,
            "evidence": self._evidence,
        }.get(id)
        if extra is not None:
            parts = [*extra(), *parts] if id in ("kidney", "monitoring", "dosing") else [*parts, *extra()]
        return Block(id, self._w(title), tuple(parts))

    def _w(self, message: str, **values: object) -> str:
        return filters.spaced(say(message, self._language).format(**values), self._language)

    def _text(self, text: Text) -> str:
        return text.in_(self._language)

    def _item(self, statement: Statement) -> Item:
        return Item(
            self._text(statement.text),
            self._numbers.refs(statement.citations),
            words.standing_words(self._guideline, statement, self._today, self._language),
        )

    def _section(self, id: str, titled: bool) -> Part:
        section = self._treatment.sections.get(id)
        if section is None:
            return Part()
        if section.not_applicable is not None:
            title = self._w(SECTION[id])
            self._left_out.append(Item(self._w("{title} : {why}", title=title, why=self._text(section.not_applicable))))
            return Part()
        return Part(self._w(SECTION[id]) if titled else "", tuple(self._item(s) for s in section.statements))

    def _cells(self, *texts: str) -> tuple[Item, ...]:
        return tuple(Item(t) for t in texts)

    def _schedules(self) -> list[Part]:
        if not self._treatment.schedules:
            return []
        title, schedules = self._w(_("Schémas de titration")), self._schedules_shown()
        if not schedules:
            return [Part(title, (Item(self._w(_("Ce guide ne donne aucun schéma pour ce patient."))),))]
        rows = [self._schedule_row(s) for s in schedules]
        on = frozenset(i for i, s in enumerate(schedules) if s is self._assessment.schedule)
        head = (_("Schéma"), _("Début"), _("Paliers"), _("Cible"), _("Maximum"))
        table = Table(tuple(self._w(h) for h in head), tuple(rows), on, self._strengths(), (22, 20, 22, 20, 16))
        notes = tuple(
            Item(self._text(s.note), self._numbers.refs(s.citations)) for s in schedules if s.note is not None
        )
        return [Part(title, notes, table)]

    def _schedules_shown(self) -> list[Schedule]:
        """This patient's schedule (those of a normal clearance while it is open), and what could still apply.

        The rows by clearance have their own table; a schedule that certainly does not apply would only be misread.
        """
        known, facts, own = self._treatment.schedules, self._assessment.facts, self._assessment.schedule
        possible = [s for s in known if s.when is None or s.when.holds(facts) is not False]
        normal = [s for s in possible if s.band is not None and s.band.below is None]
        by_clearance = normal if own is None else [own] if own.band is not None else []
        return [*by_clearance, *(s for s in possible if s.band is None)]

    def _combined(self) -> list[Part]:
        """A combination: what is said of the two together, then each member with its dose for this patient."""
        told = self._guideline.combinations[self._treatment.id].statements
        rows = []
        for member in self._treatment.members:
            found = assess(self._guideline, self._guideline.treatments[member], self._assessment.facts)
            name = Item(self._text(found.treatment.name), link=f"treatment.{member}")
            schedule = found.schedule
            if schedule is None:
                needs = doses.needs_words(found, factor_names(self._guideline, self._language), self._language)
                rows.append((name, *self._cells(needs or "—", "—", "—")))
                continue
            start, target = (f(schedule, self._language) for f in (doses.start_words, doses.target_words))
            limit = self._w(_("{mg} mg/j"), mg=filters.number(schedule.max_mg, self._language))
            rows.append((name, *self._cells(start, target, limit)))
        head = (_("Traitement"), _("Début"), _("Cible"), _("Maximum"))
        together = Part(self._w(_("Les deux ensemble")), tuple(self._item(s) for s in told))
        return [together, Part(self._w(_("Chaque membre")), (), self._table(head, tuple(rows), (28, 26, 28, 18)))]

    def _schedule_row(self, schedule: Schedule) -> tuple[Item, ...]:
        language = self._language
        step, pace = doses.step_words(schedule, language)
        title = Item(self._text(schedule.title), self._numbers.refs(schedule.citations))
        paces = f"{step} mg {pace}" if step else pace
        limit = self._w(_("{mg} mg/j"), mg=filters.number(schedule.max_mg, language))
        return (
            title,
            *self._cells(doses.start_words(schedule, language), paces, doses.target_words(schedule, language), limit),
        )

    def _strengths(self) -> str:
        treatment, language = self._treatment, self._language
        if treatment.no_unit is not None:
            return filters.told(treatment.no_unit, language)
        parts = []
        if treatment.strengths_mg:
            listed = filters.listed([filters.number(s, language) for s in treatment.strengths_mg], language)
            parts.append(self._w(_("Dosages connus du guide : {mg} mg."), mg=listed))
        if treatment.liquid is not None:
            mg = filters.number(treatment.liquid.mg, language)
            parts.append(
                self._w(_("Forme liquide : 1 {unit} = {mg} mg."), unit=self._text(treatment.liquid.unit), mg=mg)
            )
        return " ".join(parts)

    def _bands(self) -> list[Part]:
        banded = [s for s in self._treatment.schedules if s.band is not None]
        if not banded:
            return []
        language, rows = self._language, []
        shown = sorted(banded, key=lambda s: -(s.band.at_least or 0) if s.band else 0)
        for s in shown:
            assert s.band is not None
            here = s is self._assessment.schedule
            words_ = doses.band_words(s.band, language)
            if sum(other.band == s.band for other in shown) > 1:  # the same clearance, at another age
                words_ = self._w(_("{band} — {schedule}"), band=words_, schedule=self._text(s.title))
            first = self._w(_("{band} (ce patient)"), band=words_) if here else words_
            mg = self._w(_("{mg} mg/j"), mg=filters.number(s.max_mg, language))
            target = doses.target_words(s, language)
            rows.append(
                (
                    Item(first, self._numbers.refs(s.citations)),
                    *self._cells(doses.start_words(s, language), target, mg),
                )
            )
        on = frozenset(i for i, s in enumerate(shown) if s is self._assessment.schedule)
        head = (_("Clairance (mL/min)"), _("Début"), _("Cible"), _("Maximum"))
        caption = self._w(_("Clairance de Cockcroft-Gault, jamais un DFG estimé."))
        needs = self._w(_("Calculer d’abord la clairance.")) if "crcl" in self._assessment.dose_needs else ""
        table = Table(
            tuple(self._w(h) for h in head),
            tuple(rows),
            on,
            " ".join(t for t in (needs, caption) if t),
            (28, 24, 28, 20),
        )
        return [Part(self._w(_("Adaptation à la clairance")), (), table)]

    def _rules(self) -> list[Part]:
        heavy = [r for r in self._treatment.rules if r.severity is not Severity.PREFER]
        order = list(Severity)
        heavy.sort(key=lambda r: order.index(r.severity))
        if not heavy:
            return []
        fired = {r.rule for r in self._assessment.reasons}
        rows = tuple(self._rule_row(r) for r in heavy)
        on = frozenset(i for i, r in enumerate(heavy) if r.id in fired)
        head = (_("Niveau"), _("Situation"), _("Que faire"))
        table = Table(tuple(self._w(h) for h in head), rows, on, "", (20, 44, 36))
        return [Part(self._w(_("Situations qui changent le choix")), (), table)]

    def _rule_row(self, rule: Rule) -> tuple[Item, ...]:
        standing = ""
        if rule.standing is not Standing.READ:
            standing = self._w(words.STANDING[rule.standing])
        if rule.severity is Severity.CONTRAINDICATED and rule.standing is Standing.LITERATURE:
            standing = self._w(_("à relire dans le RCP en vigueur"))
        why = Item(self._text(rule.because), self._numbers.refs(rule.citations), standing)
        return (Item(self._w(SEVERITY[rule.severity])), why, Item(self._text(rule.instead) if rule.instead else "—"))

    def _pairs(self) -> list[Part]:
        found: dict[tuple[Level, str], list[str]] = {}
        refs: dict[tuple[Level, str], tuple[int, ...]] = {}
        for pair in self._guideline.pairs.values():
            if self._treatment.id not in pair.members or pair.level is Level.COMPATIBLE:
                continue
            other = next(m for m in pair.members if m != self._treatment.id)
            key = (pair.level, self._text(pair.because))
            found.setdefault(key, []).append(filters.told(self._guideline.treatments[other].name, self._language))
            refs[key] = self._numbers.refs(pair.citations)
        if not found:
            return []
        order = list(Level)
        rows = tuple(
            (Item(filters.listed(names, self._language)), Item(self._w(LEVEL[level])), Item(why, refs[level, why]))
            for (level, why), names in sorted(found.items(), key=lambda f: order.index(f[0][0]))
        )
        head = (_("Avec"), _("Niveau"), _("Pourquoi"))
        return [Part(self._w(_("Avec les autres traitements du guide")), (), self._table(head, rows, (30, 18, 52)))]

    def _table(self, head: tuple[str, ...], rows: tuple[tuple[Item, ...], ...], widths: tuple[int, ...]) -> Table:
        return Table(tuple(self._w(h) for h in head), rows, widths=widths)

    def _monitoring(self) -> list[Part]:
        rows = tuple(
            (Item(self._text(m.when)), Item(self._text(m.what), self._numbers.refs(m.citations)))
            for m in self._treatment.monitoring
        )
        return [Part(table=self._table((_("Quand"), _("Quoi")), rows, (32, 68)))] if rows else []

    def _driving(self) -> list[Part]:
        driving = self._treatment.driving
        if driving is None:
            return []
        item = self._item(driving.statement)
        shown = driving.shown_level
        level = self._w(_("Pictogramme de niveau {level}. "), level=shown) if shown else ""
        return [Part(self._w(_("Conduite automobile")), (Item(level + item.text, item.refs, item.standing),))]

    def _evidence(self) -> list[Part]:
        none = Item(self._w(_("Aucune donnée chiffrée (NNT, NNH) dans les sources lues.")))
        parts = [Part(chart=True)] if self._treatment.evidence else [Part(self._w(_("Preuves chiffrées")), (none,))]
        rows = []
        for p in self._treatment.placements:
            if self._pain_type and p.pain_type != self._pain_type:
                continue
            pain = filters.told(self._guideline.pain_types[p.pain_type].title, self._language)
            source = filters.told(self._guideline.sources[p.source].short, self._language)
            note = self._text(p.note) if p.note else ""
            rows.append(self._cells(source, pain, self._w(words.LINE[p.line]), note))
        if rows:
            head = (_("Recommandation"), _("Douleur"), _("Rang"), _("Précision"))
            parts.append(
                Part(
                    self._w(_("Concordance des recommandations")), (), self._table(head, tuple(rows), (20, 22, 20, 38))
                )
            )
        return [*parts, *self._discrepancies(), *self._mechanisms()]

    def _mechanisms(self) -> list[Part]:
        found = [self._guideline.background[m] for m in self._treatment.mechanisms]
        items = tuple(Item(self._text(b.title), link=f"background.{b.id}") for b in found)
        return [Part(self._w(_("Pour comprendre le mécanisme")), items)] if items else []

    def _discrepancies(self) -> list[Part]:
        shown = [d for d in self._guideline.discrepancies if self._treatment.id in d.shown_on]
        if not shown:
            return []
        rows = tuple(
            (
                Item(self._text(d.article)),
                Item(self._text(d.evidence), self._numbers.refs(d.citations)),
                Item(self._text(d.shown)),
            )
            for d in shown
        )
        head = (_("L’article source dit"), _("Les preuves disent"), _("Ce que montre Navigateur"))
        return [Part(self._w(_("Où l’article et les preuves divergent")), (), self._table(head, rows, (32, 38, 30)))]

    def _sources(self) -> Block:
        items = []
        for id, count in sorted(self._numbers.order.items(), key=lambda o: o[1]):
            source = self._guideline.sources[id]
            year = f" ({source.year})" if source.year else ""
            items.append(
                Item(
                    f"{self._text(source.title)}{year}",
                    (count,),
                    self._w(words.STANDING[source.standing]),
                    f"source.{id}",
                )
            )
        return Block("sources", self._w(_("Sources")), (Part(items=tuple(items)),))
