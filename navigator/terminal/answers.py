"""The verbs that answer a question about the guideline: tree, show, options, score, search.

Knows the core, the pages and how both are printed. Decides nothing; loads no Qt.
"""

from collections.abc import Callable, Mapping

from navigator.consultation import placement, scores
from navigator.guideline.model import Guideline, NodeKind
from navigator.guideline.search import Index
from navigator.language import Language, Sentence, _
from navigator.pages import guide
from navigator.terminal import forms, printing
from navigator.terminal.call import (
    FOUND_WRONG,
    OK,
    Call,
    Wrong,
    patient_of,
    print_json,
    reading_of,
    sitting_of,
    unknown,
)


def tree(call: Call) -> int:
    """The whole tree."""
    guideline = call.guideline()
    if call.json:
        print_json(forms.tree_form(guideline, call.language))
    elif call.words.format == "dot":
        print("digraph navigator {")
        for a, b, when in forms.edges(guideline):
            print(f'  "{a}" -> "{b}" [label="{when}"];')
        print("}")
    else:
        for node in guideline.nodes.values():
            print(f"{node.id:<28} {node.title.in_(call.language)}")
            for a, b, when in forms.edges(guideline):
                if a == node.id:
                    print(f"    {when} → {b}")
    return OK


def show(call: Call) -> int:
    """One page: a node, a treatment, something to read."""
    guideline, id = call.guideline(), call.words.id
    sitting = sitting_of(call, guideline)
    if id in guideline.treatments:
        sitting.open_treatment(id)
    elif id in guideline.nodes:
        sitting.open_node(id)
    else:
        sitting.open_article(_article(guideline, id))
    shown = sitting.scene
    if not call.json:
        html = call.words.format == "html"
        print(printing.html(shown) if html else printing.page(shown))
    elif id in guideline.treatments:
        found, facts = sitting.assessed(id)
        print_json(forms.treatment_form(guideline, found, facts, call.language))
    else:
        print_json({"id": id, "title": shown.title, "text": printing.page(shown)})
    return OK


def _article(guideline: "Guideline", id: str) -> str:
    named: dict[str, str] = {i: i for i in ("red-flags", "help", "about", "landmarks", guide.ID)}
    named |= {chapter.id: chapter.id for chapter in guide.chapters(Language.FR)}
    for kind, found in (
        ("source", guideline.sources),
        ("score", guideline.scores),
        ("background", guideline.background),
    ):
        named |= {i: f"{kind}.{i}" for i in found}
    if id not in named:
        raise unknown(id, [*guideline.nodes, *guideline.treatments, *named])
    return named[id]


def options(call: Call) -> int:
    """The options of a stage for this patient, in their order."""
    guideline, id = call.guideline(), call.words.node
    stages = [n.id for n in guideline.nodes.values() if n.kind is NodeKind.STAGE]
    if id not in stages:
        raise unknown(id, stages)
    patient = patient_of(guideline, call.words.patient)
    reading = reading_of(guideline, call.words.reading)
    if call.json:
        ranked = placement.options(guideline, id, patient, reading)
        print_json(forms.options_form(guideline, guideline.nodes[id], ranked, patient, reading, call.language))
        return OK
    sitting = sitting_of(call, guideline)
    sitting.open_node(id)
    print(printing.page(sitting.scene))
    return OK


def score(call: Call) -> int:
    """The points of a clinical score from its answers."""
    guideline, id = call.guideline(), call.words.id
    if id not in guideline.scores:
        raise unknown(id, list(guideline.scores))
    found = guideline.scores[id]
    typed = call.words.answers.split(",")
    if len(typed) != len(found.items) or any(t not in ("0", "1", "") for t in typed):
        raise Wrong(
            Sentence(
                _("{title} demande {count} réponses, 1 pour oui et 0 pour non, séparées par des virgules."),
                title=found.title,
                count=len(found.items),
            )
        )
    result = scores.score(found, [None if t == "" else t == "1" for t in typed])
    verdict = found.positive if result.positive else found.negative
    if call.json:
        print_json({"score": id, "points": result.points, "out_of": result.out_of, "positive": result.positive})
    else:
        print(f"{found.title.in_(call.language)} {result.points}/{result.out_of}")
        if result.positive is not None:
            print(verdict.in_(call.language))
    return OK


def search(call: Call) -> int:
    """What is found in the guideline."""
    hits = Index(call.guideline(), call.language).find(call.words.words)
    if call.json:
        print_json(forms.search_form(" ".join(call.words.words), hits))
    for hit in () if call.json else hits:
        print(f"{hit.title} [{hit.id}]\n    {hit.snippet}")
    if not hits:
        words = " ".join(call.words.words)
        raise Wrong(Sentence(_("Rien ne correspond à « {words} » : essayez un autre mot."), words=words), FOUND_WRONG)
    return OK


VERBS: Mapping[str, Callable[[Call], int]] = {
    "tree": tree,
    "show": show,
    "options": options,
    "score": score,
    "search": search,
}
