"""The words of the command line: verbs and options, each with its help. Knows argparse; answers nothing."""

import argparse
import sys
from collections.abc import Callable
from typing import NoReturn

from navigator import __version__
from navigator.terminal.call import UNSAID, WRONG_USE


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One line on standard error, exit 2."""
        print(f"navigator: {message} (navigator --help)", file=sys.stderr)
        raise SystemExit(WRONG_USE)


def _shared() -> _Parser:
    shared = _Parser(add_help=False)
    shared.add_argument("--lang", choices=("fr", "en"), default=argparse.SUPPRESS, help="fr (or as fixed) or en")
    shared.add_argument("--content", metavar="DIR", default=argparse.SUPPRESS, help="read another content folder")
    shared.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="short for --format json")
    return shared


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    whole = _Parser(prog="navigator", description="Offline guideline navigator for chronic neuropathic pain.")
    whole.add_argument("--version", action="version", version=f"navigator {__version__}")
    whole.set_defaults(**UNSAID)
    for flag, extra in (("--lang", {"choices": ("fr", "en")}), ("--content", {"metavar": "DIR"})):
        whole.add_argument(flag, **extra)
    verbs = whole.add_subparsers(metavar="VERB", parser_class=_Parser)
    shared = _shared()

    def verb(name: str, does: str, *formats: str) -> argparse.ArgumentParser:
        made = verbs.add_parser(name, help=does, description=does, parents=[shared])
        made.set_defaults(verb=name)
        if formats:
            made.add_argument("--format", choices=formats, default="text")
        return made

    def about_patient(made: argparse.ArgumentParser) -> argparse.ArgumentParser:
        made.add_argument("-p", dest="patient", action="append", metavar="NAME=VALUE", help="a fact of the patient")
        return made

    about_patient(verb("open", "open the window at a node or treatment")).add_argument("place", nargs="?")
    about_patient(verb("walk", "the consultation in the terminal"))
    _add_for_authors(verb)
    verb("tree", "the whole tree", "text", "json", "dot")
    about_patient(verb("show", "a page", "text", "html", "json")).add_argument("id", metavar="ID")
    made = about_patient(verb("options", "the options of a stage for this patient", "text", "json"))
    made.add_argument("node", metavar="NODE")
    made.add_argument("--reading", metavar="SOURCE")
    _add_plan(about_patient(verb("plan", "dated titration", "text", "json", "ics", "pdf")))
    made = verb("score", "a clinical score", "text", "json")
    made.add_argument("id", metavar="ID")
    made.add_argument("--answers", required=True, metavar="1,0,…")
    verb("search", "find in the guideline", "text", "json").add_argument("words", nargs="+")
    made = verb("export", "the whole guideline as a handbook")
    made.add_argument("file", metavar="FILE.pdf|FILE.html")
    made.add_argument("--wall", action="store_true", help="the tree on one A3 sheet instead")
    verb("self-test", "the installed app checks itself")
    return whole


def _add_plan(made: argparse.ArgumentParser) -> None:
    """What the doctor tells a plan."""
    made.add_argument("treatment", metavar="TREATMENT")
    made.add_argument("--start", required=True, metavar="YYYY-MM-DD")
    made.add_argument("--schedule", metavar="ID", help="a gentler schedule than the one that applies")
    made.add_argument("--pace", choices=("slow", "fast"), default="slow", help="which end of the ranges steps take")
    made.add_argument("--target", metavar="MG", help="the dose to aim at, mg a day")
    made.add_argument("--steps", metavar="MGxDAYS,…", help="steps of your own, held against the limits")
    made.add_argument("--from", dest="leaving", metavar="TREATMENT", help="the treatment that this one replaces")
    made.add_argument("--from-dose", dest="leaving_dose", metavar="MG", help="its dose now, mg a day")
    made.add_argument("-o", dest="out", metavar="FILE", help="write there instead of standard output")


def _add_for_authors(verb: Callable[..., argparse.ArgumentParser]) -> None:
    """The verbs of those who write the content."""
    made = verb("check", "every problem of the content")
    made.add_argument("folder", nargs="?", metavar="DIR")
    made.add_argument("--safety", action="store_true", help="the safety sweep as well: some minutes")
    made.add_argument("--coverage", action="store_true", help="the cases in which each rule speaks, and is silent")
    made = verb("diff", "what changed between two content folders", "text", "json")
    made.add_argument("old", metavar="OLD")
    made.add_argument("new", metavar="NEW")
    made = verb("schema", "JSON Schema of the content files, for editors")
    made.add_argument("kind", nargs="?", metavar="FILE-KIND")
    made.add_argument("-o", dest="out", metavar="DIR", help="write FILE-KIND.json there")
    made = verb("new", "the skeleton of a new content file")
    made.add_argument("what", choices=("treatment",), metavar="treatment")
    made.add_argument("id", metavar="ID")
