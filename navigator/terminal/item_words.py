"""One part of the content as one sentence: a rule, a dose, a placement, a statement, a pair, a red flag…

Knows portraits and how values are said. Says what stands behind the part apart: its sources and its standing.
"""

from collections.abc import Callable, Mapping

from navigator.guideline.model import (
    Answer,
    Citation,
    Discrepancy,
    Driving,
    Evidence,
    Exit,
    Implication,
    Monitoring,
    Pair,
    Placement,
    RedFlag,
    Rule,
    Schedule,
    ScoreItem,
    Section,
    Source,
    Standing,
    Statement,
)
from navigator.guideline.portrait import Group, Item, Part
from navigator.language import Text, _
from navigator.pages import doses, filters, sections, words
from navigator.problems import Place
from navigator.terminal.value_words import STANDING, ValueTeller

GROUP: Mapping[Group, str] = {
    Group.GUIDELINE: _("Guide"),
    Group.TREATMENT: _("Traitements"),
    Group.NODE: _("Étapes et pages du parcours"),
    Group.PAIN_TYPE: _("Types de douleur"),
    Group.STAGE: _("Étapes"),
    Group.PAIR: _("Paires de traitements"),
    Group.RED_FLAG: _("Signes d’alerte"),
    Group.DISCREPANCY: _("Écarts entre l’article et les preuves"),
    Group.STATEMENT: _("Phrases générales"),
    Group.FACTOR: _("Facteurs du patient"),
    Group.FACTOR_GROUP: _("Groupes de facteurs"),
    Group.IMPLICATION: _("Ce qu’une réponse entraîne"),
    Group.CLASS: _("Classes"),
    Group.SOURCE: _("Sources"),
    Group.BACKGROUND: _("Pages de fond"),
    Group.SCORE: _("Scores"),
    Group.TERM: _("Glossaire"),
    Group.CASES: _("Cas cliniques"),
}
PART: Mapping[Part, str] = {
    Part.ITSELF: "",
    Part.SUMMARY: _("Résumé"),
    Part.PLACEMENT: _("Rang"),
    Part.SCHEDULE: _("Schéma"),
    Part.RULE: _("Règle"),
    Part.STATEMENT: _("Phrase"),
    Part.SECTION: _("Sans objet"),
    Part.MONITORING: _("Suivi"),
    Part.DRIVING: _("Conduite automobile"),
    Part.EVIDENCE: _("Chiffre d’essai"),
    Part.EXIT: _("Sortie"),
    Part.ANSWER: _("Réponse"),
    Part.SCORE_ITEM: _("Item"),
}
SECTION = {
    **sections.SECTION,
    "dosing": _("Posologie"),
    "contraindications": _("Contre-indications"),
    "driving": _("Conduite automobile"),
}
_NO_PLACE = Place("")


