"""Loads a content folder into one Guideline, with every problem of every file at once.

Knows which file holds what and the order in which they must be read. The nouns are read by the read_… modules.
Never stops at the first problem, never raises for what an author wrote, and judges nothing: that is for the checks.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path, PurePosixPath

from navigator.guideline.collecting import no_collection
from navigator.guideline.desk import MOST_PROBLEMS, Desk, DeskFull, Link, WrittenText
from navigator.guideline.fields import Fields
from navigator.guideline.folder import Folder, read_folder
from navigator.guideline.links import unresolved
from navigator.guideline.model import (
    COMBINATION_CLASS,
    Case,
    Choice,
    Factor,
    FactorKind,
    Guideline,
    TreatmentClass,
)
from navigator.guideline.read_cases import read_case
from navigator.guideline.read_interactions import read_combinations, read_pairs, treatment_of
from navigator.guideline.read_library import read_background, read_codes, read_score, read_source, read_term
from navigator.guideline.read_pathways import (
    read_class,
    read_discrepancy,
    read_node,
    read_pain_type,
    read_red_flag,
    read_stage,
)
from navigator.guideline.read_people import read_factor, read_group, read_implication
from navigator.guideline.read_statements import read_general_statement
from navigator.guideline.read_treatments import read_treatment
from navigator.guideline.values import read_text
from navigator.language import Sentence, Text, _
from navigator.problems import Place, Problem, Severity

_NOTHING = Guideline("", "", date.min, date.min, Text("", ""), "", ())


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of a content folder.

    `guideline` is None while there is an error. `draft` is what could be read all the same: only for the checks,
    ids in it may lead nowhere. `texts` are all texts of the content and `links` all ids that it names, with their
    places. `unreadable` are the files whose YAML could not be read.
    """

    guideline: Guideline | None
    problems: tuple[Problem, ...]
    draft: Guideline
    texts: tuple[WrittenText, ...] = ()
    links: tuple[Link, ...] = ()
    unreadable: frozenset[str] = frozenset()


def load(folder: Path) -> Loaded:
    """Read the content folder; all problems are found at once, in the order of the files."""
    with no_collection():
        return _load(folder)


def _load(folder: Path) -> Loaded:
    files = _Files(read_folder(folder))
    desk, draft, unreadable = files.desk, _NOTHING, files.folder.unreadable
    try:
        draft = _read_guideline(files)
        desk.problems.extend(islice(unresolved(desk.links, _known_ids(draft, files.folder)), MOST_PROBLEMS))
    except DeskFull:
        unreadable |= {"."}
        sentence = Sentence(
            _("plus de {most} problèmes ; la lecture s’arrête, corrigez d’abord ceux-ci"), most=MOST_PROBLEMS
        )
        desk.problems.append(Problem(Place("."), "too-many", sentence))
    problems = tuple(dict.fromkeys(sorted(desk.problems, key=lambda problem: (problem.place, problem.code))))
    sound = all(problem.severity is not Severity.ERROR for problem in problems)
    return Loaded(draft if sound else None, problems, draft, tuple(desk.texts), tuple(desk.links), unreadable)


def _read_guideline(files: "_Files") -> Guideline:
    guideline = _read_people(files, _read_tree(files))
    guideline = _read_treatments(files, _read_library(files, guideline))
    guideline = replace(_read_interactions(files, guideline), cases=_read_cases(files))
    files.close()
    return guideline


