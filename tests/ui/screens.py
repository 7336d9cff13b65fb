"""Every screen of the window as a user can reach it, by name, for the sweeps and the grabs."""

from collections.abc import Callable

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


def _search(app: App) -> None:
    _stage(app)
    app.window.open_search()
    app.window.search.edit.setText("préga")


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


SCREENS: dict[str, Way] = {
    "start": lambda app: app.session.home(),
    "map": _map,
    "compare": _compare,
    "what-if": _what_if,
    "map-asks": _map_asks,
    "stage": _stage,
    "stage-blocked": _blocked,
    "stage-trial": _trial,
    "stage-unknown": lambda app: app.session.open_at("central.first-line", ()),
    "treatment": _treatment,
    "treatment-fits": _suitable,
    "combination": _combination,
    "technique": _technique,
    "end": _end,
    "red-flags": lambda app: app.session.open_article("red-flags"),
    "dn4": lambda app: app.session.open_article("score.dn4"),
    "landmarks": lambda app: app.session.open_article("landmarks"),
    "source": lambda app: app.session.open_article("source.sfetd-2020"),
    "help": lambda app: app.session.open_help(),
    "settings": lambda app: app.session.open_settings(),
    "about": lambda app: app.session.open_article("about"),
    "search": _search,
    "drawer": _drawer,
}
