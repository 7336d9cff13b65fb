"""A small complete content without a fault: one type of pain, two medicines, a technique. Tests plant faults in it."""

from dataclasses import dataclass
from pathlib import Path

from navigator.guideline.checks import check_guideline
from navigator.guideline.loader import Loaded, load
from navigator.guideline.model import SECTIONS
from navigator.problems import Problem

PATHWAYS = """\
guideline:
  id: small
  version: '2026.11'
  released: 2026-11-23
  review_by: 2028-11-23
  title: {fr: Petit guide, en: Small guideline}
  reading: source-article
  default_order: [sfetd-2020]
treatments: [gabapentin, duloxetine, rtms]
classes:
  - {id: gabapentinoid, name: {fr: Gabapentinoïde, en: Gabapentinoid}, antiepileptic: true}
  - {id: snri, name: {fr: IRSNA, en: SNRI}}
  - {id: neurostimulation-external, name: {fr: Stimulation, en: Stimulation}}
"""

_TEXT = "{fr: Un texte, en: A text}"
_OUTCOMES = ("relief-50", "relief-30", "no-relief", "not-tolerated", "skip")
_STAGES = {
    "first-line": "[first-line]",
    "combinations": "[combination]",
    "second-line": "[second-line]",
    "interventional": "[interventional, third-line, specialist-only]",
    "emerging": "[emerging]",
}


def _pathways() -> str:
    stages = "".join(
        f"  - {{id: {id_}, title: {_TEXT}, short: {_TEXT}, when: {_TEXT}, lines: {lines}}}\n"
        for id_, lines in _STAGES.items()
    )
    return PATHWAYS + "stages:\n" + stages + _PAIN_TYPE + _nodes()


_PAIN_TYPE = """\
pain_types:
  - id: diffuse
    title: {fr: Périphérique diffuse, en: Diffuse peripheral}
    looks_like: {fr: Brûlure des deux pieds, en: Burning of both feet}
    words: {fr: « Je marche sur des braises. », en: “I walk on embers.”}
    causes: [{fr: Diabète, en: Diabetes}]
    first: diffuse.first-line
red_flags:
  - id: cauda-equina
    finding: {fr: Selle insensible, en: Numb saddle}
    think: {fr: Queue de cheval, en: Cauda equina}
    action: {fr: IRM en urgence, en: Emergency MRI}
    urgency: emergency
    sources: [v1]
statements:
  - {id: criteria.relief-30, text: {fr: Au moins 30 % de mieux., en: At least 30 % better.}, sources: [v1]}
discrepancies:
  - id: d-01
    article: {fr: L’article dit une chose., en: The article says one thing.}
    evidence: {fr: Les essais en disent une autre., en: The trials say another.}
    shown: {fr: Les deux., en: Both.}
    shown_on: [gabapentin, diffuse.first-line]
    sources: [source-article]
"""


def _nodes() -> str:
    text = (
        "nodes:\n"
        f"  - {{id: start, kind: start, title: {_TEXT}, aim: {_TEXT}}}\n"
        f"  - {{id: red-flags, kind: question, title: {_TEXT}, aim: {_TEXT}, answers: [\n"
        f"      {{id: present, label: {_TEXT}, to: urgent}}, {{id: absent, label: {_TEXT}, to: start}}]}}\n"
        f"  - {{id: urgent, kind: end, end: urgent, title: {_TEXT}, aim: {_TEXT}}}\n"
        f"  - {{id: diffuse.maintain, kind: end, end: maintain, pain_type: diffuse, title: {_TEXT}, aim: {_TEXT}}}\n"
        f"  - {{id: diffuse.refer, kind: end, end: refer, pain_type: diffuse, title: {_TEXT}, aim: {_TEXT}}}\n"
    )
    stages = list(_STAGES)
    for stage, following in zip(stages, [*stages[1:], "refer"], strict=True):
        text += (
            f"  - id: diffuse.{stage}\n    kind: stage\n    pain_type: diffuse\n    stage: {stage}\n"
            f"    title: {_TEXT}\n    aim: {_TEXT}\n    statements:\n"
            f"      - {{text: {{fr: Essayer 6 semaines., en: Try for 6 weeks.}}, sources: [v1#4.2]}}\n    exits:\n"
        )
        for outcome in _OUTCOMES:
            to = "maintain" if outcome.startswith("relief") else following
            text += f"      - {{outcome: {outcome}, to: diffuse.{to}}}\n"
    return text


