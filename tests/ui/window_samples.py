"""Scenes made by hand for the whole window, with a little of everything that a widget can be asked to show."""

from navigator.language import Language
from navigator.pages import scene as s

SUITABLE = s.Status(s.Mark.SUITABLE, "Adapté")
LINES = (
    s.LineTag("SFETD 2020", "2e", "differs", "SFETD 2020 : deuxième ligne"),
    s.LineTag("NeuPSIG 2025", "1re", "same", "NeuPSIG 2025 : première ligne"),
)


def yes_no(id: str, state: str = "unknown", value: str = "", note: str = "") -> s.Field:
    """A yes-no factor."""
    return s.Field(id, "yes-no", id.capitalize(), state, value, note=note)


def number(id: str = "age", value: str = "", state: str = "", unit: str = "", error: str = "") -> s.Field:
    """A number; answered where it has a value."""
    known = "answered" if value else "unknown"
    return s.Field(id, "number", id.capitalize(), state or known, value, unit, error=error)


SEX = (s.Option("female", "Femme"), s.Option("male", "Homme"))
LEVELS = (s.Option("none", "Aucune"), s.Option("mild", "Légère"), s.Option("severe", "Sévère"))
BODY = (
    number("age", "72", unit="ans"),
    s.Field("sex", "choice", "Sexe", "answered", "female", options=SEX),
    number("weight", state="asked", unit="kg"),
    s.Field("creatinine", "number", "Créatinine", "answered", "96", "µmol/L", units=("µmol/L", "mg/dL")),
)
HEART = (
    yes_no("block", "asked"),
    yes_no("qt", "answered", "no"),
    s.Field("liver", "choice", "Foie", "unknown", options=LEVELS),
)
WOMEN = (yes_no("pregnant", "implied", "no", "Sans objet."),)


def patient(*body: s.Field) -> s.PatientPanel:
    """A panel with three groups; `body` replaces the fields of the first."""
    return s.PatientPanel(
        title="Patient",
        to_settle="3 à préciser",
        summary="F · 72 ans · ClCr 45",
        groups=(
            s.FieldGroup("body", "Mesures", body or BODY),
            s.FieldGroup("heart", "Cœur", HEART, "Rien d’autre", asked=1),
            s.FieldGroup("women", "Grossesse", WOMEN, "Rien d’autre", open=False),
        ),
        clearance=s.Clearance("Clairance", "45", 45.0, level="modérée", mark=s.Mark.CAUTION),
        privacy="Rien n’est enregistré.",
        new_patient="Nouveau patient",
        line=s.PatientLine("Le patient en une ligne", "72 ans, femme…"),
        close_all="Terrain sans particularité",
    )


SECTIONS = tuple(s.Tab(f"part{n}", f"Partie {n}") for n in range(1, 9))
HTML = '<p class="lead">Résumé.</p>' + "".join(
    f'<h2><a name="{t.id}"></a>{t.title}</h2>' + '<p>Un <a href="article:opioids">texte</a> assez long.</p>' * 8
    for t in SECTIONS
)


def interval(value: float) -> s.Interval:
    """A value with limits round it."""
    return s.Interval(value, value * 0.8, value * 1.4, f"{value:g}")


EVIDENCE = s.EvidenceChart(
    title="Efficacité",
    nnt_title="NNT",
    nnt_hint="plus bas",
    nnh_title="NNH",
    nnh_hint="plus haut",
    none_label="non estimable",
    rows=(
        s.EvidenceRow("Tricycliques", interval(3.6), interval(13.4), False),
        s.EvidenceRow("Prégabaline", interval(7.7), s.Interval(11.8, 9.5, None, "11,8"), True),
        s.EvidenceRow("Capsaïcine", s.Interval(10.6, None, None, "10,6"), None, False),
    ),
    caption="Finnerup 2015",
    spoken="NNT de 3 traitements",
)
TITRATION = s.TitrationChart(
    title="Titration",
    caption="Dose par jour",
    steps=(s.ChartStep(0, 25, "25"), s.ChartStep(7, 50, "50"), s.ChartStep(14, 150, "150")),
    horizon_days=56,
    target_low=150,
    target_high=300,
    target_label="Zone cible",
    maximum=300,
    maximum_label="Maximum 300 mg/j",
    judge_day=42,
    judge_label="Évaluer",
    axis="mg/j",
    spoken="jour 0, 25 mg par jour",
)
FIGURES = (
    s.Figure("Début", "25", "mg le soir", "sujet âgé"),
    s.Figure("Palier", "+ 25", "mg", "tous les 7 jours"),
    s.Figure("Cible", "150–300", "mg/j", "en 2 prises"),
    s.Figure("Maximum", "300", "mg/j", "au lieu de 600", adapted=True),
)


