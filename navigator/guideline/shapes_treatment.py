"""The shape of treatments/<id>.yaml, as read_treatments.py and read_schedules.py read it."""

from navigator.guideline.model import SECTIONS, Basis, Kind, Severity
from navigator.guideline.read_schedules import TAKES
from navigator.guideline.read_statements import TOLD_TO_PATIENT
from navigator.guideline.read_treatments import MEASURES
from navigator.guideline.shapes import Either, Form, Key, Many, Shape, Where, Words
from navigator.guideline.shapes_shared import (
    ADVICE,
    BOTH,
    NOT_APPLICABLE,
    OWN_ID,
    PLACEMENTS,
    SECTION,
    SOURCES,
    STANDINGS,
    SUMMARY,
)
from navigator.language import _

STEP = Shape(
    "step",
    _("Un palier ; le dernier se répète jusqu’à la cible, puis jusqu’au maximum."),
    (
        Key("after_days", Form.RANGE, _("jours avant de monter : un nombre ou un intervalle"), "7-14"),
        Key("add_mg", Form.RANGE, _("mg ajoutés à la dose du jour"), "30"),
        Key(
            "up_to_mg",
            Form.NUMBER,
            _("dose du jour où ce palier s’arrête ; seul le dernier palier peut s’en passer"),
            "60",
            needed=False,
        ),
    ),
)
_BAND = Shape(
    "band",
    _("Une bande de clairance en mL/min : from ≤ clairance < below ; l’un des deux suffit."),
    (
        Key("from", Form.NUMBER, _("plus petite clairance, comprise"), "30", needed=False),
        Key("below", Form.NUMBER, _("clairance à partir de laquelle la bande ne vaut plus"), "60", needed=False),
    ),
)
_START = (
    Key("start_mg", Form.RANGE, _("dose de départ : mg par jour en moyenne ; un nombre ou un intervalle"), "100-300"),
    Key(
        "start_takes",
        Many(Words(TAKES), least=1),
        _("prises tant que dure la dose de départ ; sinon celles de « takes »"),
        "[evening]",
        needed=False,
    ),
    Key(
        "start_interval_days",
        Form.WHOLE,
        _("2 : un jour sur deux au départ ; 25 mg tous les 2 jours s’écrit alors « start_mg: 12.5 »"),
        "2",
        needed=False,
    ),
    Key(
        "first_step_min_days",
        Form.WHOLE,
        _("jours à passer au moins à la dose de départ"),
        "3",
        needed=False,
    ),
)
_LEAVING = (
    Key("taper_mg", Form.NUMBER, _("mg retirés à chaque pas de l’arrêt progressif"), "30", needed=False),
    Key("taper_every_days", Form.WHOLE, _("jours entre deux pas de l’arrêt progressif"), "7", needed=False),
    Key("specialist", Form.FLAG, _("true si seul un spécialiste conduit ce schéma"), "true", needed=False),
    Key("note", Form.TEXT, _("précision affichée sous le schéma"), BOTH, needed=False),
    SOURCES,
)
_SCHEDULE = Shape(
    "schedule",
    _("Comment commencer, monter et plafonner ; le premier schéma dont la condition est vraie s’applique."),
    (
        Key("id", Form.ID, OWN_ID, "usual"),
        Key("title", Form.TEXT, _("nom du schéma"), "{fr: Schéma habituel, en: Usual schedule}"),
        Key("band", _BAND, _("clairances auxquelles il s’applique"), "{from: 30, below: 60}", needed=False),
        Key("when", Form.CONDITION, _("condition de plus ; sans elle, toujours"), "age < 65", needed=False),
        *_START,
        Key("takes", Many(Words(TAKES), least=1), _("moments de prise"), "[morning, evening]"),
        Key("steps", Many(STEP), _("paliers, dans l’ordre"), "[{after_days: 7-14, add_mg: 30, up_to_mg: 60}]"),
        Key("target_mg", Form.RANGE, _("dose visée par jour : un nombre ou un intervalle"), "150-600"),
        Key("max_mg", Form.NUMBER, _("dose maximale par jour"), "600"),
        Key("judge_after_weeks", Form.NUMBER, _("semaines à la dose visée avant de juger"), "6"),
        *_LEAVING,
    ),
)
_LIQUID = Shape(
    "liquid",
    _("Une forme liquide."),
    (
        Key("mg", Form.NUMBER, _("mg dans une unité"), "1"),
        Key("unit", Form.TEXT, _("nom de l’unité"), "{fr: goutte, en: drop}"),
        Key("units", Form.TEXT, _("le même nom au pluriel, comme la fiche le compte"), "{fr: gouttes, en: drops}"),
    ),
)
_BLOCKING = (Severity.CONTRAINDICATED, Severity.AVOID)
_RULE = Shape(
    "rule",
    _("Ce qu’un fait du patient change pour ce traitement."),
    (
        Key("id", Form.ID, _("identifiant du traitement, un point, un mot ; unique et stable"), "duloxetine.renal"),
        Key("dossier", Many(Form.WORD), _("lignes du dossier médical"), "[R020, 5c]", needed=False),
        Key("when", Form.CONDITION, _("condition sur les facteurs"), "crcl < 30"),
        Key("severity", Words(tuple(Severity)), _("force de la règle ; la plus forte l’emporte"), "contraindicated"),
        Key("because", Form.TEXT, _("le danger pour ce patient, avec le seuil, en une phrase"), BOTH),
        Key(
            "instead",
            Form.TEXT,
            _("que faire à la place"),
            BOTH,
            needed=False,
            must=Where("severity", _BLOCKING),
        ),
        Key("basis", Words(tuple(Basis)), _("genre de texte sur lequel la règle repose"), "label"),
        Key("status", STANDINGS, _("jusqu’où le fait a été vérifié"), "read"),
        SOURCES,
    ),
)
_SECTION_SAYS = {
    "authorisation": _("AMM française ou usage hors AMM, règles de prescription, chacune avec « review_by »"),
    "mechanism": _("comment le traitement agit"),
    "dosing": _("ce que les champs du schéma ne disent pas ; article et notice quand ils diffèrent"),
    "renal": _("rein : dose et limites"),
    "hepatic": _("foie : dose et limites"),
    "elderly": _("sujet âgé"),
    "contraindications": _("contre-indications de la notice"),
    "interactions": _("autres médicaments et aliments"),
    "adverse_common": _("effets indésirables fréquents"),
    "adverse_serious": _("effets indésirables graves"),
    "before_starting": _("vérifications avant la première dose"),
    "stopping": _("arrêt progressif"),
    "pregnancy": _("grossesse"),
    "breastfeeding": _("allaitement"),
    "contraception": _("contraception"),
    "misuse": _("mésusage et dépendance"),
    "advice": _("ce qui est dit au patient"),
    "expectations": _("délai avant de juger, effet à attendre"),
    "evidence": _("recommandations, désaccords, qualité des preuves"),
    "referral": _("quand adresser ; pour une technique : à qui, par qui, combien de temps"),
}
_SECTION_EXAMPLE = f"[{{text: {BOTH}, sources: [v106]}}]"
_SECTIONS = Shape(
    "sections",
    _("Les parties de la page. Toutes sont présentes : ce qui est sans objet le dit."),
    tuple(
        Key(name, ADVICE, _SECTION_SAYS[name], f"[{{text: {BOTH}, sources: [v106], topic: call}}]")
        if name == TOLD_TO_PATIENT
        else Key(name, SECTION, _SECTION_SAYS[name], _SECTION_EXAMPLE)
        for name in SECTIONS
    ),
)
_MONITORING = Shape(
    "monitoring",
    _("Un examen à surveiller."),
    (
        Key("what", Form.TEXT, _("ce qui est surveillé"), "{fr: Natrémie, en: Sodium}"),
        Key("when", Form.TEXT, _("quand"), "{fr: À 2 semaines, en: At 2 weeks}"),
        SOURCES,
    ),
)
_DRIVING = Shape(
    "driving",
    _("Le pictogramme français de conduite."),
    (
        Key("level", Words(("0", "1", "2", "3")), _("niveau du pictogramme ; 0 : aucun"), "2"),
        Key("text", Form.TEXT, _("conseil au conducteur"), BOTH),
        SOURCES,
        Key(
            "status",
            STANDINGS,
            _("« unsure » si le niveau est incertain : il décide des conseils, mais ne se montre pas"),
            "unsure",
            needed=False,
        ),
    ),
)
_EVIDENCE = Shape(
    "evidence",
    _("Un chiffre d’essais."),
    (
        Key("measure", Words(MEASURES), _("nnt (à traiter) ou nnh (pour nuire)"), "nnt"),
        Key("value", Form.NUMBER, _("la valeur"), "6.4"),
        Key("low", Form.NUMBER, _("bas de l’intervalle à 95 %"), "5.2", needed=False),
        Key("high", Form.NUMBER, _("haut de l’intervalle ; absent avec « low » : sans limite"), "8.4", needed=False),
        Key("label", Form.TEXT, _("pour qui le chiffre vaut, si c’est toute une classe"), BOTH, needed=False),
        Key("population", Form.TEXT, _("les personnes étudiées et le résultat compté"), BOTH),
        Key("source", Form.CITATION, _("la source du chiffre, une seule"), "neupsig-2015-t3"),
        Key(
            "leaflet",
            Form.FLAG,
            _("la fiche du patient le compte sur 100 : moitié moins mal (nnt), arrêt pour un effet (nnh)"),
            "true",
            needed=False,
        ),
    ),
)

