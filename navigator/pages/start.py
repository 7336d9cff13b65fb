"""The start page: four types of pain, two shortcuts, the reading, and what the app is and is not.

Knows the guideline's head. Knows no patient.
"""

from navigator.guideline.model import Guideline, PainType, Score
from navigator.language import Language, _
from navigator.pages import checklists, filters, preferences, scene
from navigator.pages.desk import Desk
from navigator.pages.filters import tr


def start_page(guideline: Guideline, desk: Desk, pain_type: str = "") -> scene.StartPage:
    """The first page of a consultation."""
    language = desk.language
    return scene.StartPage(
        title=tr(_("Quelle douleur traitez-vous ?"), language),
        subtitle=tr(
            _("Choisissez le territoire dominant : options, doses et alertes suivent votre patient."), language
        ),
        cards=tuple(
            _card(guideline, number, pain, language)
            for number, pain in enumerate(guideline.pain_types.values(), start=1)
        ),
        strips=_strips(guideline, desk, pain_type),
        reading_title=tr(_("Recommandation suivie"), language),
        readings=preferences.readings(guideline, desk),
        reading=desk.moment.reading,
        offline=tr(
            _("Hors ligne · contenu {version}, publié le {released}"),
            language,
            version=guideline.version,
            released=filters.day(guideline.released, language),
        ),
        privacy=tr(_("Aucune donnée patient enregistrée"), language),
        disclaimer=tr(_("Aide à la décision non certifiée : ne remplace pas le jugement clinique"), language),
        resume=None if desk.reference else _resume(desk),
        notices=_notices(guideline, desk),
        news=_news(guideline, desk),
    )


def _resume(desk: Desk) -> scene.ResumeBox:
    language, error = desk.language, desk.resume_error
    return scene.ResumeBox(
        label=tr(_("Reprendre une consultation"), language),
        placeholder=tr(_("Coller le code de la note"), language),
        action=tr(_("Reprendre"), language),
        error=filters.spaced(error.in_(language), language) if error else "",
    )


def _news(guideline: Guideline, desk: Desk) -> scene.News | None:
    """What this version of the content changes, until it was dismissed."""
    if not guideline.changes or desk.seen == guideline.version:
        return None
    return scene.News(
        title=tr(_("Contenu {version}"), desk.language, version=guideline.version),
        text=" ".join(filters.told(change, desk.language) for change in guideline.changes),
        dismiss=tr(_("Masquer"), desk.language),
    )


def _card(guideline: Guideline, number: int, pain: PainType, language: Language) -> scene.TypeCard:
    options = {
        t.id
        for t in guideline.treatments.values()
        for p in t.placements
        if p.pain_type == pain.id and p.line != "not-addressed"
    }
    return scene.TypeCard(
        id=pain.id,
        number=number,
        title=filters.told(pain.title, language),
        looks_like=filters.told(pain.looks_like, language),
        causes_label=tr(_("Causes fréquentes"), language),
        causes=" · ".join(filters.told(c, language) for c in pain.causes),
        words_label=tr(_("Mots du patient"), language),
        words=filters.told(pain.words, language),
        meta=tr(_("{stages} étapes · {options} options"), language, stages=len(guideline.stages), options=len(options)),
    )


def _strips(guideline: Guideline, desk: Desk, pain_type: str) -> tuple[scene.Strip, ...]:
    language, strips = desk.language, []
    dn4 = guideline.scores.get("dn4")
    if dn4 is not None:
        strips.append(
            scene.Strip(
                "score.dn4",
                "calculator",
                tr(_("Score DN4"), language),
                checklists.score_tag(guideline, desk, dn4.id) or _unanswered(dn4, language),
                tr(_("Ouvrir"), language),
                "D",
            )
        )
    strips.append(
        scene.Strip(
            "red-flags",
            "flag",
            tr(_("Signes d’alerte"), language),
            checklists.flags_tag(guideline, desk, pain_type)
            or tr(_("Avant tout traitement : {count} situations"), language, count=len(guideline.red_flags)),
            tr(_("Vérifier"), language),
            "A",
        )
    )
    strips.append(
        scene.Strip(
            "landmarks",
            "book",
            tr(_("Repères"), language),
            tr(_("Objectifs, essais, arrêt, quand adresser"), language),
            tr(_("Lire"), language),
            "R",
        )
    )
    return tuple(strips)


def _unanswered(score: Score, language: Language) -> str:
    items, cutoff = len(score.items), score.cutoff
    return tr(_("Neuropathique ? {items} items, positif à {cutoff}"), language, items=items, cutoff=cutoff)


def _notices(guideline: Guideline, desk: Desk) -> tuple[scene.Note, ...]:
    language, notices = desk.language, []
    if desk.built_in_because:
        notices.append(
            scene.Note(
                scene.Mark.CAUTION,
                tr(_("Le dossier de contenu demandé n’a pas pu être lu : le contenu d’origine est ouvert."), language),
                (desk.built_in_because.line(language),),
            )
        )
    notices += [
        scene.Note(
            scene.Mark.CAUTION,
            tr(_("Un réglage de l’administrateur n’est pas suivi."), language),
            (filters.spaced(trouble.in_(language), language),),
        )
        for trouble in desk.policy.troubles
    ]
    if desk.today > guideline.review_by:
        notices.append(
            scene.Note(
                scene.Mark.CAUTION,
                tr(_("La date de révision de ce contenu est dépassée."), language),
                (tr(_("À revoir avant le {day}."), language, day=filters.day(guideline.review_by, language)),),
            )
        )
    return tuple(notices)
