"""Whose a title is that stands beside a name without its holder: the court or body that the text is about there."""

from collections.abc import Callable

from spacy.tokens import Doc

from extraction.grammar import SUBJECTS
from extraction.positions.phrases import Held, TitlePhrase
from extraction.reading import Mention, Reading, Thing
from schema import NodeType, OrganizationKind

#: the holder of a title with none beside it was named at most so many words before
NEAR = 120
#: titles that nobody has but in a company, outlet or club, so that the text needn't say whose they are
IN_A_BODY = frozenset(
    {"chief executive", "chief executive officer", "ceo", "cfo", "finance chief", "managing director", "chairman"}
    | {"chairwoman", "chairperson", "spokesman", "spokeswoman", "spokesperson", "editor", "editor-in-chief"}
    | {"editor in chief", "managing editor", "news editor", "web editor", "deputy editor", "publisher", "founder"}
    | {"co-founder", "partner", "managing partner", "general manager", "executive director"}
)


class ImpliedHolders:
    """Finds the implied holders of one article's titles; none where two are possible."""

    def __init__(self, doc: Doc, reading: Reading) -> None:
        self.doc, self.reading = doc, reading
        self.courts = [t for t in reading.parties if t.type is NodeType.COURT]

    def holder(self, phrase: TitlePhrase, mention: Mention) -> Held | None:
        """Of a judge the court, of a spokesman or editor the one body named near by."""
        if phrase.entry.name == "bench":
            return self._court(mention)
        is_in_a_body = self.doc[phrase.start : phrase.end].text.lower() in IN_A_BODY
        return self._body(mention) if is_in_a_body else None

    def _court(self, mention: Mention) -> Held | None:
        near = self._near(mention, lambda t: t.type is NodeType.COURT)
        if not near and len(self.courts) == 1:
            first = min(self.courts[0].mentions, key=lambda m: m.start)
            return (first.start, self.courts[0]) if first.start < mention.start else None
        return _leading(near)

    def _body(self, mention: Mention) -> Held | None:
        near = self._near(mention, _is_body)
        return _leading(near) if len(near) == 1 else None

    def _near(self, mention: Mention, fits: Callable[[Thing], bool]) -> dict[int, tuple[int, Held]]:
        """Those named before the mention: how much the text is about each, and the last token that stands for it."""
        near: dict[int, tuple[int, Held]] = {}
        for i in range(max(0, mention.start - NEAR), mention.start):
            thing = self.reading.party_at.get(i)
            if thing is not None and fits(thing):
                best = max(self._leads(i), near[id(thing)][0] if id(thing) in near else 0)
                near[id(thing)] = best, (i, thing)
        return near

    def _leads(self, i: int) -> int:
        """Whether the sentence is about the party there rather than naming it by the way."""
        token = self.doc[i]
        return 0 if token.dep_ not in SUBJECTS else 2 if token.head.dep_ == "ROOT" else 1


def _is_body(thing: Thing) -> bool:
    return thing.type is NodeType.ORGANIZATION and thing.properties.get("kind") is not OrganizationKind.GOVERNMENT


def _leading(near: dict[int, tuple[int, Held]]) -> Held | None:
    most = max((lead for lead, _ in near.values()), default=0)
    leading = [held for lead, held in near.values() if lead == most]
    return leading[0] if len(leading) == 1 else None
