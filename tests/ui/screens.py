"""Every screen of the window as a user can reach it, by name, for the sweeps and the grabs."""

from collections.abc import Callable

from navigator.language import Sentence
from navigator.problems import Place, Problem
from navigator.ui.app import App

WOMAN = ("age=72", "sex=female", "weight=61", "creatinine=128", "taking=ssri,tramadol,none", "diabetes=yes")
FIT = ("age=52", "sex=male", "weight=80", "creatinine=80", "taking=none", "others=no")
Way = Callable[[App], object]


def _stage(app: App) -> None:
    app.session.open_at("diffuse.first-line", FIT)


def _blocked(app: App) -> None:
    app.session.open_at("diffuse.first-line", WOMAN)


def _trial(app: App) -> None:
    _stage(app)
    app.session.start_trial("gabapentin")
    app.session.change_draft("gabapentin", "300", "2")


def _treatment(app: App, id: str = "gabapentin") -> None:
    _blocked(app)
    app.session.open_treatment(id)


def _suitable(app: App) -> None:
    _stage(app)
    app.session.open_treatment("duloxetine")


def _combination(app: App) -> None:
    app.session.open_at("diffuse.combinations", FIT)
    app.session.open_treatment("gabapentin+duloxetine")


def _technique(app: App) -> None:
    app.session.open_at("trigeminal.interventional", FIT)
    app.session.open_treatment("microvascular-decompression")


def _end(app: App) -> None:
    _trial(app)
    app.session.record_outcome("relief-50", "")


def _drawer(app: App) -> None:
    _stage(app)
    app.session.home()
    app.window.focus_factor("age")


def _compare(app: App) -> None:
    _blocked(app)
    app.session.gather("gabapentin")
    app.session.gather("duloxetine")
    app.session.move("compare")


def _what_if(app: App) -> None:
    _blocked(app)
    app.session.move("what-if")
    app.session.suppose_about("ssri")


def _map(app: App) -> None:
    _trial(app)
    app.session.open_map()


def _map_asks(app: App) -> None:
    _map(app)
    app.session.go_to("central.first-line")


def _preview(app: App) -> None:
    _trial(app)
    app.session.open_node("diffuse.second-line")


def _rash(app: App) -> None:
    app.session.open_at("trigeminal.first-line", FIT)
    app.session.change_draft("carbamazepine", "400", "2")
    app.session.record_outcome("not-tolerated", "rash")


def _four(app: App) -> None:
    _stage(app)
    for treatment in ("gabapentin", "duloxetine", "amitriptyline", "venlafaxine"):
        app.session.gather(treatment)
    app.session.move("compare")


def _plan(app: App) -> None:
    _treatment(app)
    app.session.open_plan()


def _document(app: App, id: str) -> None:
    _trial(app)
    app.session.open_document(id)


def _answered(app: App, page: str, *present: str) -> None:
    app.session.choose_type("diffuse")
    app.session.open_article(page)
    sheet = page.removeprefix("score.")
    for finding in present:
        app.session.find(f"{sheet}.{finding}", "yes")
    assert {f"{sheet}.{finding}" for finding in present} <= app.session.desk.moment.findings.keys()


def _searched(app: App, text: str) -> None:
    _stage(app)
    app.window.open_search()
    app.window.search.edit.setText(text)


SCREENS: dict[str, Way] = {
    "start": lambda app: app.session.home(),
    "start-resume-error": lambda app: app.session.resume("NAV1-no-such-code"),
    "tour": lambda app: app.window.open_tour(),
    "map": _map,
    "map-asks": _map_asks,
    "stage": _stage,
    "stage-blocked": _blocked,
    "stage-trial": _trial,
    "stage-preview": _preview,
    "stage-rash": _rash,
    "stage-unknown": lambda app: app.session.open_at("central.first-line", ()),
    "compare-2": _compare,
    "compare-4": _four,
    "what-if": _what_if,
    "treatment": _treatment,
    "treatment-fits": _suitable,
    "combination": _combination,
    "technique": _technique,
    "plan": _plan,
    "leaflet": lambda app: _document(app, "leaflet.gabapentin"),
    "letter": lambda app: _document(app, "letter"),
    "note": lambda app: _document(app, "note"),
    "end": _end,
    "red-flags": lambda app: app.session.open_article("red-flags"),
    "red-flags-answered": lambda app: _answered(app, "red-flags", "cauda-equina"),
    "dn4": lambda app: app.session.open_article("score.dn4"),
    "dn4-answered": lambda app: _answered(app, "score.dn4", "burning", "tingling"),
    "landmarks": lambda app: app.session.open_article("landmarks"),
    "source": lambda app: app.session.open_article("source.sfetd-2020"),
    "mechanism": lambda app: app.session.open_article("background.sodium-channels"),
    "help": lambda app: app.session.open_help(),
    "settings": lambda app: app.session.open_settings(),
    "about": lambda app: app.session.open_article("about"),
    "search": lambda app: _searched(app, "préga"),
    "search-none": lambda app: _searched(app, "zzxqy"),
    "search-empty": lambda app: _searched(app, ""),
    "drawer": _drawer,
}

BROKEN = Problem(Place("pathways.yaml", 12), "missing", Sentence("« stages » manque."))
Other = tuple[Problem | None, bool]  # why the built-in content is open, and whether a patient is asked about
OTHER_APPS: dict[Other, dict[str, Way]] = {
    (BROKEN, True): {"start-built-in": lambda app: app.session.home()},
    (None, False): {
        "stage-reference": lambda app: app.session.open_at("diffuse.first-line", ()),
        "start-reference": lambda app: app.session.home(),
    },
}
