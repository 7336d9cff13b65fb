"""One mistake for every problem code, planted in the small content of the tests: what the authors' guides show.

`before` stands in the file and is right; `after` is the mistake. Where `before` is empty, `after` is the whole file.
`shown` is what a guide prints where the mistake itself is too long or cannot be seen.
"""

from dataclasses import dataclass

_D, _G, _R = "treatments/duloxetine.yaml", "treatments/gabapentin.yaml", "treatments/rtms.yaml"
_P, _F, _I, _L, _A = "pathways.yaml", "factors.yaml", "interactions.yaml", "glossary.yaml", "cases/all.yaml"
_N = "codes.yaml"
_TEXT = "{fr: Un texte, en: A text}"
ABSENT, FOLDER, NO_CONTENT = "<absent>", "<folder>", "<no content>"  # instead of a text


@dataclass(frozen=True)
class Example:
    """A mistake, and what it replaces."""

    code: str
    file: str
    before: str
    after: str
    shown: str = ""
    latin: bool = False  # written in Latin-1


_DOSING = (
    "fr: {0} mg le matin, puis 60 mg ; 120 mg au plus.\n        en: {0} mg in the morning, then 60 mg; 120 mg at most."
)
_MAX = "max_mg: 120"
_RENAL = "  renal: {not_applicable: {fr: Sans objet., en: Not applicable.}}\n"
_NAME = "name: {fr: Duloxétine, en: Duloxetine}"
_INSTEAD = "{fr: Choisir la gabapentine., en: Choose gabapentin.}"