FACTORS = """\
groups:
  - {id: body, title: {fr: Mesures, en: Measurements}, closable: false}
  - {id: organs, title: {fr: Organes, en: Organs}, closable: true}
factors:
  - id: age
    kind: number
    group: body
    label: {fr: Âge, en: Age}
    unit: {fr: ans, en: years}
    minimum: 18
    maximum: 110
  - id: crcl
    kind: number
    group: body
    label: {fr: Clairance, en: Clearance}
    unit: {fr: mL/min, en: mL/min}
    minimum: 1
    maximum: 250
  - id: hepatic
    kind: choice
    group: organs
    label: {fr: Foie, en: Liver}
    ordered: true
    none: none
    choices:
      - {id: none, label: {fr: Aucune, en: None}}
      - {id: mild, label: {fr: Légère, en: Mild}}
      - {id: severe, label: {fr: Sévère, en: Severe}}
  - {id: sex, kind: choice, group: body, label: {fr: Sexe, en: Sex}, choices: [
      {id: female, label: {fr: Femme, en: Female}}, {id: male, label: {fr: Homme, en: Male}}]}
@numbers@@answers@  - {id: dialysis, kind: yes-no, group: organs, label: {fr: Dialyse, en: Dialysis}}
  - {id: diabetes, kind: yes-no, group: organs, label: {fr: Diabète, en: Diabetes}}
  - {id: maoi, kind: taking, group: organs, label: {fr: IMAO, en: MAOI}}
implications:
  - {when: dialysis, then: {hepatic: mild, diabetes: no}, because: {fr: Un exemple., en: An example.}}
"""

_NUMBERS = "".join(
    f"  - {{id: {id_}, kind: number, group: body, label: {{fr: Mesure, en: Measure}}, "
    f"unit: {{fr: unité, en: unit}}, minimum: {low}, maximum: {high}}}\n"
    for id_, low, high in (("weight", 25, 300), ("height", 120, 230), ("creatinine", 20, 2000), ("bmi", 10, 80))
)
_ANSWERS = "".join(
    f"  - {{id: {id_}, kind: yes-no, group: organs, label: {{fr: Question, en: Question}}}}\n"
    for id_ in ("pregnant", "antiepileptic_rash", "rash_now")
)
_SOURCES = (
    ("source-article", "article", "source-article", "true"),
    ("sfetd-2020", "guideline", "literature", "true"),
    ("v1", "label", "read", "false"),
    ("l1", "reference", "literature", "false"),
    ("l24", "label", "literature", "false"),
)
_PARTS = {"l24": ", parts: ['4.2', '4.3', '4.5']"}


def _sources() -> str:
    return "sources:\n" + "".join(
        f"  - {{id: {id_}, title: {{fr: Titre {id_}, en: Title {id_}}}, short: {{fr: Court, en: Short}}, "
        f"kind: {kind}, status: {status}, reading: {reading}, year: '2024'{_PARTS.get(id_, '')}}}\n"
        for id_, kind, status, reading in _SOURCES
    )


BACKGROUND = """\
background:
  - id: calcium-channels
    title: {fr: Canaux calciques, en: Calcium channels}
    statements:
      - {text: {fr: Ils laissent entrer le calcium., en: They let calcium in.}, sources: [v1]}
  - id: descending-inhibition
    title: {fr: Voies descendantes, en: Descending pathways}
    statements:
      - {text: {fr: Elles freinent la douleur., en: They hold pain back.}, sources: [l1]}
"""

SCORES = """\
scores:
  - id: dn4
    title: {fr: DN4, en: DN4}
    cutoff: 1
    positive: {fr: Neuropathique, en: Neuropathic}
    negative: {fr: Non neuropathique, en: Not neuropathic}
    items:
      - {id: burning, part: {fr: Interrogatoire, en: Interview}, text: {fr: Brûlure, en: Burning}}
    statements: []
"""

GLOSSARY = """\
glossary:
  - {id: allodynia, word: {fr: Allodynie, en: Allodynia}, meaning: {fr: Douleur au contact., en: Pain on touch.}}
"""