def alerts(count: int) -> tuple[s.Alert, ...]:
    """What is missing, and a box of cautions; `count` of them in all, of which two cautions are seen at first."""
    reasons = tuple(s.AlertReason(f"Œdèmes {n}.", "Surveiller.", "RCP") for n in range(1, count))
    missing = s.Alert(s.Mark.MISSING, "Information manquante", "Bloc ?", action="Préciser", factor="block")
    return (missing, s.Alert(s.Mark.CAUTION, "Prudence", reasons=reasons, shown=2)) if reasons else (missing,)


SHELVES = (
    s.Shelf(
        "sources", "Sources", (s.Reference("1. RCP", "lu", "source.rcp"), s.Reference("2. NICE", "lu", "source.nice"))
    ),
    s.Shelf("glossary", "Glossaire", (s.Reference("Allodynie", "Douleur au contact.", id="term.allodynia"),)),
)


def treatment(id: str = "pregabalin", alert_count: int = 2) -> s.TreatmentPage:
    """A treatment with all its parts."""
    return s.TreatmentPage(
        treatment=id,
        crumbs=("Première ligne", "Prégabaline"),
        name="Prégabaline",
        class_name="Gabapentinoïde",
        status=SUITABLE,
        alerts=alerts(alert_count),
        more_alerts=f"et {alert_count - 3} autres" if alert_count > 3 else "",
        checked="Vérifié sans incidence : glaucome",
        figures=FIGURES,
        figures_needs="",
        lines=LINES,
        lines_label="Rang",
        disagreement="Écart : 2e ligne en France",
        chart=TITRATION,
        evidence=EVIDENCE,
        tabs=(s.Tab("top", "Essentiel"), *SECTIONS),
        html=HTML + '<p class="chart">[[evidence]]</p>',
        spoken="Texte complet",
        start_label="Débuter l’essai",
        back_label="Retour",
        shelves=SHELVES,
        fewer_alerts="Réduire",
        sources_label="Sources",
        actions=(
            s.PageAction("plan", "calendar", "Calendrier", worded=True),
            s.PageAction("print", "print", "Imprimer"),
        ),
    )


RED_FLAG_MOVES = (s.Move("red-flags:present", "Un signe est présent", True), s.Move("red-flags:none", "Aucun signe"))
ARTICLE = s.ArticlePage(
    "red-flags", ("Accueil",), "Signes d’alerte", "À chercher.", HTML, "Signes d’alerte", RED_FLAG_MOVES
)
CHECKLIST = s.ChecklistPage(
    id="score.dn4",
    crumbs=(),
    title="DN4",
    lead="1 point par oui.",
    groups=(
        s.CheckGroup("Interrogatoire", tuple(s.CheckItem(f"dn4.item{n}", f"Item {n}") for n in range(7)), "0 sur 7"),
        s.CheckGroup("Examen", tuple(s.CheckItem(f"dn4.sign{n}", f"Signe {n}") for n in range(3)), "0 sur 3"),
    ),
    verdict=s.Note(s.Mark.MISSING, "Pas encore de résultat"),
    gauge=s.Gauge(0, 10, 4, 10, "0/10", "seuil 4", "0 sur 10"),
    html=HTML,
    spoken="Pas encore de résultat.",
    moves=(s.Move("return", "Revenir", True),),
)
FLAGS = s.ChecklistPage(
    id="red-flags",
    crumbs=(),
    title="Signes d’alerte",
    lead="À chercher.",
    groups=(
        s.CheckGroup(
            "Toute douleur",
            (
                s.CheckItem("red-flags.cancer", "Cancer", "yes", "Métastase", "Avis urgent", "Imagerie.", s.Mark.AVOID),
                s.CheckItem("red-flags.fever", "Fièvre", "", "Abcès", "Urgence", "Le 15.", s.Mark.CONTRAINDICATED),
            ),
        ),
    ),
    verdict=s.Note(s.Mark.AVOID, "Avis urgent", ("Imagerie.",)),
    gauge=None,
    html=HTML,
    spoken="Avis urgent.",
    moves=RED_FLAG_MOVES,
    rest="red-flags:absent",
)
END = s.EndPage(
    node="refer",
    end="refer",
    crumbs=("Diffuse",),
    title="Adresser",
    aim="Deux lignes essayées.",
    html=HTML,
    trials_title="Essais",
    trials=("Duloxétine : < 30 %",),
    moves=(s.Move("new-patient", "Nouveau patient"),),
)


