"""Reads one medicine or technique a file: its names, placements, rules, monitoring and figures.

Knows the shape of treatments/<id>.yaml. Schedules and statements are read next door.
"""

from pathlib import PurePosixPath

from navigator.guideline.desk import Desk
from navigator.guideline.fields import Fields
from navigator.guideline.model import (
    Basis,
    Citation,
    Driving,
    Evidence,
    Kind,
    Monitoring,
    Rule,
    Severity,
    Standing,
    Statement,
    Treatment,
)
from navigator.guideline.read_schedules import read_liquid, read_schedule
from navigator.guideline.read_statements import read_citations, read_placement, read_sections, read_summary
from navigator.guideline.source import Element
from navigator.guideline.values import read_decimal
from navigator.language import Sentence, _

MEASURES = ("nnt", "nnh")


def read_treatment(element: Element, desk: Desk) -> Treatment:
    """A medicine, technique or other option of the guideline."""
    fields = Fields(element, desk)
    id_ = _read_id_like_file(fields)
    treatment = Treatment(
        id=id_,
        name=fields.text("name"),
        kind=fields.one_of("kind", Kind),
        drug_class=fields.reference("class", "class"),
        summary=read_summary(fields),
        place=fields.place,
        brands=fields.words("brands"),
        synonyms=fields.words("synonyms"),
        mechanisms=fields.references("mechanisms", "mechanism", required=False),
        placements=fields.each("placements", read_placement),
        schedules=tuple(fields.by_id("schedules", read_schedule).values()),
        strengths_mg=fields.each("strengths_mg", read_decimal, required=False),
        liquid=read_liquid(fields.block("liquid", required=False)),
        no_unit=fields.maybe_text("no_unit"),
        prescription_days=fields.whole("prescription_days") if fields.has("prescription_days") else None,
        rules=fields.each("rules", lambda item, its_desk: read_rule(item, id_, its_desk)),
        sections=read_sections(fields.block("sections")),
        monitoring=fields.each("monitoring", read_monitoring),
        driving=read_driving(fields.block("driving")),
        evidence=fields.each("evidence", read_evidence),
    )
    fields.close()
    return treatment


def _read_id_like_file(fields: Fields) -> str:
    stem = PurePosixPath(fields.place.file).stem
    id_ = fields.id()
    if id_ and id_ != stem:
        sentence = _("l’identifiant « {id} » diffère du nom du fichier ; écrivez « {stem} » ou renommez le fichier")
        fields.desk.note(fields.place_of("id"), "file-name", Sentence(sentence, id=id_, stem=stem))
    return stem


def read_rule(element: Element, treatment: str, desk: Desk) -> Rule:
    """What a fact about the patient changes for one treatment."""
    fields = Fields(element, desk)
    rule = Rule(
        id=fields.id(),
        when=fields.condition("when"),
        severity=fields.one_of("severity", Severity),
        because=fields.text("because"),
        basis=fields.one_of("basis", Basis),
        standing=fields.one_of("status", Standing),
        citations=read_citations(fields),
        place=fields.place,
        instead=fields.maybe_text("instead"),
        dossier=fields.words("dossier"),
    )
    fields.close()
    if rule.id and not rule.id.startswith(f"{treatment}."):
        sentence = _("la règle « {id} » s’appelle « {treatment}. » suivi d’un mot ; renommez-la")
        desk.note(fields.place_of("id"), "rule-id", Sentence(sentence, id=rule.id, treatment=treatment))
    if rule.instead is None and rule.severity in {Severity.CONTRAINDICATED, Severity.AVOID}:
        sentence = _("une règle « {severity} » dit que faire à la place ; ajoutez « instead »")
        desk.note(fields.place, "instead", Sentence(sentence, severity=rule.severity))
    return rule


def read_monitoring(element: Element, desk: Desk) -> Monitoring:
    """What to watch, and when."""
    fields = Fields(element, desk)
    monitoring = Monitoring(fields.text("what"), fields.text("when"), read_citations(fields), fields.place)
    fields.close()
    return monitoring


def read_driving(fields: Fields | None) -> Driving | None:
    """The pictogram with its sentence, or the reason why there is none."""
    if fields is None:
        return None
    if fields.has("not_applicable"):
        reason = Statement(fields.text("not_applicable"), (), fields.place)
        fields.close()
        return Driving(0, reason, applicable=False)
    level = fields.word_among("level", ("0", "1", "2", "3"))
    standing = fields.one_of("status", Standing) if fields.has("status") else None
    said = Statement(fields.text("text"), read_citations(fields), fields.place, standing=standing)
    driving = Driving(int(level or 0), said)
    fields.close()
    return driving


def read_evidence(element: Element, desk: Desk) -> Evidence:
    """A figure from trials."""
    fields = Fields(element, desk)
    evidence = Evidence(
        measure=fields.word_among("measure", MEASURES),
        value=fields.decimal("value"),
        low=fields.maybe_decimal("low"),
        high=fields.maybe_decimal("high"),
        label=fields.maybe_text("label"),
        population=fields.text("population"),
        citation=_read_source(fields),
        place=fields.place,
        leaflet=fields.flag("leaflet"),
    )
    fields.close()
    return evidence


def _read_source(fields: Fields) -> Citation:
    source, _hash, locator = fields.word("source").partition("#")
    return Citation(fields.desk.refer("source", source, fields.place_of("source")), locator)