INTERACTIONS = """\
pairs:
  - between: [gabapentin]
    and: [duloxetine]
    level: caution
    because: {fr: Deux sédatifs., en: Two sedatives.}
    sources: [l1]
combinations:
  - members: [gabapentin, duloxetine]
    summary: {text: {fr: Deux classes ensemble., en: Two classes together.}, sources: [l1]}
    placements:
      - {pain_type: diffuse, source: source-article, line: combination}
    statements: []
"""

CASES = """\
cases:
  - id: kidney
    patient: {age: 78, crcl: 25, taking: 'maoi,none', others: no}
    node: diffuse.first-line
    expect: {duloxetine: contraindicated, gabapentin+duloxetine: contraindicated}
    because: duloxetine.renal
    absent: [gabapentin.kidney-stone]
"""

GABAPENTIN = """\
id: gabapentin
name: {fr: Gabapentine, en: Gabapentin}
kind: medicine
class: gabapentinoid
brands: [Neurontin]
mechanisms: [calcium-channels]
summary: {text: {fr: Première ligne., en: First line.}, sources: [v1]}
placements:
  - {pain_type: diffuse, source: source-article, line: first-line}
  - {pain_type: diffuse, source: sfetd-2020, line: second-line}
strengths_mg: [100, 300, 400]
schedules:
  - id: low
    title: {fr: Clairance sous 30, en: Clearance under 30}
    band: {below: 30}
    start_mg: 150
    start_takes: [evening]
    start_interval_days: 2
    takes: [morning, evening]
    steps:
      - {after_days: 7, add_mg: 150, up_to_mg: 300}
    target_mg: 300
    max_mg: 600
    judge_after_weeks: 6
    sources: [v1]
  - id: middle
    title: {fr: Clairance de 30 à moins de 60, en: Clearance 30 to under 60}
    band: {from: 30, below: 60}
    start_mg: 100-300
    start_takes: [evening]
    takes: [morning, noon, evening]
    steps:
      - {after_days: 7, add_mg: 100}
    target_mg: 300-900
    max_mg: 900
    judge_after_weeks: 6
    sources: [v1]
  - id: usual
    title: {fr: Clairance de 60 et plus, en: Clearance 60 and above}
    band: {from: 60}
    start_mg: 300
    start_takes: [evening]
    takes: [morning, noon, evening]
    steps:
      - {after_days: 3-7, add_mg: 300}
    target_mg: 900-1800
    max_mg: 3600
    judge_after_weeks: 6
    taper_mg: 300
    taper_every_days: 7
    sources: [v1]
rules:
  - id: gabapentin.kidney-stone
    when: age >= 65 and not dialysis
    severity: caution
    because: {fr: 'Après 65 ans, la tête tourne.', en: 'After 65 years, the head spins.'}
    basis: label
    status: read
    sources: [v1]
sections:
@sections@
monitoring:
  - {what: {fr: Poids, en: Weight}, when: {fr: Chaque mois, en: Each month}, sources: [v1]}
driving: {level: 2, text: {fr: Ne pas conduire au début., en: Do not drive at first.}, sources: [v1]}
evidence:
  - {measure: nnt, value: 7.2, low: 5.9, high: 9.2, population: {fr: Adultes, en: Adults}, source: v1}
"""

DULOXETINE = """\
id: duloxetine
name: {fr: Duloxétine, en: Duloxetine}
kind: medicine
class: snri
brands: [Cymbalta]
mechanisms: [descending-inhibition]
summary: {text: {fr: Première ligne., en: First line.}, sources: [v1]}
placements:
  - {pain_type: diffuse, source: source-article, line: first-line}
  - {pain_type: diffuse, source: sfetd-2020, line: interventional}
strengths_mg: [30, 60]
schedules:
  - id: usual
    title: {fr: Schéma habituel, en: Usual schedule}
    when: crcl >= 30
    start_mg: 30
    takes: [morning]
    steps:
      - {after_days: 7-14, add_mg: 30, up_to_mg: 60}
    target_mg: 60
    max_mg: 120
    judge_after_weeks: 6
    sources: [source-article, v1]
rules:
  - id: duloxetine.renal
    when: crcl < 30
    severity: contraindicated
    because: {fr: 'Sous 30 mL/min, elle s’accumule.', en: 'Under 30 mL/min, it builds up.'}
    instead: {fr: Choisir la gabapentine., en: Choose gabapentin.}
    basis: label
    status: read
    sources: [v1]
sections:
@sections@
monitoring: []
driving: {not_applicable: {fr: Aucun effet connu., en: No known effect.}}
evidence: []
"""

