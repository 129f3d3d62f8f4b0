"""A Reading becomes a Document: local ids, characters for tokens, and a word about everything that is refused."""

from collections import Counter
from collections.abc import Iterable

from pydantic import ValidationError
from spacy.tokens import Doc

from extraction.reading import Link, MentionKind, Reading, Thing, reading_of
from schema import PARTY, Article, Document, Evidence, Node, NodeType, Rejected, Span, Triple, check_link

PREFIX = {NodeType.CASE: "c", NodeType.OFFENCE: "o", NodeType.PENALTY: "p", NodeType.EVENT: "v", NodeType.CLAIM: "k"}


def document_of(doc: Doc, article: Article) -> Document:
    """The document of a Doc that the whole pipeline has read."""
    reading = reading_of(doc)
    rejected = [
        Rejected(start=doc[s].idx, end=doc[e - 1].idx + len(doc[e - 1]), reason=why) for s, e, why in reading.rejected
    ]
    nodes = _nodes(doc, reading, rejected)
    triples = _triples(reading.links, nodes, rejected)
    return Document(
        article=article,
        text=doc.text,
        nodes=tuple(nodes.values()),
        triples=tuple(triples),
        rejected=tuple(sorted(set(rejected), key=lambda r: (r.start, r.end, r.reason))),
    )


def _things(reading: Reading) -> Iterable[Thing]:
    seen: dict[int, Thing] = {id(t): t for t in reading.parties if any(m.kind is MentionKind.NAME for m in t.mentions)}
    for link in reading.links:
        for end in (link.subject, link.object):
            seen.setdefault(id(end), end)
    return seen.values()


def _nodes(doc: Doc, reading: Reading, rejected: list[Rejected]) -> dict[int, Node]:
    """Python's id of each Thing -> its Node."""
    numbers: Counter[str] = Counter()
    nodes = {}
    for thing in _things(reading):
        prefix = PREFIX.get(thing.type, "e")
        numbers[prefix] += 1
        try:
            nodes[id(thing)] = _node(doc, thing, f"{prefix}{numbers[prefix]}")
        except ValidationError as error:
            rejected.extend(
                _refused(error, [Span(start=doc[m.start].idx, end=_end(doc, m.end)) for m in thing.mentions])
            )
    return nodes


def _node(doc: Doc, thing: Thing, id_: str) -> Node:
    named = [m for m in thing.mentions if m.kind is MentionKind.NAME or thing.type not in PARTY]
    return Node(
        id=id_,
        type=thing.type,
        name=thing.name,
        aliases=tuple(dict.fromkeys(a for a in thing.aliases if a != thing.name)),
        properties=thing.properties,
        mentions=tuple(
            Span(start=doc[m.start].idx, end=_end(doc, m.end)) for m in sorted(named, key=lambda m: m.start)
        ),
    )


def _end(doc: Doc, token_end: int) -> int:
    return doc[token_end - 1].idx + len(doc[token_end - 1])


def _triples(links: Iterable[Link], nodes: dict[int, Node], rejected: list[Rejected]) -> list[Triple]:
    types = {n.id: n.type for n in nodes.values()}
    triples: dict[tuple[object, ...], Triple] = {}
    passages: dict[tuple[object, ...], dict[Evidence, None]] = {}  # in the order in which they were found
    for link in links:
        subject, object_ = nodes.get(id(link.subject)), nodes.get(id(link.object))
        if subject is None or object_ is None:
            rejected.extend(
                Rejected(start=e.start, end=e.end, reason=f"{link.rule}: an end was refused") for e in link.evidence
            )
            continue
        try:
            triple = _triple(link, subject.id, object_.id)
            check_link(triple, types)
        except ValueError as error:
            rejected.extend(_refused(error, link.evidence))
            continue
        key = (triple.subject, triple.predicate, triple.object, triple.properties)
        triples[key] = max(triples.get(key, triple), triple, key=lambda t: t.confidence)
        passages.setdefault(key, {}).update(dict.fromkeys(triple.evidence))
    return [_merged(triple, tuple(passages[key])) for key, triple in triples.items()]


def _triple(link: Link, subject: str, object_: str) -> Triple:
    return Triple(
        subject=subject,
        predicate=link.predicate,
        object=object_,
        properties=link.properties,
        confidence=link.confidence,
        rule=link.rule,
        evidence=tuple(link.evidence),
    )


def _merged(triple: Triple, passages: tuple[Evidence, ...]) -> Triple:
    """The same link said twice is one triple with two pieces of evidence, of the more certain rule."""
    return triple if triple.evidence == passages else triple.model_copy(update={"evidence": passages})


def _refused(error: ValueError, spans: Iterable[Span]) -> list[Rejected]:
    reason = error.errors()[0]["msg"] if isinstance(error, ValidationError) else str(error)
    return [Rejected(start=s.start, end=s.end, reason=reason) for s in spans]
