"""A patient's words for a doctor's: what stands in the content for the doctor, said so that a patient reads it.

Knows words. Says the same thing in another word, or leaves out what only a laboratory finds; adds no fact.
"""

import re

from navigator.language import Language

# A doctor's word or finding → a patient's; empty: found by a laboratory, not felt.
PLAIN = {
    Language.FR: {
        "ataxie": "marche mal assurée",
        "céphalées": "maux de tête",
        "œdèmes des jambes": "jambes gonflées",
        "œdèmes": "gonflements",
        "humeur labile": "humeur changeante",
        "chute de pression debout": "tête qui tourne en se levant",
        "rétention d’urine": "difficulté à uriner",
        "pression parfois en hausse": "tension parfois plus haute",
        "pression et pouls en hausse": "tension et pouls plus hauts",
        "troubles digestifs": "ventre dérangé",
        "euphorie": "humeur trop gaie",
        "leucopénie": "",
        "γGT élevées": "",
        "hyponatrémie": "",
    },
    Language.EN: {
        "ataxia": "unsteady walking",
        "leg oedema": "swollen legs",
        "oedema": "swelling",
        "labile mood": "changing mood",
        "fall in pressure on standing": "light head on standing up",
        "urinary retention": "trouble passing urine",
        "gastrointestinal upset": "upset stomach",
        "euphoria": "mood too cheerful",
        "leucopenia": "",
        "raised γGT": "",
        "hyponatraemia": "",
    },
}
_LIKE = re.compile(r"^(Comme|As|Ceux de|Those of) [^:;]*[:;]\s*")  # « Comme l’amitriptyline : »: the doctor knows it
_QUOTES = re.compile(r"^[«“]\s*|\s*[»”]$")


def plain(text: str, language: Language) -> str:
    """`text` in a patient's words, without the quotes of what a doctor is to say."""
    text = _LIKE.sub("", _QUOTES.sub("", text))
    for doctors, patients in PLAIN[language].items():
        if patients:
            text = re.sub(rf"\b{doctors}\b", patients, text, flags=re.IGNORECASE)
        else:
            text = re.sub(rf"(, )?\b{doctors}\b(?=[,.])", "", text, flags=re.IGNORECASE)
    return text[:1].upper() + text[1:]