EXAMPLES: tuple[Example, ...] = (
    # the bytes and the YAML
    Example("alias", _D, _MAX, "max_mg: *most"),
    Example("anchor", _D, _MAX, "max_mg: &most 120"),
    Example("character", _D, "Choisir la", "Choisir\u200b la", shown="Choisir<U+200B> la"),
    Example("depth", _D, _MAX, f"max_mg: {'[' * 25}120{']' * 25}", shown="max_mg: [[[[[[[[[[[[[[[[[[[[[[[[[120]]]]]…"),
    Example("directive", _D, "id: duloxetine\n", "%YAML 1.1\n---\nid: duloxetine\n"),
    Example("documents", _D, "monitoring: []", "---\nmonitoring: []"),
    Example("duplicate-key", _D, f"    {_MAX}\n", f"    {_MAX}\n    max_mg: 90\n"),
    Example("empty", _L, "", "# rien, nothing\n"),
    Example("encoding", _L, "", "# é\nglossary: []\n", shown="glossary: []   # ISO-8859-1, é = 0xE9", latin=True),
    Example("key", _D, _MAX, "? [max_mg]\n    : 120"),
    Example("merge", _D, _MAX, "<<: {max_mg: 120}"),
    Example("tag", _D, _MAX, "max_mg: !!int 120"),
    Example("too-large", _L, "", "# " + "x" * 1_048_576, shown="# > 1 048 576 octets / bytes"),
    Example("too-long", _D, "Choisir la", "x" * 32_769, shown="fr: … > 32 768 signes / characters"),
    Example("too-many", _L, "", f"glossary: [{'a, ' * 30_000}a]", shown="glossary: [a, a, a, … 30 001 ×]"),
    Example("yaml", _D, _NAME, "name: {fr: Duloxétine, en: Duloxetine"),
    Example("yaml", _D, f"instead: {_INSTEAD}", "instead: Choisir : la gabapentine\n     - ici"),
    # the folder
    Example("folder", ".", "", NO_CONTENT, shown="navigator check no-such-folder"),
    Example("missing-file", _L, "", ABSENT, shown="# glossary.yaml"),
    Example("unknown-file", "glosary.yaml", "", "glossary: []\n"),
    Example("unreadable", _L, "", FOLDER, shown="# glossary.yaml/"),
    # keys and values
    Example("choice", _D, "kind: medicine", "kind: medecine"),
    Example("choice", _F, "none: none", "none: nothing"),
    Example("condition", _D, "when: crcl < 30", "when: crcl ≤ 30"),
    Example("condition", _D, "when: crcl < 30", "when: clcr < 30"),
    Example("condition", _D, "when: crcl < 30", "when: crcl"),
    Example("condition", _D, "when: crcl < 30", "when: hepatic > light"),
    Example("date", _P, "released: 2026-11-23", "released: 23/11/2026"),
    Example("empty-value", _D, "basis: label", "basis: ''"),
    Example("file-name", _D, "id: duloxetine\n", "id: duloxetin\n"),
    Example("id", _D, "id: usual", "id: Usual schedule"),
    Example("instead", _D, f"    instead: {_INSTEAD}\n", ""),
    Example("language", _D, _NAME, "name: Duloxétine"),
    Example("language", _D, _NAME, "name: {fr: Duloxétine}"),
    Example("missing-key", _D, f"    {_MAX}\n", ""),
    Example("no-source", _D, "sources: [source-article, v1]", "sources: []"),
    Example("number", _D, _MAX, "max_mg: 120 mg"),
    Example("number", _D, _MAX, "max_mg: 120.0"),
    Example("number", _D, _MAX, "max_mg: 112,5"),
    Example("number", _D, "after_days: 7-14", "after_days: 7–14"),
    Example("range", _D, "after_days: 7-14", "after_days: 14-7"),
    Example("rule-id", _D, "id: duloxetine.renal", "id: renal"),
    Example("section", _D, _RENAL, ""),
    Example("section", _D, _RENAL, "  renal: []\n"),
    Example("shape", _D, "takes: [morning]", "takes: morning"),
    Example("takes", _D, "takes: [morning]", "takes: [morning, morning]"),
    Example("unknown-key", _D, _MAX, "max_mgs: 120"),
    Example("unlisted", _P, "treatments: [gabapentin, duloxetine, rtms]", "treatments: [gabapentin, duloxetine]"),
    Example("unresolved", _D, "class: snri", "class: snris"),
    # ids and the tree
    Example("ambiguous-id", "scores.yaml", "id: dn4", "id: rtms"),
    Example("cycle", _P, "{outcome: no-relief, to: diffuse.refer}", "{outcome: no-relief, to: diffuse.first-line}"),
    Example(
        "dead-end",
        _P,
        f"answers: [\n      {{id: present, label: {_TEXT}, to: urgent}}, {{id: absent, label: {_TEXT}, to: start}}]",
        "answers: []",
    ),
    Example("duplicate-id", _G, "id: middle", "id: low"),
    Example("duplicate-placement", _D, "source: sfetd-2020, line", "source: source-article, line"),
    Example("empty-stage", _R, "line: emerging", "line: interventional"),
    Example("exit", _P, "{outcome: no-relief, to: diffuse.refer}", "{outcome: skip, to: diffuse.refer}"),
    Example("lines", _P, "lines: [emerging]", "lines: [emerging, first-line]"),
    Example(
        "missing-node",
        _P,
        "pain_types:\n",
        f"  - {{id: rescue, title: {_TEXT}, short: {_TEXT}, when: {_TEXT}, lines: []}}\npain_types:\n",
    ),
    Example("node-id", _P, "kind: end, end: maintain", "kind: end, end: refer"),
    Example("orphan", _R, "line: emerging", "line: not-addressed"),
    Example("reading", _D, "source: sfetd-2020, line", "source: v1, line"),
    Example(
        "unreachable",
        _P,
        "nodes:\n",
        f"nodes:\n  - {{id: lost, kind: end, end: refer, title: {_TEXT}, aim: {_TEXT}}}\n",
    ),
    # factors
    Example("missing-factor", _F, "{id: bmi,", "{id: body_mass,"),
    Example("none", _F, "    none: none\n", ""),
    # doses
    Example("band", _G, "band: {from: 30, below: 60}", "band: {}"),
    Example("band", _G, "band: {from: 30, below: 60}", "band: {from: 30, below: 70}"),
    Example("band", _G, "band: {from: 30, below: 60}", "band: {from: 60, below: 30}"),
    Example("ceiling", _G, "max_mg: 600", "max_mg: 1200"),
    Example("dose-order", _D, _MAX, "max_mg: 45"),
    Example("no-schedule", _D, "when: crcl >= 30", "when: crcl >= 60"),
    Example("step", _D, "add_mg: 30", "add_mg: 0"),
    Example("taper", _D, f"    {_MAX}\n", f"    {_MAX}\n    taper_mg: 30\n"),
    Example("target", _D, "up_to_mg: 60", "up_to_mg: 45"),
    Example("target", _D, "after_days: 7-14", "after_days: 7-140"),
    Example("units", _D, "strengths_mg: [30, 60]", "strengths_mg: [40]"),
    Example("units", _D, "strengths_mg: [30, 60]", "strengths_mg: [60, 30]"),
    Example("unused-schedule", _G, "    band: {below: 30}\n", ""),
    # pairs and combinations
    Example("combination", _I, "members: [gabapentin, duloxetine]", "members: [gabapentin]"),
    Example(
        "duplicate-pair",
        _I,
        "combinations:\n",
        "  - between: [duloxetine]\n    and: [gabapentin]\n    level: avoid\n"
        "    because: {fr: Encore., en: Again.}\n    sources: [l1]\ncombinations:\n",
    ),
    Example("missing-pair", _I, "between: [gabapentin]", "between: [rtms]"),
    Example("pair", _I, "and: [duloxetine]", "and: [gabapentin]"),
    Example(
        "pair-order", _P, "treatments: [gabapentin, duloxetine, rtms]", "treatments: [duloxetine, gabapentin, rtms]"
    ),
    # evidence
    Example("figure", _G, "value: 7.2", "value: 5.2"),
    Example("reread", _D, "    status: read\n    sources: [v1]\n", "    status: literature\n    sources: [l1]\n"),
    Example("locator", _D, "sources: [v1, l24#4.2]", "sources: [v1, l24]"),
    Example("locator", _D, "l24#4.2", "l24#42"),
    Example("review-date", _P, "review_by: 2028-11-23", "review_by: 2026-11-01"),
    Example(
        "review-missing",
        "background.yaml",
        "{fr: Ils laissent entrer le calcium., en: They let calcium in.}",
        "{fr: Hors AMM., en: Off-label.}",
    ),
    Example("review-missing", _D, "{fr: Choisir la gabapentine., en:", "{fr: 'Attestation, puis gabapentine.', en:"),
    Example("stale-warning", "warnings.txt", "", "# vu, seen\nunused sources.yaml: …\n"),
    Example("standing", _D, "    status: read\n    sources: [v1]\n", "    status: read\n    sources: [l1]\n"),
    Example(
        "unexplained-warning",
        "warnings.txt",
        "",
        "prose-dose treatments/duloxetine.yaml: 45 mg…\n",
        shown="prose-dose treatments/duloxetine.yaml: 45 mg…   # sans « # raison » au-dessus / no “# reason” above",
    ),
    Example("unsure-figure", _D, "status: read", "status: unsure"),
    Example(
        "unused",
        _P,
        "  - {id: snri, name: {fr: IRSNA, en: SNRI}}\n",
        "  - {id: snri, name: {fr: IRSNA, en: SNRI}}\n  - {id: tricyclic, name: {fr: Tricyclique, en: Tricyclic}}\n",
    ),
    # the numbers of the resume code
    Example("no-number", _N, "treatments: [gabapentin, duloxetine,", "treatments: [gabapentin,"),
    Example("two-numbers", _N, "groups: [body, organs]", "groups: [body, organs, body]"),
    # texts
    Example("apostrophe", _D, _INSTEAD, "{fr: Choisir d'abord la gabapentine., en: Choose gabapentin first.}"),
    Example("markup", _D, _INSTEAD, "{fr: Choisir **la gabapentine., en: Choose gabapentin.}"),
    Example("markup", _D, _INSTEAD, "{fr: Choisir la <b>gabapentine</b>., en: Choose gabapentin.}"),
    Example("numbers", _D, "'Under 30 mL/min, it builds up.'", "'Under 60 mL/min, it builds up.'"),
    Example("placeholder", _D, _INSTEAD, "{fr: 'Choisir {drug}.', en: 'Choose {drug}.'}"),
    Example(
        "prose-dose",
        _D,
        _DOSING.format(30),
        _DOSING.format(45),
    ),
    Example("quantity", _D, "60 mg ; 120 mg au plus", "60 mg ; 120,0 mg au plus"),
    Example("quantity", _D, "60 mg ; 120 mg au plus", "60 mg ; 1 200 mg au plus"),
    Example("unsaid-dose", _D, _MAX, "max_mg: 90"),
    Example("unsaid-threshold", _D, "when: crcl < 30", "when: crcl < 20"),
    Example(
        "untranslated",
        _D,
        _INSTEAD,
        "{fr: Choisir la gabapentine à dose rénale., en: Choisir la gabapentine à dose rénale.}",
    ),
    # cases, and what is proved of all patients
    Example("case", _A, "{duloxetine: contraindicated,", "{duloxetine: caution,"),
    Example("case", _A, "because: duloxetine.renal", "because: gabapentin.kidney-stone"),
    Example("coverage", _A, "crcl: 25", "crcl: 60"),
    Example("safety", _I, "between: [gabapentin]", "between: [rtms]"),
)