TREATMENT = Shape(
    "treatment",
    _("Un médicament ou une technique, dans un fichier de son nom."),
    (
        Key("id", Form.ID, _("identifiant : le nom du fichier sans « .yaml »"), "duloxetine"),
        Key("name", Form.TEXT, _("nom affiché"), "{fr: Duloxétine, en: Duloxetine}"),
        Key("kind", Words(tuple(Kind)), _("genre ; combination est réservé à interactions.yaml"), "medicine"),
        Key("class", Form.ID, _("classe, de la liste « classes » de pathways.yaml"), "snri"),
        Key("brands", Many(Form.WORD), _("noms de marque français"), "[Cymbalta]", needed=False),
        Key("synonyms", Many(Form.WORD), _("autres mots pour la recherche"), "[IRSNA, SNRI]", needed=False),
        Key(
            "mechanisms",
            Many(Form.ID),
            _("pages de background.yaml qui expliquent son action"),
            "[descending-inhibition]",
            needed=False,
        ),
        SUMMARY,
        PLACEMENTS,
        Key("strengths_mg", Many(Form.NUMBER), _("dosages du marché, en montant"), "[30, 60]", needed=False),
        Key(
            "liquid",
            _LIQUID,
            _("forme liquide"),
            "{mg: 1, unit: {fr: goutte, en: drop}, units: {fr: gouttes, en: drops}}",
            needed=False,
        ),
        Key("no_unit", Form.TEXT, _("à la place des dosages : pourquoi aucune unité n’existe"), BOTH, needed=False),
        Key(
            "prescription_days",
            Form.WHOLE,
            _("nombre de jours qu’une ordonnance couvre au plus, où la loi le limite"),
            "28",
            needed=False,
        ),
        Key("schedules", Many(_SCHEDULE), _("schémas de dose, dans l’ordre ; [] pour une technique"), "[]"),
        Key("rules", Many(_RULE), _("règles selon le patient"), "[]"),
        Key(
            "sections",
            _SECTIONS,
            _("les vingt parties de la page : une liste de phrases chacune, ou {{not_applicable: {{fr: …, en: …}}}}"),
            "{authorisation: […], mechanism: […], …}",
        ),
        Key("monitoring", Many(_MONITORING), _("surveillance ; [] s’il n’y en a pas"), "[]"),
        Key(
            "driving",
            Either((_DRIVING, NOT_APPLICABLE)),
            _("conduite, ou {{not_applicable: {{fr: …, en: …}}}}"),
            f"{{level: 2, text: {BOTH}, sources: [v59]}}",
        ),
        Key("evidence", Many(_EVIDENCE), _("chiffres d’essais ; [] s’il n’y en a pas"), "[]"),
    ),
)
