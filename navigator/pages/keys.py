"""The keys of the app as data: where each one works, how it is written on a keyboard, what it does.

The help shows this table; a test holds it against the real shortcuts of the window. Binds nothing itself.
"""

from dataclasses import dataclass

from navigator.language import _

EVERYWHERE = ""
SCREENS = {
    "start": _("Page d’accueil"),
    "node": _("Étape du parcours"),
    "treatment": _("Traitement"),
    "plan": _("Calendrier de prise"),
    "checklist": _("DN4 et signes d’alerte"),
    "map": _("Carte"),
    "article": _("Page à lire"),
    "document": _("Document"),
    "compare": _("Comparaison"),
    "settings": _("Réglages"),
    "tour": _("Visite du premier démarrage"),
    "panel": _("Patient et réponses Oui/Non"),
    "rail": _("Parcours à gauche"),
}


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One line of the help. `screen`: a key of SCREENS, or everywhere.

    `bound`: the shortcuts of the window, in Qt's portable names; empty where a control takes the keys itself.
    """

    screen: str
    shown: str
    meaning: str
    bound: tuple[str, ...] = ()


KEYS = (
    KeyLine(
        "start", _("1 – 4 (ou & é \" ')"), _("choisir le type de douleur"), ("1", "2", "3", "4", "&", "É", '"', "'")
    ),
    KeyLine("start", "D · A · R", _("score DN4 · signes d’alerte · repères"), ("D", "A", "R")),
    KeyLine("node", "F4", _("étape : traitement essayé ; d’une ligne « gaba 300 2 », puis Entrée"), ("F4",)),
    KeyLine("node", _("1 – 4 (ou & é \" ')"), _("sur un résultat d’essai : noter le résultat de ce rang")),
    KeyLine("node", "C", _("sur une option : l’ajouter à la comparaison")),
    KeyLine("treatment", "Ctrl+D", _("calendrier de prise"), ("Ctrl+D",)),
    KeyLine("plan", _("flèches · Entrée"), _("dans le tableau : d’une case à l’autre · changer des jours ou une dose")),
    KeyLine("plan", "Ctrl+P", _("imprimer le calendrier")),
    KeyLine("checklist", _("O · N"), _("oui · non, et au signe suivant")),
    KeyLine("checklist", _("↑ · ↓ · Suppr"), _("signe précédent · suivant · oublier la réponse")),
    KeyLine("checklist", _("Ctrl+Entrée"), _("signes d’alerte : aucun (autre) signe"), ("Ctrl+Return", "Ctrl+Enter")),
    KeyLine("checklist", _("Échap"), _("revenir où l’on était")),
    KeyLine("map", _("← ↑ → ↓ · Entrée"), _("d’une case à l’autre · ouvrir")),
    KeyLine("treatment", _("Page préc. · Page suiv. · Début · Fin"), _("parcourir la page")),
    KeyLine("article", _("Échap"), _("aide : revenir où l’on était")),
    KeyLine("document", "Ctrl+P", _("imprimer ce document")),
    KeyLine("tour", "← · →", _("carte précédente · suivante"), ("Left", "Right")),
    KeyLine("panel", _("O · N · Suppr"), _("oui · non · non précisé")),
    KeyLine("panel", "← · →", _("d’une réponse à l’autre, sans répondre")),
    KeyLine("panel", _("← · → · Début"), _("sur le bord du panneau : plus large · moins large · comme à l’origine")),
    KeyLine("rail", _("Entrée"), _("étape : l’ouvrir ; essai ou réponse : le corriger")),
    KeyLine("rail", "F4", _("corriger la réponse de cette ligne")),
    KeyLine(EVERYWHERE, "Ctrl+K", _("rechercher"), ("Ctrl+K",)),
    KeyLine(EVERYWHERE, "Ctrl+F", _("chercher dans la page"), ("Ctrl+F",)),
    KeyLine(
        EVERYWHERE,
        _("Entrée ou F7 · flèches · Échap"),
        _("dans un texte : parcourir les liens et les mots · suivant · quitter"),
    ),
    KeyLine(EVERYWHERE, "Ctrl+P", _("fiche ou courrier de la page ; de là, imprimer"), ("Ctrl+P",)),
    KeyLine(
        EVERYWHERE,
        _("Alt+← · Alt+→ · Alt+Début"),
        _("page précédente · suivante · accueil"),
        ("Alt+Left", "Back", "Alt+Right", "Forward", "Alt+Home"),
    ),
    KeyLine(EVERYWHERE, "Ctrl+Z · Ctrl+Y", _("annuler · rétablir"), ("Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z")),
    KeyLine(EVERYWHERE, "F2", _("patient en une ligne ; encore : premier champ à préciser"), ("F2",)),
    KeyLine(EVERYWHERE, "F3", _("patient : terrain sans particularité, ou rien d’autre"), ("F3",)),
    KeyLine(EVERYWHERE, _("F6 · Maj+F6"), _("région suivante · précédente"), ("F6", "Shift+F6")),
    KeyLine(EVERYWHERE, "Ctrl+M", _("carte du parcours"), ("Ctrl+M",)),
    KeyLine(EVERYWHERE, _("Ctrl+Maj+N"), _("nouveau patient"), ("Ctrl+Shift+N",)),
    KeyLine(
        EVERYWHERE,
        _("Ctrl+Maj+C"),
        _("copier la note de consultation et son code de reprise"),
        ("Ctrl+Shift+C",),
    ),
    KeyLine(EVERYWHERE, "Ctrl+T", _("thème clair ou sombre"), ("Ctrl+T",)),
    KeyLine(
        EVERYWHERE,
        _("Ctrl++ · Ctrl+− · Ctrl+0 (ou Ctrl+à)"),
        _("taille du texte : plus · moins · normale"),
        ("Ctrl++", "Ctrl+=", "Ctrl+-", "Ctrl+0", "Ctrl+À"),
    ),
    KeyLine(EVERYWHERE, "Ctrl+,", _("réglages"), ("Ctrl+,",)),
    KeyLine(EVERYWHERE, _("Échap"), _("fermer ce qui est par-dessus la page")),
    KeyLine(EVERYWHERE, "F1", _("cette page"), ("F1",)),
)


def lines_by_screen(current: str) -> list[tuple[str, tuple[KeyLine, ...]]]:
    """The lines of each screen with its name: those of `current` first, then what works everywhere, then the others."""
    others = [screen for screen in SCREENS if screen != current]
    order = [*([current] if current in SCREENS else []), EVERYWHERE, *others]
    found = [(screen, tuple(line for line in KEYS if line.screen == screen)) for screen in order]
    return [(SCREENS.get(screen, _("Partout")), lines) for screen, lines in found if lines]
