"""The sections of a treatment page: their order, their tabs and their names, and the words of levels and severities.

Knows ids and words. Knows no treatment.
"""

from navigator.guideline.model import Level, Severity
from navigator.language import _

TABS = (
    ("dosing", _("Posologie"), ("before_starting", "dosing", "expectations")),
    ("kidney", _("Rein, foie, âge"), ("renal", "hepatic", "elderly")),
    (
        "contraindications",
        _("Contre-indications"),
        ("contraindications", "pregnancy", "breastfeeding", "contraception"),
    ),
    ("interactions", _("Interactions"), ("interactions",)),
    ("monitoring", _("Suivi"), ()),
    ("effects", _("Effets"), ("adverse_common", "adverse_serious")),
    ("stopping", _("Arrêt"), ("stopping", "misuse")),
    ("advice", _("Conseils"), ("advice",)),
    ("evidence", _("Preuves"), ("evidence", "mechanism")),
    ("referral", _("Orientation"), ("referral",)),
    ("rules", _("Réglementation"), ("authorisation",)),
    ("sources", _("Sources"), ()),
)
SHORT = {"kidney": _("Rein, foie"), "rules": _("Règles")}  # the word of a tab where the title of its section is long
SECTION = {
    "authorisation": _("Autorisation et règles de prescription"),
    "mechanism": _("Mécanisme"),
    "dosing": _("Ce que disent les sources"),
    "renal": _("Rein"),
    "hepatic": _("Foie"),
    "elderly": _("Sujet âgé"),
    "contraindications": _("Absolues, puis précautions"),
    "interactions": _("Interactions"),
    "adverse_common": _("Effets indésirables fréquents"),
    "adverse_serious": _("Effets indésirables graves"),
    "before_starting": _("Avant de débuter"),
    "stopping": _("Comment arrêter"),
    "pregnancy": _("Grossesse"),
    "breastfeeding": _("Allaitement"),
    "contraception": _("Contraception"),
    "misuse": _("Mésusage"),
    "advice": _("À dire au patient"),
    "expectations": _("Ce que l’on peut attendre"),
    "evidence": _("Preuves et désaccords"),
    "referral": _("Orientation"),
}
LEVEL = {
    Level.CONTRAINDICATED: _("Contre-indiqué"),
    Level.AVOID: _("Déconseillé"),
    Level.CAUTION: _("Prudence"),
    Level.COMPATIBLE: _("Compatible"),
}
SEVERITY = {
    Severity.CONTRAINDICATED: _("Contre-indiqué"),
    Severity.AVOID: _("Déconseillé"),
    Severity.CAUTION: _("Prudence"),
    Severity.PREFER: _("Favorable"),
}
