"""The settings page: every choice with its present answer, and the reason where an administrator has fixed it.

Knows what can be chosen. Decides no medicine and changes nothing.
"""

from navigator.guideline.model import Guideline
from navigator.language import _, say
from navigator.pages import filters, scene
from navigator.pages.desk import Desk
from navigator.pages.filters import tr
from navigator.pages.settings import CREATININE, PANELS, THEMES, ZOOMS

_THEMES = {
    "system": _("Comme le système"),
    "light": _("Clair"),
    "dark": _("Sombre"),
    "contrast": _("Contraste élevé"),
}


def settings_page(guideline: Guideline, desk: Desk) -> scene.SettingsPage:
    """Everything that can be chosen, as it is now."""
    language = desk.language
    return scene.SettingsPage(
        title=tr(_("Réglages"), language),
        lead=tr(_("Chaque choix prend effet aussitôt ; la consultation en cours reste ouverte."), language),
        groups=(
            scene.ChoiceGroup(
                tr(_("Lecture"), language), (_language(desk), _reading(guideline, desk), *_creatinine(desk))
            ),
            scene.ChoiceGroup(tr(_("Affichage"), language), (_theme(desk), _zoom(desk), _font(desk), *_panel(desk))),
        ),
        kept=tr(_("Ces choix restent sur ce poste. Aucune donnée de patient n’y figure."), language),
        restore_label=tr(_("Remettre les réglages d’origine"), language),
        restore_help=tr(_("La langue reste celle que vous lisez."), language),
        moves=(
            scene.Move("return", tr(_("Revenir à la consultation"), language), primary=True),
            scene.Move("about", tr(_("À propos de Navigateur"), language)),
        ),
    )


def readings(guideline: Guideline, desk: Desk) -> tuple[scene.Option, ...]:
    """The sources that may lay out the stages: all of them, or the one that the administrator has fixed."""
    found = [s for s in guideline.sources.values() if s.reading]
    fixed = [s for s in found if s.id == desk.policy.reading]
    return tuple(scene.Option(s.id, filters.told(s.short, desk.language)) for s in fixed or found)


def _locked(desk: Desk, name: str) -> str:
    return tr(_("Fixé par l’administrateur de ce poste"), desk.language) if desk.policy.fixes(name) else ""


def _language(desk: Desk) -> scene.Choice:
    options = (scene.Option("fr", "Français"), scene.Option("en", "English"))
    title = say(_("Langue"), desk.language)
    return scene.Choice("language", title, "", options, desk.language.value, True, _locked(desk, "language"))


def _reading(guideline: Guideline, desk: Desk) -> scene.Choice:
    return scene.Choice(
        "reading",
        tr(_("Recommandation suivie"), desk.language),
        tr(_("Elle ordonne les étapes ; les écarts avec les autres restent montrés."), desk.language),
        readings(guideline, desk),
        desk.moment.reading,
        False,
        _locked(desk, "reading"),
    )


def _creatinine(desk: Desk) -> tuple[scene.Choice, ...]:
    if desk.reference:
        return ()
    language = desk.language
    title, help = tr(_("Unité de la créatinine"), language), tr(_("Celle de votre laboratoire."), language)
    options = tuple(scene.Option(unit, unit) for unit in CREATININE)
    return (scene.Choice("creatinine", title, help, options, desk.settings.creatinine, few=True),)


def _theme(desk: Desk) -> scene.Choice:
    options = tuple(scene.Option(id, say(_THEMES[id], desk.language)) for id in THEMES)
    selected = desk.policy.theme or desk.settings.theme
    help = tr(_("Ctrl+T passe du clair au sombre."), desk.language)
    return scene.Choice("theme", say(_("Thème"), desk.language), help, options, selected, True, _locked(desk, "theme"))


def _zoom(desk: Desk) -> scene.Choice:
    percent = _("{zoom} %")
    options = tuple(scene.Option(str(zoom), tr(percent, desk.language, zoom=zoom)) for zoom in ZOOMS)
    help = tr(_("Ctrl++ et Ctrl+− l’agrandissent et la réduisent ; Ctrl+0 la remet à 100 %."), desk.language)
    return scene.Choice(
        "zoom", say(_("Taille du texte"), desk.language), help, options, str(desk.settings.zoom), few=False
    )


def _font(desk: Desk) -> scene.Choice:
    options = (
        scene.Option("shipped", "IBM Plex Sans"),
        scene.Option("system", say(_("Celle du système"), desk.language)),
    )
    help = tr(_("IBM Plex Sans distingue I, l et 1, O et 0, et aligne les chiffres."), desk.language)
    return scene.Choice(
        "font", say(_("Police de caractères"), desk.language), help, options, desk.settings.font, few=True
    )


def _panel(desk: Desk) -> tuple[scene.Choice, ...]:
    if desk.reference:
        return ()
    language, chosen = desk.language, desk.settings.panel
    widths = sorted({*PANELS, chosen})
    options = tuple(
        scene.Option(str(w), tr(_("{width} pixels"), language, width=w) if w else say(_("Automatique"), language))
        for w in widths
    )
    title = say(_("Largeur du volet patient"), language)
    help = tr(_("Son bord se déplace aussi à la souris ; un double-clic le remet en place."), language)
    return (scene.Choice("panel", title, help, options, str(chosen), few=False),)