class ItemTeller(ValueTeller):
    """Says the parts of one guideline in one language."""

    def name(self, item: Item) -> str:
        """What sort of part it is and which one: `Règle « baclofen.renal »`, `Phrase (Rein)`; empty for the subject."""
        if item.part is Part.PLACEMENT and isinstance(item.of, Placement):
            pain, source = self.value("pain_type", item.of.pain_type), self.guideline.sources[item.of.source].short
            return self.w(_("Rang ({pain}, {source})"), pain=pain, source=self.told(source))
        part = self.w(PART[item.part])
        if item.where in SECTION:
            part = f"{part} ({self.w(SECTION[item.where])})"
        told = item.part in (Part.SCHEDULE, Part.RULE, Part.EXIT, Part.ANSWER, Part.SCORE_ITEM) or "." in item.key
        return self.w(_("{part} « {id} »"), part=part, id=item.key) if told else part

    def sentence(self, item: Item) -> str:
        """What the part says, in one line."""
        for kind, tell in self._tellers().items():
            if isinstance(item.of, kind):
                return tell(item.of)
        return self._all(item)

    def citations(self, item: Item) -> tuple[Citation, ...]:
        """The sources of the part; of a figure its one, of a placement the document that speaks."""
        of = item.of
        if isinstance(of, Evidence):
            return (of.citation,)
        if isinstance(of, Placement):
            return (Citation(of.source),)
        return tuple(getattr(of, "citations", ()))

    def standing(self, item: Item) -> Standing | None:
        """How far the part was verified: as marked, else the best standing among its sources; None without any."""
        if isinstance(item.of, Rule | Source):
            return item.of.standing
        marked = getattr(item.of, "standing", None)
        cited = self.citations(item)
        if marked is None and not cited:
            return None
        return words.standing_of(self.guideline, Statement(Text("", ""), cited, _NO_PLACE, standing=marked))

    def behind(self, item: Item) -> str:
        """The mark and the sources: ` [littérature non relue] (RCP [v1])`; empty where there is nothing behind."""
        standing, sources = self.standing(item), self.sources(self.citations(item))
        mark = f" [{self.w(STANDING[standing])}]" if standing is not None else ""
        return f"{mark} ({sources})" if sources else mark

    def _tellers(self) -> Mapping[type, Callable[..., str]]:
        return {
            Rule: self._rule,
            Schedule: self._schedule,
            Placement: self._placement,
            Statement: self._statement,
            Section: lambda s: self.told(s.not_applicable),
            Monitoring: lambda m: self.w(_("{when} : {what}"), when=self.told(m.when), what=self.told(m.what)),
            Driving: self._driving,
            Evidence: self._evidence,
            Exit: self._exit,
            Answer: lambda a: f"{self.told(a.label)} → {a.to}",
            ScoreItem: lambda i: f"{self.told(i.part)} : {self.told(i.text)}",
            Pair: self._pair,
            RedFlag: self._red_flag,
            Discrepancy: self._discrepancy,
            Implication: self._implication,
        }

    def _all(self, item: Item) -> str:
        """Every field that says something; a plain no and what stands behind the part are left out."""
        told = {n: v for n, v in item.fields().items() if v not in (None, "", (), False)}
        told = {n: v for n, v in told.items() if n not in ("citations", "standing")}
        parts = [self.w(_("{field} : {value}"), field=self.field(n), value=self.value(n, v)) for n, v in told.items()]
        return self.joined(parts)

    def _rule(self, rule: Rule) -> str:
        instead = f" → {self.told(rule.instead)}" if rule.instead else ""
        return self.w(
            _("{severity} si {when}. {because}{instead} (fondement : {basis})"),
            severity=self.value("severity", rule.severity),
            when=self.value("when", rule.when),
            because=self.told(rule.because),
            instead=instead,
            basis=self.value("basis", rule.basis),
        )

    def _schedule(self, it: Schedule) -> str:
        language = self.language
        whom = [self.value("when", it.when)] if it.when else []
        whom += [f"{self.field('band')} {self.value('band', it.band)}"] if it.band else []
        told = self.w(
            _("{title}{whom} : début {start}, paliers {steps}, cible {target}, maximum {top}, juger à {weeks} sem."),
            title=self.told(it.title),
            whom=f" ({self.joined(whom)})" if whom else "",
            start=doses.start_words(it, language),
            steps=self.value("steps", it.steps),
            target=doses.target_words(it, language),
            top=self.value("max_mg", it.max_mg),
            weeks=filters.number(it.judge_after_weeks, language),
        )
        if it.first_step_min_days > 1:
            told += self.w(_(", premier palier au plus tôt après {days} jours"), days=it.first_step_min_days)
        if it.taper_mg is not None:
            days = it.taper_every_days
            told += self.w(_(", arrêt −{mg} tous les {days} jours"), mg=self.value("taper_mg", it.taper_mg), days=days)
        if it.specialist:
            told += self.w(_(", spécialiste"))
        return f"{told}. {self.told(it.note)}".strip()

    def _statement(self, it: Statement) -> str:
        if it.review_by is None:
            return self.told(it.text)
        return self.w(_("{text} (à revoir avant le {day})"), text=self.told(it.text), day=self.value("", it.review_by))

    def _placement(self, it: Placement) -> str:
        line = self.w(
            _("{pain}, {source} : {line}"),
            pain=self.value("pain_type", it.pain_type),
            source=self.told(self.guideline.sources[it.source].short),
            line=self.value("line", it.line),
        )
        return f"{line}. {self.told(it.note)}" if it.note else line

    def _driving(self, driving: Driving) -> str:
        if not driving.applicable:
            return self.w(_("Sans objet"))
        return self.w(_("Pictogramme de niveau {level}"), level=driving.level)

    def _evidence(self, it: Evidence) -> str:
        bounds = [self.value("", b) for b in (it.low, it.high)]
        between = f" ({bounds[0]}–{bounds[1]})" if it.low is not None else ""
        label = f", {self.told(it.label)}" if it.label else ""
        return f"{it.measure.upper()} {self.value('', it.value)}{between}, {self.told(it.population)}{label}"

    def _exit(self, it: Exit) -> str:
        stay = self.w(_(" (rester tant que : {why})"), why=it.stay_while) if it.stay_while else ""
        label = f", {self.told(it.label)}" if it.label else ""
        return f"{self.value('outcome', it.outcome)}{label} → {it.to}{stay}"

    def _pair(self, pair: Pair) -> str:
        names = [self.told(self.guideline.treatments[m].name) for m in sorted(pair.members)]
        level = self.value("level", pair.level)
        return self.w(
            _("{pair} : {level}. {because}"), pair=" + ".join(names), level=level, because=self.told(pair.because)
        )

    def _red_flag(self, flag: RedFlag) -> str:
        return self.w(
            _("{finding} Y penser : {think} {urgency}. {action}"),
            finding=_stopped(self.told(flag.finding)),
            think=_stopped(self.told(flag.think)),
            urgency=self.value("urgency", flag.urgency),
            action=self.told(flag.action),
        )

    def _discrepancy(self, it: Discrepancy) -> str:
        return self.w(
            _("L’article : {article} Les preuves : {evidence} Montré : {shown}"),
            article=_stopped(self.told(it.article)),
            evidence=_stopped(self.told(it.evidence)),
            shown=self.told(it.shown),
        )

    def _implication(self, it: Implication) -> str:
        then = ", ".join(f"{factor}={answer}" for factor, answer in it.then)
        return self.w(
            _("Si {when}, alors {then}. {because}"),
            when=self.value("when", it.when),
            then=then,
            because=self.told(it.because),
        )


def _stopped(text: str) -> str:
    return text if text[-1:] in ".?!…" else f"{text}."
