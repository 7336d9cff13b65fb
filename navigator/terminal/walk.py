"""The consultation by numbers in a terminal: the same sitting as the window, printed page by page.

Reads lines, prints pages. Knows no Qt. Ends well when the input ends.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TextIO

from navigator.guideline.model import Guideline
from navigator.language import Language, _, say
from navigator.pages import scene
from navigator.pages.sitting import Sitting
from navigator.terminal import printing

NO_PATIENT = _("L’administrateur de ce poste a retiré les questions sur le patient : rien n’est pris à son sujet.")
_YES_NO = {"oui": "yes", "non": "no", "o": "yes", "n": "no"}


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done on the page: the word to type, what it does, and the doing."""

    word: str
    does: str
    act: Callable[[], None]


class TerminalWalk:
    """One consultation in a terminal."""

    def __init__(self, guideline: Guideline, sitting: Sitting, source: TextIO, out: TextIO) -> None:
        self._guideline = guideline
        self._sitting = sitting
        self._lines: Iterator[str] = iter(source.readline, "")
        self._out = out
        self._over = False

    def run(self) -> int:
        """Print a page, read a choice, until the input ends or `q` is typed. Always 0."""
        while not self._over:
            shown = self._sitting.scene
            self._say("\n" + printing.page(shown) + "\n")
            if shown.notice:
                self._say(f"* {shown.notice}")
            commands = self._commands(shown.page)
            self._say("\n".join(f"  [{c.word}] {c.does}" for c in commands))
            self._choose({c.word: c for c in commands})
        return 0

    @property
    def _language(self) -> Language:
        return self._sitting.desk.language

    def _w(self, message: str, **values: object) -> str:
        return say(message, self._language).format(**values)

    def _say(self, text: str) -> None:
        self._out.write(text + "\n")
        self._out.flush()

    def _read(self, prompt: str) -> str | None:
        self._out.write(prompt)
        self._out.flush()
        line = next(self._lines, None)
        return None if line is None else line.strip()

    def _choose(self, commands: dict[str, Command]) -> None:
        while True:
            typed = self._read("> ")
            if typed is None:
                self._over = True
                self._say("")
                return
            if typed in commands:
                commands[typed].act()
                return
            if "=" in typed:
                name, _equals, value = typed.partition("=")
                if self._answer_line(name.strip(), value.strip()):
                    return
                continue
            words = ", ".join(commands)
            self._say(self._w(_("« {typed} » n’est pas proposé ici. Tapez : {words}."), typed=typed, words=words))

    def _answer_line(self, name: str, value: str) -> bool:
        """`3=oui` answers the third finding of the page, `age=72` a factor; whether there is something to show."""
        page = self._sitting.scene.page
        if not (name.isdecimal() and isinstance(page, scene.ChecklistPage)):
            return self._answer(name, value)
        items = [item for group in page.groups for item in group.items]
        said = _YES_NO.get(value.lower(), value)
        if not 1 <= int(name) <= len(items) or said not in ("yes", "no", ""):
            self._say(self._w(_("Répondez par numéro=oui ou numéro=non, de 1 à {count}."), count=len(items)))
            return False
        self._sitting.find(items[int(name) - 1].id, said)
        return True

    def _answer(self, factor: str, value: str) -> bool:
        if self._sitting.desk.reference:
            self._say(self._w(NO_PATIENT))
            return False
        if factor not in self._guideline.factors:
            self._say(self._w(_("Facteur inconnu : « {factor} ». Tapez « p » pour la liste."), factor=factor))
            return False
        self._sitting.answer(factor, _YES_NO.get(value.lower(), value))
        refusal = self._sitting.desk.refusals.get(factor)
        if refusal is not None:
            self._say(refusal.reason.in_(self._language))
            return False
        return True

    def _commands(self, page: scene.Page) -> list[Command]:
        made: list[Command] = []
        if isinstance(page, scene.StartPage):
            made += [Command(str(c.number), c.title, self._does(self._sitting.choose_type, c.id)) for c in page.cards]
            made += [Command(s.key.lower(), s.title, self._does(self._sitting.open_article, s.id)) for s in page.strips]
        elif isinstance(page, scene.StagePage):
            made += self._stage_commands(page)
        elif isinstance(page, scene.TreatmentPage):
            if page.start_label:
                made.append(Command("e", page.start_label, self._does(self._sitting.start_trial, page.treatment)))
            made += [
                Command(f"d{n}", a.label, self._does(self._sitting.move, a.id))
                for n, a in enumerate(page.actions, start=1)
            ]
        elif isinstance(page, scene.ComparePage | scene.WhatIfPage | scene.PlanPage):
            pass  # printed, and left by « r »
        elif isinstance(page, scene.MapPage):
            made += self._map_commands(page)
        elif isinstance(page, scene.ChecklistPage):
            say_so = self._w(_("répondre à un numéro, par exemple 3=oui"))
            made += [Command("N=", say_so, self._nothing), *self._moves(page.moves)]
        elif not isinstance(page, scene.DocumentPage):
            made += self._moves(page.moves)
        if not isinstance(page, scene.StartPage):
            made.append(Command("r", self._w(_("page précédente")), self._sitting.back))
        made += [
            Command("c", self._w(_("carte du parcours")), self._sitting.open_map),
            *([] if self._sitting.desk.reference else [Command("p", self._w(_("patient")), self._patient)]),
            Command("u", self._w(_("annuler")), self._sitting.undo),
            Command("n", self._w(_("nouveau patient")), self._sitting.new_patient),
            Command("q", self._w(_("quitter")), self._quit),
        ]
        return made

    def _stage_commands(self, page: scene.StagePage) -> list[Command]:
        made = [
            Command(str(n), f"{c.name} — {c.status.word}", self._does(self._sitting.open_treatment, c.treatment))
            for n, c in enumerate(page.options, start=1)
        ]
        if page.outcome is not None and page.options:
            made.append(Command("t", self._w(_("enregistrer un essai")), lambda: self._trial(page)))
        notes = tuple(m for note in page.notes for m in note.moves)
        blocked = page.blocked.moves if page.blocked is not None else ()
        return made + self._moves((*notes, *blocked, *page.moves))

    def _map_commands(self, page: scene.MapPage) -> list[Command]:
        if page.leaving is not None:
            asked = (("y", page.leaving.moves[1]), ("x", page.leaving.moves[0]))
            return [Command(key, m.label, self._does(self._sitting.answer_leaving, m.id)) for key, m in asked]
        cells = [
            (f"{row.title}, {column.title}", cell)
            for row in page.rows
            for column, cell in zip(page.columns, row.cells, strict=True)
        ]
        return [Command(str(n), name, self._does(self._sitting.go_to, c.node)) for n, (name, c) in enumerate(cells, 1)]

    def _moves(self, moves: tuple[scene.Move, ...]) -> list[Command]:
        letters: dict[str, scene.Move] = {}
        for move in moves:
            letters.setdefault(f"{chr(97 + len(letters))}{chr(97 + len(letters))}", move)
        return [Command(word, m.label, self._does(self._sitting.move, m.id)) for word, m in letters.items()]

    def _trial(self, page: scene.StagePage) -> None:
        assert page.outcome is not None
        number = self._read(self._w(_("Numéro de l’option essayée : "))) or ""
        if not number.isdecimal() or not 1 <= int(number) <= len(page.options):
            self._say(self._w(_("Ce numéro n’est pas dans la liste : rien n’est enregistré.")))
            return
        treatment = page.options[int(number) - 1].treatment
        dose = self._read(self._w(_("Dose atteinte (mg/j, vide si sans objet) : "))) or ""
        weeks = self._read(self._w(_("Durée (semaines) : "))) or ""
        self._sitting.change_draft(treatment, dose, weeks)
        bar = self._bar()
        if bar is not None and bar.remark:
            self._say(bar.remark)
        for n, button in enumerate(page.outcome.buttons, start=1):
            self._say(f"  {n}. {button.spoken}")
        chosen = self._read(self._w(_("Résultat : "))) or ""
        if not chosen.isdecimal() or not 1 <= int(chosen) <= len(page.outcome.buttons):
            self._say(self._w(_("Ce numéro n’est pas dans la liste : rien n’est enregistré.")))
            return
        outcome = page.outcome.buttons[int(chosen) - 1].id
        self._sitting.record_outcome(outcome, self._reason(page.outcome) if outcome == "not-tolerated" else "")
        error = self._sitting.desk.draft_error
        if error is not None:
            self._say(error.in_(self._language))
        bar = self._bar()
        if bar is not None and bar.early is not None:
            self._early(bar.early)

    def _bar(self) -> scene.OutcomeBar | None:
        page = self._sitting.scene.page
        return page.outcome if isinstance(page, scene.StagePage) else None

    def _early(self, early: scene.EarlyEnd) -> None:
        """A result that came too early: what is advised comes first, and is what an empty line means."""
        self._say(early.title)
        for n, move in enumerate(early.moves, start=1):
            self._say(f"  {n}. {move.label}")
        typed = self._read("> ") or "1"
        self._sitting.move(early.moves[1 if typed == "2" else 0].id)

    def _reason(self, bar: scene.OutcomeBar) -> str:
        self._say(bar.reasons_title)
        for n, reason in enumerate(bar.reasons, start=1):
            self._say(f"  {n}. {reason.label}")
        typed = self._read("> ") or ""
        return bar.reasons[int(typed) - 1].id if typed in ("1", "2", "3") else "other"

    def _patient(self) -> None:
        shown = self._sitting.scene.patient
        if shown is None:
            return
        for group in shown.groups:
            self._say(f"\n{group.title}")
            for field in group.fields:
                mark = "?" if field.state == "asked" else " "
                value = f"{field.value} {field.unit}".strip() if field.value else "—"
                self._say(f" {mark} {field.id:<26} {value:<14} {field.label}")
        found = shown.clearance
        self._say("\n" + (found.missing or f"{found.title} {found.value} {found.unit}"))
        self._say(self._w(_("Répondez par nom=valeur, ou dites le patient en une ligne ; vide pour revenir.")))
        while typed := self._read("> "):
            name, equals, value = typed.partition("=")
            if equals:
                self._answer(name.strip(), value.strip())
            else:
                self._tell(typed)

    def _tell(self, line: str) -> None:
        """The patient in one line; what was not understood is said, with its reason."""
        self._sitting.tell(line)
        told = self._sitting.scene
        if told.notice:
            self._say(told.notice)
        if told.patient is not None and told.patient.line.error:
            self._say(": ".join(t for t in (told.patient.line.left, told.patient.line.error) if t))

    def _nothing(self) -> None:
        """What is only told: the answer itself is typed with its number."""

    def _quit(self) -> None:
        self._over = True

    @staticmethod
    def _does(act: Callable[[str], None], id: str) -> Callable[[], None]:
        return lambda: act(id)
