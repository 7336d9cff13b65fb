"""Parts of a scene made by hand, so that the widgets are tried without a guideline."""

from dataclasses import replace

from navigator.pages.scene import (
    DoseLine,
    Field,
    LineTag,
    Mark,
    Move,
    News,
    Note,
    Option,
    OptionCard,
    OutcomeBar,
    OutcomeButton,
    Rail,
    RailStep,
    RailTrial,
    Reason,
    ResumeBox,
    StagePage,
    StartPage,
    StatementLine,
    Status,
    Strip,
    TypeCard,
)

WORDS = {
    Mark.SUITABLE: "Adapté",
    Mark.CAUTION: "Prudence",
    Mark.MISSING: "Information manquante",
    Mark.AVOID: "Déconseillé",
    Mark.CONTRAINDICATED: "Contre-indiqué",
}
READINGS = (Option("article", "Article source"), Option("sfetd-2020", "SFETD 2020"))
LINES = (
    LineTag("SFETD 2020", "1re", "same", "SFETD 2020 : première ligne"),
    LineTag("NeuPSIG 2025", "2e", "differs", "NeuPSIG 2025 : deuxième ligne"),
    LineTag("NICE CG173", "—", "silent", "NICE CG173 : non abordé"),
)
CONDUCTION = Field("conduction", "yes-no", "Trouble de conduction ?", "asked")


def reason(mark: Mark, text: str = "Une raison de ce statut, assez longue pour aller à la ligne.") -> Reason:
    return Reason("rule", mark, text, "À la place : une autre.", "RCP § 4.3", "littérature non relue")


def option(treatment: str, mark: Mark = Mark.SUITABLE, *, ask: Field | None = None, reasons: int = 1) -> OptionCard:
    return OptionCard(
        treatment=treatment,
        name=treatment.capitalize(),
        class_name="Antidépresseur tricyclique",
        status=Status(mark, WORDS[mark]),
        reasons=tuple(reason(mark) for _ in range(reasons)),
        lines=LINES,
        open_label="Choisir",
        spoken=f"{treatment.capitalize()}, {WORDS[mark]}",
        dose=DoseLine("10 mg le soir", "25–75 mg/j en 1 prise", "dose réduite · ClCr 45"),
        summary="Aucune contre-indication.",
        more=f"et {reasons - 1} autres" if reasons > 1 else "",
        ask=ask,
        disagreement="Les recommandations divergent.",
        origin="absent de l’article source",
        history="Essai : 300 mg/j, 2 sem., < 30 %",
    )


OPTIONS = (
    option("gabapentine"),
    option("duloxetine", Mark.CAUTION, reasons=3),
    option("venlafaxine", Mark.MISSING, ask=CONDUCTION),
    option("tramadol", Mark.AVOID),
    option("amitriptyline", Mark.CONTRAINDICATED),
)
BAR = OutcomeBar(
    title="Résultat de l’essai",
    hint="À juger 6 semaines après la dose cible",
    trials=(Option("gabapentine", "Gabapentine"), Option("duloxetine", "Duloxétine")),
    selected="gabapentine",
    dose="600",
    dose_label="Dose atteinte",
    dose_unit="mg/j",
    weeks="6",
    weeks_label="Durée",
    weeks_unit="sem.",
    buttons=(
        OutcomeButton("relief-50", "≥ 50 %", "Maintenir", "≥ 50 % : maintenir"),
        OutcomeButton("relief-30", "30–49 %", "Associer", "30–49 % : associer"),
        OutcomeButton("no-relief", "< 30 %", "Changer de classe", "< 30 % : changer de classe"),
        OutcomeButton("not-tolerated", "Mal toléré", "Autre molécule", "Mal toléré : autre molécule"),
    ),
    reasons_title="Pourquoi mal toléré ?",
    reasons=(Option("side-effect", "Effet indésirable"), Option("rash", "Éruption"), Option("other", "Autre raison")),
)
NOTE = Note(Mark.CAUTION, "À relire", ("La relecture est en retard.",), (Move("about", "Voir", primary=True),))


def stage(**changes: object) -> StagePage:
    page = StagePage(
        node="diffuse.first",
        crumbs=("Périphérique diffuse", "Étape 2 sur 6"),
        title="Première ligne",
        aim="Réduire la douleur d’au moins 30 à 50 %. Une molécule à la fois, jugée après 6 semaines.",
        reading_label="Recommandation suivie",
        reading="article",
        readings=READINGS,
        count="5 options, triées pour cette patiente",
        legend="1re, 2e : rang donné par chaque recommandation",
        why_first="Gabapentine en tête : adaptée.",
        options=OPTIONS,
        statements_title="Ce que dit cette étape",
        statements=(StatementLine("Une molécule à la fois.", "SFETD 2020", "incertain"),),
        notes=(NOTE,),
        moves=(Move("skip", "Passer à l’étape suivante"), Move("refer", "Adresser")),
        outcome=BAR,
    )
    return replace(page, **changes)  # type: ignore[arg-type]


def start(*notices: Note) -> StartPage:
    types = (("diffuse", "Périphérique diffuse"), ("trigeminal", "Trijumeau"), ("central", "Centrale"))
    return StartPage(
        title="Quelle douleur traitez-vous ?",
        subtitle="Choisissez le territoire dominant.",
        cards=tuple(
            TypeCard(
                id_, n, title, "Distale, bilatérale.", "Causes", "Diabète · Alcool", "Mots", "« Ça brûle »", "5 étapes"
            )
            for n, (id_, title) in enumerate((*types, ("localized", "Périphérique localisée")), start=1)
        ),
        strips=(
            Strip("dn4", "calculator", "Calculer le DN4", "10 items", "Ouvrir", "D"),
            Strip("red-flags", "flag", "Signes d’alerte", "Avant tout traitement", "Vérifier", "A"),
        ),
        reading_title="Recommandation suivie",
        readings=READINGS,
        reading="article",
        resume=ResumeBox("Reprendre", "Coller le code", "Reprendre"),
        offline="Hors ligne · contenu 2026.11",
        privacy="Aucune donnée patient enregistrée",
        disclaimer="Aide à la décision",
        notices=notices,
        news=News("Contenu 2026.11", "Premier contenu.", "Masquer") if notices else None,
    )


def rail(**changes: object) -> Rail:
    trials = (
        RailTrial(0, "no-relief", "Duloxétine 60 mg/j", "8 sem. · < 30 %"),
        RailTrial(-1, "under-way", "Gabapentine 600 mg/j", "en cours"),
    )
    steps = (
        RailStep("start", "1", "Type de douleur", "Périphérique diffuse", "done"),
        RailStep("diffuse.first", "2", "1re ligne", "Essai 2 en cours", "current", trials, shown=True),
        RailStep("diffuse.second", "3", "2e ligne", "Si échec", "next"),
    )
    return replace(Rail("Parcours", steps, "Hors ligne"), **changes)  # type: ignore[arg-type]