def option(id: str) -> s.OptionCard:
    """A suitable option."""
    return s.OptionCard(id, id.capitalize(), "Classe", SUITABLE, (), LINES, "Choisir", id, summary="Rien contre.")


OUTCOME = s.OutcomeBar(
    title="Soulagement",
    hint="6 sem.",
    trials=(s.Option("gaba", "Gabapentine"),),
    selected="gaba",
    dose="600",
    dose_label="Dose",
    dose_unit="mg/j",
    weeks="6",
    weeks_label="Durée",
    weeks_unit="sem.",
    buttons=tuple(s.OutcomeButton(i, i, "Suite", i) for i in ("relief-50", "relief-30", "no-relief", "not-tolerated")),
    reasons_title="Pourquoi ?",
    reasons=(s.Option("rash", "Éruption"),),
)
STAGE = s.StagePage(
    node="diffuse.first-line",
    crumbs=("Diffuse", "Étape 2"),
    title="Première ligne",
    aim="Objectif : soulager.",
    reading_label="Selon",
    reading="sfetd",
    readings=(s.Option("sfetd", "SFETD 2020"),),
    count="8 options",
    legend="1re : rang",
    why_first="",
    options=tuple(option(f"option{n}") for n in range(8)),
    statements_title="Ce que dit l’étape",
    statements=(s.StatementLine("Une molécule à la fois.", "SFETD"),),
    notes=(),
    moves=(s.Move("skip", "Passer"),),
    outcome=OUTCOME,
)
TYPES = tuple(
    s.TypeCard(i, n, i.capitalize(), "Là.", "Causes", "Diabète", "Mots", "« Ça brûle »", "5 étapes")
    for n, i in enumerate(("diffuse", "trigeminal", "central", "localised"), 1)
)
STRIPS = (
    s.Strip("score.dn4", "calculator", "DN4", "10 items", "Ouvrir", "D"),
    s.Strip("red-flags", "flag", "Alerte", "Fièvre", "Vérifier", "A"),
)
START = s.StartPage(
    title="Quelle douleur ?",
    subtitle="Choisissez.",
    cards=TYPES,
    strips=STRIPS,
    reading_title="Selon",
    readings=(s.Option("sfetd", "SFETD 2020"),),
    reading="sfetd",
    resume=s.ResumeBox("Reprendre", "Coller le code", "Reprendre"),
    offline="Hors ligne",
    privacy="Rien n’est enregistré",
    disclaimer="Aide à la décision",
)
STEPS = (
    s.RailStep("start", "1", "Type", "Diffuse", "done"),
    s.RailStep("diffuse.first-line", "2", "1re ligne", "En cours", "current"),
)
HITS = (
    s.Hit("pregabalin", "treatment", "Traitements", "Prégabaline", "Gabapentinoïde", SUITABLE, "pregabalin", ((0, 5),)),
    s.Hit("gabapentin", "treatment", "Traitements", "Gabapentine", "Gabapentinoïde", target="gabapentin"),
    s.Hit("dn4", "score", "Outils", "DN4", "10 items", target="score.dn4"),
)


def scene(page: s.Page, panel: s.PatientPanel | None = None, notice: str = "", *, reference: bool = False) -> s.Scene:
    """A whole window."""
    rail = s.Rail("Parcours", () if isinstance(page, s.StartPage) else STEPS, "Hors ligne")
    who = None if reference else panel or patient()
    return s.Scene(Language.FR, "Navigateur", page, rail, who, s.Can(True, True, True, True), notice)