RTMS = """\
id: rtms
name: {fr: Stimulation magnétique, en: Magnetic stimulation}
kind: technique
class: neurostimulation-external
summary: {text: {fr: En centre expert., en: In an expert centre.}, sources: [l1]}
placements:
  - {pain_type: diffuse, source: source-article, line: emerging}
schedules: []
rules: []
sections:
@sections@
monitoring: []
driving: {not_applicable: {fr: Aucun effet connu., en: No known effect.}}
evidence: []
"""

_DOSING = {
    "gabapentin": (
        "De 100 à 3600 mg par jour ; paliers 150, 300, 600, 900 et 1800 mg.",
        "From 100 to 3600 mg a day; steps 150, 300, 600, 900 and 1800 mg.",
    ),
    "duloxetine": (
        "30 mg le matin, puis 60 mg ; 120 mg au plus.",
        "30 mg in the morning, then 60 mg; 120 mg at most.",
    ),
}


def _sections(treatment: str) -> str:
    text = ""
    for name in SECTIONS:
        if name == "dosing" and treatment in _DOSING:
            french, english = _DOSING[treatment]
            text += (
                f"  {name}:\n    - text:\n        fr: {french}\n        en: {english}\n      sources: [v1, l24#4.2]\n"
            )
        elif name == "advice" and treatment == "gabapentin":
            text += "  advice:\n    - {text: {fr: Pas d’alcool., en: No alcohol.}, sources: [v1], topic: alcohol}\n"
        else:
            text += f"  {name}: {{not_applicable: {{fr: Sans objet., en: Not applicable.}}}}\n"
    return text.rstrip("\n")


CODES = """\
factors: [age, crcl, hepatic, sex, weight, height, creatinine, bmi, pregnant, antiepileptic_rash, rash_now, dialysis,
  diabetes, maoi]
groups: [body, organs]
choices: [none, mild, severe, female, male]
pain_types: [diffuse]
nodes: [start, red-flags, urgent, diffuse.maintain, diffuse.refer, diffuse.first-line, diffuse.combinations,
  diffuse.second-line, diffuse.interventional, diffuse.emerging]
moves: [present, absent, content, skip, refer, urgent, stopped]
treatments: [gabapentin, duloxetine, rtms, gabapentin+duloxetine]
readings: [source-article, sfetd-2020]
findings: [dn4.burning, red-flags.cauda-equina]
"""


def files() -> dict[str, str]:
    """The text of every file of the small content."""
    return {
        "pathways.yaml": _pathways(),
        "factors.yaml": FACTORS.replace("@numbers@", _NUMBERS).replace("@answers@", _ANSWERS),
        "sources.yaml": _sources(),
        "background.yaml": BACKGROUND,
        "scores.yaml": SCORES,
        "glossary.yaml": GLOSSARY,
        "interactions.yaml": INTERACTIONS,
        "codes.yaml": CODES,
        "treatments/gabapentin.yaml": GABAPENTIN.replace("@sections@", _sections("gabapentin")),
        "treatments/duloxetine.yaml": DULOXETINE.replace("@sections@", _sections("duloxetine")),
        "treatments/rtms.yaml": RTMS.replace("@sections@", _sections("rtms")),
        "cases/all.yaml": CASES,
    }


@dataclass(frozen=True)
class SmallContent:
    """A copy of the small content on disk, to plant faults in."""

    folder: Path

    def write(self) -> "SmallContent":
        """Write every file anew."""
        for name, text in files().items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return self

    def swap(self, file: str, old: str, new: str) -> int:
        """Replace the only `old` of a file by `new`; gives its line."""
        path = self.folder / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{text.count(old)} × {old!r} in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    def load(self) -> Loaded:
        """What loading says."""
        return load(self.folder)

    def found(self) -> tuple[Problem, ...]:
        """What loading and the invariants say together."""
        loaded = self.load()
        return (*loaded.problems, *check_guideline(loaded, self.folder))

    def codes(self) -> list[str]:
        """The codes of all problems, each once, sorted."""
        return sorted({problem.code for problem in self.found()})
