"""Which page the doctor looks at: opening, going back, searching. The walk and the patient stay as they are.

Knows no Qt and decides no medicine.
"""

from navigator.consultation import walk as walking
from navigator.consultation.walk import Answered, Chosen
from navigator.guideline.search import Index
from navigator.pages import documents, finding
from navigator.pages.desk import WALK, View
from navigator.pages.document_page import to_print
from navigator.pages.scene import Hit
from navigator.pages.seat import Seat


class ReadingSeat(Seat):
    """The actions that turn pages. Each changes the desk."""

    def open_treatment(self, id: str) -> None:
        """Look at a treatment, from the stage on the screen."""
        self._visit(View("treatment", id))

    def open_article(self, id: str) -> None:
        """Look at a page to read; `treatment.ID` looks at a treatment."""
        kind, _dot, name = id.partition(".")
        self._visit(View("treatment", name) if kind == "treatment" else View("article", id))

    def open_document(self, id: str) -> None:
        """Look at a document before it leaves the room: `letter`, `leaflet.TREATMENT`…"""
        if documents.has_document(self._guideline, id):
            self._visit(View("document", id))

    def open_to_print(self) -> None:
        """Look at the document that printing the page on the screen means, where there is one."""
        self.open_document(to_print(self.scene.page))

    def open_help(self) -> None:
        """Look at the keys, those of the page on the screen first; nothing where the help is on the screen."""
        page = self.scene.page
        if page.key != ("article", "help"):
            self._visit(View("article", f"help.{page.key[0]}"))

    def open_settings(self) -> None:
        """Look at what can be chosen."""
        self._visit(View("settings"))

    def open_node(self, id: str) -> None:
        """Look at a stage; the walk is not changed. The start leads back to the choice of the type."""
        here = walking.replay(self._guideline, self._history.present).here
        self._visit(WALK if id == here else View("node", id))

    def to_walk(self) -> None:
        """Look at where the consultation stands."""
        self._visit(WALK)

    def home(self) -> None:
        """Look at the start page."""
        self._visit(View("node", "start"))

    def back(self) -> None:
        """The page before."""
        self._travel(-1)

    def forward(self) -> None:
        """The page after."""
        self._travel(1)

    def search(self, text: str) -> tuple[Hit, ...]:
        """What `text` finds in the guideline and among the pages of the app."""
        return finding.hits(self._guideline, self._desk, self._known_words(), text)

    def nearest(self, text: str) -> str:
        """The nearest spelling that would find something; empty where there is none."""
        return self._known_words().nearest(text)

    def _known_words(self) -> Index:
        if self._index is None:
            self._index = finding.index_of(self._guideline, self._desk.language)
        return self._index

    def open_at(self, place: str) -> None:
        """Start at a treatment or a node; nowhere in particular when `place` is empty."""
        if place in self._guideline.treatments:
            self.open_treatment(place)
        elif place:
            self.enter(place)

    def enter(self, id: str) -> None:
        """Take up the consultation at a stage: its type of pain is chosen, the stages before are passed over."""
        node = self._guideline.nodes[id]
        if not node.pain_type:
            self.open_node(id)
            return
        moment = walking.advance(self._guideline, self._history.present, Chosen(node.pain_type))
        while (here := walking.replay(self._guideline, moment).here) != id:
            if "skip" not in walking.offers(self._guideline, moment).moves:
                break
            moment = walking.advance(self._guideline, moment, Answered(here, "skip"))
        self._replace_present(moment)
        self._visit(WALK if here == id else View("node", id))

    def open_hit(self, id: str) -> None:
        """Open the page that a search result leads to."""
        if id == "help":
            self.open_help()
        elif id in ("map", "settings"):
            self._visit(View(id))
        elif id in self._guideline.treatments:
            self.open_treatment(id)
        elif id in self._guideline.pain_types:
            self.open_node(self._guideline.pain_types[id].first)
        elif id in self._guideline.nodes:
            self.open_node(id)
        else:
            self.open_article(id)