class _Files:
    """The files of the folder as fields, all on one desk; a file that could not be read has no fields."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.desk = Desk(problems=list(folder.problems))
        self._open: dict[str, Fields] = {}

    def __getitem__(self, file: str) -> Fields:
        if file not in self._open:
            self._open[file] = Fields(self.folder.elements.get(file), self.desk)
        return self._open[file]

    def close(self) -> None:
        """Complain about every key at the top of a file that nobody asked for."""
        for fields in self._open.values():
            fields.close()


def _read_tree(files: _Files) -> Guideline:
    tree = files["pathways.yaml"]
    head = tree.block("guideline") or Fields(None, files.desk)
    guideline = Guideline(
        id=head.id(),
        version=head.word("version"),
        released=head.day("released"),
        review_by=head.day("review_by"),
        title=head.text("title"),
        reading=head.reference("reading", "reading"),
        default_order=head.references("default_order", "reading"),
        changes=head.each("changes", read_text, required=False),
        classes={
            **tree.by_id("classes", read_class),
            COMBINATION_CLASS: TreatmentClass(COMBINATION_CLASS, Text("Association", "Combination")),
        },
        stages=tree.by_id("stages", read_stage),
        pain_types=tree.by_id("pain_types", read_pain_type),
        nodes=tree.by_id("nodes", read_node),
        red_flags=tuple(tree.by_id("red_flags", read_red_flag).values()),
        statements=tree.by_id("statements", read_general_statement, required=False),
        discrepancies=tuple(tree.by_id("discrepancies", read_discrepancy, required=False).values()),
    )
    head.close()
    return guideline


def _read_people(files: _Files, guideline: Guideline) -> Guideline:
    people = files["factors.yaml"]
    groups = people.by_id("groups", read_group)
    factors = people.by_id("factors", read_factor)
    if factors:  # without them every condition would be wrong: that the file is missing is said once
        files.desk.vocabulary = {
            **factors,
            "pain_type": _fact_of_node("pain_type", guideline.pain_types),
            "stage": _fact_of_node("stage", guideline.stages),
        }
    implications = people.each("implications", read_implication)
    return replace(guideline, factor_groups=groups, factors=factors, implications=implications)


def _fact_of_node(id_: str, ids: Iterable[str]) -> Factor:
    """A fact that the node supplies, as conditions may ask for it."""
    nothing = Text("", "")
    choices = tuple(Choice(word, nothing) for word in ids)
    return Factor(id_, FactorKind.CHOICE, nothing, "", Place("pathways.yaml"), choices=choices)


def _read_library(files: _Files, guideline: Guideline) -> Guideline:
    return replace(
        guideline,
        sources=files["sources.yaml"].by_id("sources", read_source),
        background=files["background.yaml"].by_id("background", read_background),
        scores=files["scores.yaml"].by_id("scores", read_score),
        glossary=files["glossary.yaml"].by_id("glossary", read_term),
        codes=read_codes(files["codes.yaml"]),
    )


def _read_treatments(files: _Files, guideline: Guideline) -> Guideline:
    """Every treatment, in the order of the list `treatments` where there is one, else by name."""
    elements = files.folder.inside("treatments")
    found = {treatment.id: treatment for treatment in (read_treatment(e, files.desk) for e in elements.values())}
    tree = files["pathways.yaml"]
    order = tree.references("treatments", "treatment", required=False)
    for treatment in found.values():
        if order and treatment.id not in order:
            sentence = _("le traitement « {id} » manque à la liste « treatments » de pathways.yaml ; ajoutez-le")
            files.desk.note(treatment.place, "unlisted", Sentence(sentence, id=treatment.id))
    ordered = dict.fromkeys([id_ for id_ in order if id_ in found] + list(found))
    return replace(guideline, treatments={id_: found[id_] for id_ in ordered})


def _read_interactions(files: _Files, guideline: Guideline) -> Guideline:
    """The pairs, and every combination as a treatment after the others."""
    fields = files["interactions.yaml"]
    pairs, combinations = read_pairs(fields), read_combinations(fields)
    treatments = dict(guideline.treatments)
    for id_, combination in combinations.items():
        together = treatment_of(id_, combination, guideline.treatments)
        if together is not None:
            treatments[id_] = together
    return replace(guideline, pairs=pairs, combinations=combinations, treatments=treatments)


def _read_cases(files: _Files) -> tuple[Case, ...]:
    cases: dict[str, Case] = {}
    for name in files.folder.inside("cases"):
        for id_, case in files[name].by_id("cases", read_case).items():
            if id_ in cases:
                sentence = _("le cas « {id} » existe déjà dans {file} ; renommez-le")
                place = cases[id_].place
                files.desk.note(case.place, "duplicate-id", Sentence(sentence, id=id_, file=place.file))
            cases[id_] = case
    return tuple(cases.values())


def _known_ids(draft: Guideline, folder: Folder) -> dict[str, Collection[str]]:
    """The ids of each noun; none where a file could not be read, so that its absence is said only once."""
    lost = {PurePosixPath(file).stem for file in folder.unreadable if file.startswith("treatments/")}
    singles = {id_ for id_, treatment in draft.treatments.items() if not treatment.members} | lost
    pages = (draft.treatments, draft.nodes, draft.background, draft.pain_types, draft.stages, draft.scores, lost)
    return {
        "source": draft.sources,
        "reading": [id_ for id_, source in draft.sources.items() if source.reading],
        "treatment": {*draft.treatments, *draft.combinations, *lost},
        "member": singles,
        "class": draft.classes.keys() - {COMBINATION_CLASS},
        "mechanism": draft.background,
        "pain_type": draft.pain_types,
        "stage": draft.stages,
        "node": draft.nodes,
        "group": draft.factor_groups,
        "factor": draft.factors,
        "rule": () if lost else [rule.id for treatment in draft.treatments.values() for rule in treatment.rules],
        "page": () if folder.unreadable else {id_ for ids in pages for id_ in ids},
    }
