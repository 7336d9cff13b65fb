"""The safety sweep: goes through the states of a guideline and holds every claim against the one evaluation.

Knows how far to go (`Effort`) and counts what it saw. All combinations of what one treatment asks for where there are
few enough; else every rule over its own facts, every pair of rules over theirs, and random whole patients.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from random import Random

from navigator.consultation.assessment import Assessment, assess
from navigator.consultation.sweep import answers, claims, pairs
from navigator.consultation.sweep.answers import Answers, Facts
from navigator.guideline.conditions import Value
from navigator.guideline.model import Guideline, Rule, Treatment
from navigator.language import Sentence, _
from navigator.problems import Problem

_MOST_PROBLEMS = 200


@dataclass(frozen=True, slots=True)
class Effort:
    """How far the sweep goes.

    `whole`: the most combinations of one treatment that are all gone through. `rule`, `pair`: the most of one rule and
    of two; of more, so many are drawn. `patients`: random ones of whom all is known; `seed`: always the same ones.
    """

    whole: int = 1_000_000
    rule: int = 1_000_000
    pair: int = 2_000
    patients: int = 100_000
    seed: int = 20_261_123


EVERYDAY = Effort(whole=1_000, rule=30, pair=3, patients=100)


@dataclass(frozen=True, slots=True)
class Seen:
    """So many states of one kind that were gone through."""

    kind: Sentence
    states: int


@dataclass(frozen=True, slots=True)
class Proof:
    """What the sweep found, and how much it saw."""

    problems: tuple[Problem, ...]
    seen: tuple[Seen, ...]


def prove(guideline: Guideline, effort: Effort | None = None) -> Proof:
    """Hold every claim of safety against the states of `guideline`."""
    return _Sweep(guideline, effort or Effort()).run()


class _Sweep:
    """One sweep: the guideline, its patients, and what was found so far."""

    def __init__(self, guideline: Guideline, effort: Effort) -> None:
        self._guideline = guideline
        self._effort = effort
        self._fit = answers.fit(guideline)
        self._everyone = answers.everyone(guideline)
        self._singles = [t for t in guideline.treatments.values() if not t.members]
        self._combined = [t for t in guideline.treatments.values() if t.members]
        self._random = Random(effort.seed)
        self._own: dict[str, Answers] = {}
        self._found: dict[tuple[object, str], Problem] = {}

    def run(self) -> Proof:
        """Everything, in the order of the report."""
        wide = [t for t in self._singles if self._size(t) > self._effort.whole]
        narrow = [t for t in self._singles if t not in wide]
        most = self._effort.whole
        seen = (
            Seen(Sentence(_("paires de médicaments")), self._pairs()),
            Seen(
                Sentence(
                    _("combinaisons, toutes, de {count} traitements (au plus {most} chacun)"),
                    count=len(narrow),
                    most=most,
                ),
                sum(self._whole(t) for t in narrow),
            ),
            Seen(
                Sentence(_("états de chaque règle de {count} traitements"), count=len(wide)),
                sum(self._rules(t) for t in wide),
            ),
            Seen(
                Sentence(
                    _("états de chaque paire de règles (au-delà de {most}, autant de tirés)"), most=self._effort.pair
                ),
                sum(self._pairs_of_rules(t) for t in wide),
            ),
            Seen(Sentence(_("risques ajoutés un à un à un patient sain")), self._risks()),
            Seen(
                Sentence(_("patients entiers, au hasard ({count} × chaque traitement)"), count=self._effort.patients),
                self._patients(),
            ),
        )
        return Proof(tuple(sorted(self._found.values(), key=lambda problem: problem.place)), seen)

    def _note(self, problems: Iterable[Problem]) -> None:
        """Keep the first problem of each place and kind: a thousand patients tell of one fault."""
        for problem in problems:
            if len(self._found) < _MOST_PROBLEMS:
                self._found.setdefault((problem.place, problem.text.message), problem)

    def _answers(self, treatment: Treatment) -> Answers:
        if treatment.id not in self._own:
            conditions = answers.conditions_of(treatment)
            self._own[treatment.id] = answers.answers_of(self._guideline, conditions, treatment.schedules)
        return self._own[treatment.id]

    def _size(self, treatment: Treatment) -> int:
        return answers.count(self._answers(treatment))

    def _judge(self, treatment: Treatment, facts: Facts, rules: tuple[Rule, ...] | None = None) -> Assessment:
        found = assess(self._guideline, treatment, facts)
        judged = [(rule, rule.when.holds(facts)) for rule in (treatment.rules if rules is None else rules)]
        self._note(claims.check_rules_speak(found, judged, facts))
        if rules is None:
            self._note(claims.check_status_is_the_heaviest(found, judged, facts))
        self._note(claims.check_block_says_why(self._guideline, found))
        return found

    def _pairs(self) -> int:
        self._note(pairs.check_pairs(self._guideline))
        medicines = len(pairs.medicines(self._guideline))
        return medicines * (medicines - 1) // 2

    def _whole(self, treatment: Treatment) -> int:
        """Every state; with each fact that is unknown, every answer to it."""
        own = self._answers(treatment)
        count = 0
        for facts in answers.states(own):
            count += 1
            found = self._judge(treatment, facts)
            if found.status.rank <= 1:
                for name in own.keys() - facts.keys():
                    self._learn(found, treatment, facts, name, own)
            for late, added in self._worse(treatment, facts, own):
                self._note(claims.check_risk_never_improves(found, late, added))
        return count

    def _learn(self, early: Assessment, treatment: Treatment, facts: Facts, name: str, own: Answers) -> None:
        for value in own[name]:
            if value is not None:
                late = assess(self._guideline, treatment, {**facts, name: value})
                self._note(claims.check_learning_never_worsens(early, late, {name: value}))

    def _worse(self, treatment: Treatment, facts: Facts, own: Answers) -> Iterator[tuple[Assessment, Facts]]:
        """The same patient with one risk more, for each fact known."""
        for name in own.keys() & facts.keys() - answers.NODE_FACTS:
            value = answers.worse(self._guideline.factors[name], facts[name], own[name])
            if value is not None:
                yield assess(self._guideline, treatment, {**facts, name: value}), {name: value}

    def _rules(self, treatment: Treatment) -> int:
        """Each rule over its own facts, all else unknown, and all else known and well."""
        count = 0
        for rule in treatment.rules:
            known = self._but(rule.when.facts_used)
            for facts in self._states(answers.answers_of(self._guideline, [rule.when]), self._effort.rule):
                for base in ({}, known):
                    self._judge(treatment, {**base, **facts}, (rule,))
                    count += 1
        return count

    def _states(self, own: Answers, most: int) -> Iterator[Facts]:
        return answers.states(own) if answers.count(own) <= most else answers.drawn(own, most, self._random)

    def _but(self, names: Iterable[str]) -> Facts:
        """A fit patient of whom `names` are not known."""
        return {name: value for name, value in self._fit.items() if name not in set(names)}

    def _pairs_of_rules(self, treatment: Treatment) -> int:
        """Each pair of rules over the facts of both, all else known and well: neither silences the other."""
        count = 0
        for two in combinations(treatment.rules, 2):
            own = answers.answers_of(self._guideline, [rule.when for rule in two])
            base = self._but(own)
            for facts in self._states(own, self._effort.pair):
                self._judge(treatment, {**base, **facts}, two)
                count += 1
        return count

    def _risks(self) -> int:
        """From a fit patient at every node, each fact made worse step by step to its worst."""
        count = 0
        places = [{"pain_type": n.pain_type, "stage": n.stage} for n in self._guideline.nodes.values() if n.stage]
        for treatment in self._singles:
            own = self._answers(treatment)
            for place in places if own.keys() & answers.NODE_FACTS else places[:1]:
                for name in own.keys() - answers.NODE_FACTS:
                    count += self._climb(treatment, {**self._fit, **place}, name, own)
        return count

    def _climb(self, treatment: Treatment, facts: Facts, name: str, own: Answers) -> int:
        count, early = 0, assess(self._guideline, treatment, facts)
        while (value := answers.worse(self._guideline.factors[name], facts[name], own[name])) is not None:
            facts = {**facts, name: value}
            late = self._judge(treatment, facts)
            self._note(claims.check_risk_never_improves(early, late, {name: value}))
            count, early = count + 1, late
        return count

    def _patients(self) -> int:
        """Random patients of whom all is known; a fact forgotten or worsened in one treatment of each."""
        random, count = self._random, 0
        known: dict[str, tuple[Value, ...]] = {
            name: tuple(v for v in vs if v is not None) for name, vs in self._everyone.items()
        }
        for turn in range(self._effort.patients):
            facts = self._drawn(known, random)
            found = {treatment.id: self._judge(treatment, facts) for treatment in self._singles if treatment.rules}
            count += len(found)
            late = found[random.choice(list(found))] if found else None
            if late is not None:
                self._vary(late, facts, random)
            if self._combined and turn % 10 == 0:
                parts = {t.id: found.get(t.id) or assess(self._guideline, t, facts) for t in self._singles}
                for treatment in self._combined:
                    self._note(pairs.check_combination(self._guideline, treatment, facts, parts))
                    count += 1
        return count

    def _drawn(self, known: Mapping[str, tuple[Value, ...]], random: Random) -> Facts:
        """A patient: mostly well, sometimes ill in everything, so that light rules are seen without heavy ones too."""
        ill = random.choice((2, 5, 20, 50))  # of a hundred answers
        found = dict(self._fit)
        for name, values in known.items():
            if name not in self._fit or random.random() * 100 < ill:
                found[name] = random.choice(values)
        return found

    def _vary(self, found: Assessment, facts: Facts, random: Random) -> None:
        """The same patient with facts forgotten: never better known than it is; and with one risk more."""
        treatment = found.treatment
        own = self._answers(treatment)
        names = [name for name in own if name not in answers.NODE_FACTS]
        forgotten = set(random.sample(names, random.randint(1, len(names)))) if names else set()
        early = assess(self._guideline, treatment, {n: v for n, v in facts.items() if n not in forgotten})
        self._note(claims.check_learning_never_worsens(early, found, {n: facts[n] for n in forgotten if n in facts}))
        one = {name: own[name] for name in random.sample(names, min(2, len(names)))}
        for late, added in self._worse(treatment, facts, one):
            self._note(claims.check_risk_never_improves(found, late, added))
