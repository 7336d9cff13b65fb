"""The command line: one function a verb, as docs/cli.md and the contract give them.

Parses, calls the core, prints. Imports lazily: only the window and the self-test load Qt. Exit codes: 0 fine,
1 the content has errors or nothing was found, 2 wrong use. Never a traceback for what a user wrote.
"""

import errno
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from navigator import paths
from navigator.language import Language, Sentence, _
from navigator.policy import of_machine
from navigator.terminal.call import (
    FOUND_WRONG,
    OK,
    UNSAID,
    Call,
    Wrong,
    content_or_built_in,
    no_display,
    patient_of,
    print_json,
    unknown,
)

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import date

    from navigator.guideline.model import Guideline
    from navigator.pages.scene import Document
    from navigator.problems import Problem
    from navigator.ui.opening import Opened


_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer one call; the exit code."""
    typed = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    words = _parsed(typed)
    policy = of_machine(os.environ, sys.platform)
    call = Call(words, Language(words.lang or policy.language or "fr"), policy)
    try:
        code = _VERBS[words.verb](call)
        if sys.stdout is not None:  # the window's own program on Windows, opened by a double click, has none
            sys.stdout.flush()
        return code
    except Wrong as wrong:
        print(f"navigator: {wrong.sentence.in_(call.language)}", file=sys.stderr)
        return wrong.code
    except BrokenPipeError:
        _say_no_more()  # the reader is gone
        return OK
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        _say_no_more()
        sentence = Sentence(_("La réponse n’a pas pu être écrite en entier : il n’y a plus de place."))
        print(f"navigator: {sentence.in_(call.language)}", file=sys.stderr)
        return FOUND_WRONG


def _parsed(typed: Sequence[str]) -> "Namespace | SimpleNamespace":
    """What was asked; a start without a word waits for no parser."""
    if not typed:
        return SimpleNamespace(**UNSAID)
    from navigator.terminal.arguments import parser

    return parser().parse_args(typed)


def _say_no_more() -> None:
    """What is left to print goes nowhere: Python would try once more at its end, and trace that it could not."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - as long as the process


# --- the verbs


def _open(call: Call) -> int:
    """The window comes first and the rest is loaded behind it, unless a word that may be wrong is to be looked at."""
    place, factors = getattr(call.words, "place", "") or "", tuple(getattr(call.words, "patient", None) or ())
    opened = None if place or factors or no_display() else _opened(call)
    guideline, because = content_or_built_in(call)
    if place and place not in guideline.nodes and place not in guideline.treatments:
        raise unknown(place, [*guideline.nodes, *guideline.treatments])
    if no_display():
        return _walk_on(call, guideline, because, place)
    patient_of(guideline, factors)
    qt, frame = opened or _opened(call)
    from navigator.ui import app

    return app.run(
        qt, frame, guideline, _today(), built_in_because=because, place=place, factors=factors, policy=call.policy
    )


def _opened(call: Call) -> "Opened":
    from navigator.ui import opening

    app, frame = opening.open_frame(call.policy)
    from navigator.ui.fonts import write_name

    write_name(frame)
    opening.let_paint(app)
    return app, frame


def _today() -> "date":
    from datetime import date

    return date.today()


def _walk(call: Call) -> int:
    guideline, because = content_or_built_in(call)
    return _walk_on(call, guideline, because)


def _walk_on(call: Call, guideline: "Guideline", because: "Problem | None", place: str = "") -> int:
    from navigator.pages.sitting import Sitting
    from navigator.terminal.walk import NO_PATIENT, TerminalWalk

    policy, typed = call.policy, tuple(getattr(call.words, "patient", None) or ())
    fixed = guideline.sources.get(policy.reading)
    sitting = Sitting(
        guideline,
        call.language,
        _today(),
        fixed.id if fixed is not None and fixed.reading else "",
        reference=not policy.patient_panel,
        built_in_because=because,
        policy=policy,
    )
    if sitting.desk.reference and typed:
        raise Wrong(Sentence(NO_PATIENT))
    sitting.begin_with(patient_of(guideline, typed))
    sitting.open_at(place)
    return TerminalWalk(guideline, sitting, sys.stdin, sys.stdout).run()


def _check(call: Call) -> int:
    from navigator.terminal import checking

    folder = Path(call.words.folder or call.words.content or paths.content())
    checked = checking.check(folder)
    seen: tuple[Sentence, ...] = ()
    if call.words.safety:
        checked, seen = checking.with_safety(checked)
    if call.json:
        from navigator.terminal.forms import coverage_form, problem_form

        problems = [problem_form(p, call.language) for p in checked.problems]
        print_json(coverage_form(checked.covered, problems) if call.words.coverage else problems)
        return checking.code(checked.problems)
    for problem in checked.problems:
        print(problem.line(call.language))
    for sentence in checking.coverage_lines(checked) if call.words.coverage else ():
        print(sentence.in_(call.language))
    for sentence in (*seen, checked.counts):
        print(sentence.in_(call.language))
    return checking.code(checked.problems)


def _diff(call: Call) -> int:
    from navigator.guideline.compare import compare
    from navigator.terminal.differences import Differences

    old, new = (call.guideline_in(Path(folder)) for folder in (call.words.old, call.words.new))
    told = Differences(old, new, compare(old, new), call.language)
    if call.json:
        print_json(told.form())
    else:
        print(told.text())
    return OK


def _answer(call: Call) -> int:
    """Tree, show, options, score or search."""
    from navigator.terminal import answers

    return answers.VERBS[call.words.verb](call)


def _plan(call: Call) -> int:
    from navigator.terminal.plans import plan_verb

    return plan_verb(call, _pdf)


def _self_test(call: Call) -> int:
    from navigator.terminal import checking
    from navigator.ui import proof

    said, fine = checking.self_test(call.language, proof.pdf)
    print("\n".join(said))
    return OK if fine else FOUND_WRONG


def _schema(call: Call) -> int:
    from navigator.terminal import authoring

    asked = authoring.kinds(call.words.kind)
    if call.words.out is not None:
        written = authoring.write_schemas(asked, Path(call.words.out), call.language)
        print("\n".join(str(path) for path in written))
    elif call.words.kind is not None:
        print(authoring.schema_text(asked[0], call.language), end="")
    elif call.json:
        print_json({kind.name: kind.files for kind in asked})
    else:
        print("\n".join(f"{kind.name:<14} {kind.files}" for kind in asked))
    return OK


def _new(call: Call) -> int:
    from navigator.terminal import authoring

    path = authoring.new_treatment(call.words.id, Path(call.words.content or paths.content()), call.language)
    steps = [step.in_(call.language) for step in authoring.next_steps(call.words.id)]
    if call.json:
        print_json({"file": str(path), "next": steps})
    else:
        print("\n".join([str(path), *(f"  {number}. {step}" for number, step in enumerate(steps, start=1))]))
    return OK


def _export(call: Call) -> int:
    from navigator.terminal.exporting import export_verb

    return export_verb(call, _today(), _pdf)


def _pdf(document: "Document") -> bytes:
    """A document drawn by the window's room, which loads Qt only now."""
    from navigator.ui.paper_alone import pdf_alone

    return pdf_alone(document)


_VERBS: dict[str, Callable[[Call], int]] = {
    "open": _open,
    "walk": _walk,
    "check": _check,
    "diff": _diff,
    "tree": _answer,
    "show": _answer,
    "options": _answer,
    "plan": _plan,
    "score": _answer,
    "search": _answer,
    "self-test": _self_test,
    "schema": _schema,
    "new": _new,
    "export": _export,
}
