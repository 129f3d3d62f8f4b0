"""Documents made by hand: a Story is told fact by fact, and its text grows with it, so that every span fits."""

import datetime
from collections.abc import Sequence
from typing import Any

from schema import Article, Document, Evidence, Node, NodeType, Predicate, Span, Triple, article_id


class Story:
    """An article that says what it is told to say. Methods that make a node answer its local id."""

    def __init__(self, name: str, on: str | None = None, **article: Any) -> None:
        fields = {"id": article_id(None, name), "source": f"{name}.txt", "title": f"Story {name}"} | article
        self.article = Article(published_on=datetime.date.fromisoformat(on) if on else None, **fields)
        self._text = f"{name}.\n"
        self._nodes: list[Node] = []
        self._triples: list[Triple] = []

    def document(self) -> Document:
        return Document(article=self.article, text=self._text, nodes=tuple(self._nodes), triples=tuple(self._triples))

    def node(self, type_: NodeType, name: str, aliases: Sequence[str] = (), **properties: Any) -> str:
        start = len(self._text)
        self._text += f"{name}.\n"
        mention = Span(start=start, end=start + len(name))
        if type_ is NodeType.CLAIM:
            properties |= {"start": mention.start, "end": mention.end}
        id_ = f"{type_[:2].lower()}{len(self._nodes)}"
        made = {"id": id_, "type": type_, "name": name, "aliases": tuple(aliases), "properties": properties}
        self._nodes.append(Node(**made, mentions=(mention,)))
        return id_

    def link(
        self, subject: str, predicate: Predicate, object_: str, confidence: float = 0.9, **properties: Any
    ) -> None:
        start = len(self._text)
        names = {node.id: node.name for node in self._nodes}
        self._text += f"{names[subject]} {predicate} {names[object_]}.\n"
        evidence = Evidence(
            start=start,
            end=len(self._text) - 1,
            subject=Span(start=start, end=start + len(names[subject])),
            trigger=Span(start=start + len(names[subject]) + 1, end=start + len(names[subject]) + 1 + len(predicate)),
        )
        made = {"subject": subject, "predicate": predicate, "object": object_, "properties": properties}
        self._triples.append(Triple(**made, confidence=confidence, rule="by-hand", evidence=(evidence,)))

    def person(self, name: str, aliases: Sequence[str] = (), titles: Sequence[str] = ()) -> str:
        return self.node(NodeType.PERSON, name, aliases, titles=tuple(titles))

    def organization(self, name: str, aliases: Sequence[str] = (), kind: str | None = None) -> str:
        return self.node(NodeType.ORGANIZATION, name, aliases, kind=kind)

    def court(self, name: str, aliases: Sequence[str] = ()) -> str:
        return self.node(NodeType.COURT, name, aliases)

    def platform(self, name: str, aliases: Sequence[str] = ()) -> str:
        return self.node(NodeType.PLATFORM, name, aliases)

    def place(self, name: str) -> str:
        return self.node(NodeType.PLACE, name)

    def position(self, person: str, holder: str, title: str) -> None:
        self.link(person, Predicate.HOLDS_POSITION, holder, title=title)

    def claim(self, speaker: str, text: str, about: Sequence[str] = (), stance: str = "asserts") -> str:
        claim = self.node(NodeType.CLAIM, text, text=text)
        self.link(speaker, Predicate.MADE, claim, stance=stance, cue="said")
        for other in about:
            self.link(claim, Predicate.ABOUT, other)
        return claim

    def case(self, **slots: Sequence[Any]) -> str:
        """A case. Slots: plaintiffs, defendants, counsel, judges, courts, platforms (local ids), offences (names),
        events (kind, or kind and date), penalties (properties, with `on` for who bears it)."""
        case = self.node(NodeType.CASE, "case")
        for slot, values in slots.items():
            for value in values:
                self._fill(case, slot, value)
        return case

    def _fill(self, case: str, slot: str, value: Any) -> None:
        if slot in _PARTIES:
            self.link(value, _PARTIES[slot], case)
        elif slot in _PLACES:
            self.link(case, _PLACES[slot], value)
        elif slot == "offences":
            self.link(case, Predicate.CONCERNS, self.node(NodeType.OFFENCE, value))
        elif slot == "events":
            self._event(case, *([value] if isinstance(value, str) else value))
        else:
            self._penalty(case, **value)

    def _event(self, case: str, kind: str, date: str | None = None) -> None:
        event = self.node(NodeType.EVENT, kind, kind=kind, date=date)
        self.link(case, Predicate.HAS_EVENT, event)

    def _penalty(self, case: str, on: str | None = None, **properties: Any) -> None:
        penalty = self.node(NodeType.PENALTY, properties["kind"], **properties)
        self.link(case, Predicate.HAS_PENALTY, penalty)
        if on:
            self.link(penalty, Predicate.IMPOSED_ON, on)


_PARTIES = {
    "plaintiffs": Predicate.PLAINTIFF_IN,
    "defendants": Predicate.DEFENDANT_IN,
    "counsel": Predicate.COUNSEL_IN,
    "judges": Predicate.JUDGE_IN,
}
_PLACES = {"courts": Predicate.HEARD_BY, "platforms": Predicate.ON_PLATFORM}
