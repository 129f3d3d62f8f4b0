"""The evidence of one article as resolution sees it: its mentions, what it states of them, and what they refer to."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from schema import Document, Evidence, Fact, Node, NodeType, Predicate, Triple, normalise_name


class Target(NamedTuple):
    """The canonical node that a mention refers to, and why: the name, an alias, the context, or the article's own.

    `facts` are set for a mention of a case: what the frame says, in the words that cases are compared by.
    """

    id: str
    how: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A node of one article. `properties` are those of its type; `start` is where the article first names it."""

    id: str
    type: NodeType
    name: str
    key: str
    aliases: tuple[str, ...]
    start: int
    count: int
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Statement:
    """One triple with one piece of its evidence, between mentions."""

    predicate: Predicate
    subject: str
    object: str
    confidence: float
    stance: str | None = None
    cue: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleEvidence:
    """All that one article says. `targets` are what its mentions refer to in the graph; none of a new article's do."""

    id: str
    published_on: datetime.date | None
    mentions: dict[str, Mention]
    statements: tuple[Statement, ...]
    targets: dict[str, Target] = field(default_factory=dict)

    def of_type(self, *types: NodeType) -> Iterator[Mention]:
        return (m for m in self.mentions.values() if m.type in types)


def local(article: str) -> str:
    """The part of an article's id that the ids of its mentions and statements contain."""
    return article.partition(":")[2] or article


def mention_id(article: str, node: str) -> str:
    return f"mention:{local(article)}:{node}"


def of_document(document: Document) -> ArticleEvidence:
    """The evidence of a document that is not in the graph yet."""
    article = document.article
    mentions = [_mention(article.id, node) for node in document.nodes]
    statements = tuple(_statement(article.id, t) for t in document.triples for _ in t.evidence)
    return ArticleEvidence(article.id, article.published_on, {m.id: m for m in mentions}, statements)


def _mention(article: str, node: Node) -> Mention:
    return Mention(
        id=mention_id(article, node.id),
        type=node.type,
        name=node.name,
        key=normalise_name(node.name),
        aliases=node.aliases,
        start=min((s.start for s in node.mentions), default=0),
        count=max(1, len(node.mentions)),
        properties=plain(node.properties),
    )


def _statement(article: str, triple: Triple) -> Statement:
    ends = mention_id(article, triple.subject), mention_id(article, triple.object)
    return Statement(triple.predicate, *ends, triple.confidence, **plain(triple.properties))


def plain(fact: Fact) -> dict[str, Any]:
    """The properties of a fact as the store takes them: no null, lists for tuples, plain text for the closed lists."""
    return {name: _value(value) for name, value in fact if value is not None}


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, str) else value


def span_properties(evidence: Evidence) -> dict[str, int]:
    """The offsets of a piece of evidence, as properties of a statement."""
    parts = {"subject": evidence.subject, "trigger": evidence.trigger, "object": evidence.object}
    found = {"start": evidence.start, "end": evidence.end}
    for name, span in parts.items():
        if span:
            found |= {f"{name}_start": span.start, f"{name}_end": span.end}
    return found
