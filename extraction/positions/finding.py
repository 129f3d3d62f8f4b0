"""What a rule has found: somebody's title, and whose it is."""

from dataclasses import dataclass, replace

from spacy.tokens import Span

from extraction.positions.phrases import Held, TitlePhrase, singular
from extraction.reading import Mention, Thing
from schema import NodeType

#: rule -> how sure it is, as far as it is not `USUAL`
SURE = {
    "apposition": 0.9,
    "title-before": 0.9,
    "verb": 0.75,
    "works": 0.6,
    "chamber": 0.6,
    "partisan": 0.7,
    "of-organization": 0.7,
    "possessed": 0.7,
    "implied-court": 0.75,
    "implied-body": 0.5,
}
USUAL = 0.8
#: nouns for people that stand to a body in some way, but hold no position in it
UNHELD = frozenset(
    {"supporter", "critic", "ally", "veteran", "defector", "opponent", "shareholder", "investor", "customer", "fan"}
    | {"informant", "whistleblower", "protester", "challenger", "star", "victim", "accuser"}
)
IN_NO_COURT = frozenset({"editor", "editor-in-chief", "chief", "publisher", "owner", "founder", "journalist", "ceo"})
Who = tuple[Thing, Mention]
"""Somebody, and where the text names them."""


@dataclass(frozen=True)
class Finding:
    """Somebody's title, perhaps with whose it is; `sort` is the list of words that the title is in."""

    person: Thing
    mention: Mention
    title: Span
    words: str
    holder: Held | None
    rule: str
    sort: str = ""

    @property
    def confidence(self) -> float:
        return SURE.get(self.rule, USUAL)

    def held_by(self, holder: Held | None, rule: str = "") -> "Finding":
        """The same of another holder."""
        return replace(self, holder=holder, rule=rule or self.rule)


def finding(who: Who, phrase: TitlePhrase, rule: str, holder: Held | None, end: int = 0) -> Finding:
    """A finding from a title phrase; `end` is where the title ends with what it is about."""
    doc, end = phrase.doc, max(end, phrase.end)
    if holder is not None and not may_hold(phrase, holder[1].type):
        holder = None
    words = f"{singular(doc[phrase.start : phrase.end])} {doc[phrase.end : end].text}"
    return Finding(*who, doc[phrase.start : end], " ".join(words.split()), holder, rule, phrase.entry.name)


def may_hold(phrase: TitlePhrase, of: NodeType) -> bool:
    """A place has no plumbers, a court no editors; nobody holds a position by being a critic or a shareholder."""
    if phrase.doc[phrase.end - 1].lemma_.lower() in UNHELD:
        return False
    if of is NodeType.COURT and phrase.doc[phrase.end - 1].lower_ in IN_NO_COURT:
        return False
    return of is not NodeType.PLACE or phrase.entry.kind in {"office", "rank"} or phrase.entry.name == "bar"
