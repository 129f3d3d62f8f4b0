"""The extraction document: an article, the nodes and triples found in it, and their evidence.

All offsets count Unicode characters of `Document.text`; `text[start:end]` is the passage. Ids of nodes are local to the
document. MENTIONS is no triple of a document: the mentions of its nodes say it.
"""

import datetime
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import (
    Field,
    NonNegativeInt,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)

from schema.errors import DocumentError
from schema.properties import (
    NODE_PROPERTIES,
    TRIPLE_PROPERTIES,
    AnyNodeProperties,
    AnyTripleProperties,
    Fact,
)
from schema.vocabulary import DOMAIN_AND_RANGE, NodeType, Predicate


class Span(Fact):
    """A passage of the text: `text[start:end]`, not empty."""

    start: NonNegativeInt
    end: NonNegativeInt

    @model_validator(mode="after")
    def _not_empty(self) -> "Span":
        if self.start >= self.end:
            raise ValueError(f"span {self.start}–{self.end} is empty or backward")
        return self


class Evidence(Span):
    """The passage a reader needs, and in it the words that carry the link; None where the text has no such words."""

    subject: Span | None = None
    trigger: Span | None = None
    object: Span | None = None

    @model_validator(mode="after")
    def _words_inside(self) -> "Evidence":
        for words in (self.subject, self.trigger, self.object):
            if words and not (self.start <= words.start and words.end <= self.end):
                raise ValueError(f"words {words.start}–{words.end} stand outside the passage {self.start}–{self.end}")
        return self


class Article(Fact):
    """Where a text comes from. `source` is a path, a URL or "-"; dates are of publication."""

    id: str
    source: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published_on: datetime.date | None = None
    language: str = "en"


class Node(Fact):
    """A thing that the article speaks of. `properties` is the model that NODE_PROPERTIES has for its type."""

    id: Annotated[str, Field(min_length=1)]
    type: NodeType
    name: Annotated[str, Field(min_length=1)]
    aliases: tuple[str, ...] = ()
    properties: AnyNodeProperties = Field(default=None, validate_default=True)
    mentions: tuple[Span, ...] = ()

    @field_validator("properties", mode="before")
    @classmethod
    def _of_its_type(cls, value: Any, info: ValidationInfo) -> Any:
        return _typed(NODE_PROPERTIES, info.data.get("type"), value)


class Triple(Fact):
    """A link between two nodes of the document, with the rule that made it, how sure it is, and where it is said."""

    subject: str
    predicate: Predicate
    object: str
    properties: AnyTripleProperties = Field(default=None, validate_default=True)
    confidence: Annotated[float, Field(gt=0, le=1)]
    rule: Annotated[str, Field(min_length=1)]
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]

    @field_validator("properties", mode="before")
    @classmethod
    def _of_its_predicate(cls, value: Any, info: ValidationInfo) -> Any:
        return _typed(TRIPLE_PROPERTIES, info.data.get("predicate"), value)


def _typed(table: dict[Any, type[Fact]], key: Any, value: Any) -> Any:
    model = table.get(key)
    if model is None:
        raise ValueError(f"{key!r} is not for documents")
    return model.model_validate({} if value is None else value)


class Rejected(Span):
    """What a rule found and validation or a filter refused."""

    reason: Annotated[str, Field(min_length=1)]


class Document(Fact):
    """One article as extraction read it; consistent in itself, or it cannot be made."""

    article: Article
    text: str
    nodes: tuple[Node, ...] = ()
    triples: tuple[Triple, ...] = ()
    rejected: tuple[Rejected, ...] = ()

    @model_validator(mode="after")
    def _holds_together(self) -> "Document":
        types = {n.id: n.type for n in self.nodes}
        if len(types) != len(self.nodes):
            raise ValueError("two nodes have the same id")
        for triple in self.triples:
            check_link(triple, types)
        if outside := next((s for s in self._spans() if s.end > len(self.text)), None):
            raise ValueError(f"span {outside.start}–{outside.end} ends outside the text of {len(self.text)} characters")
        self._check_claims()
        return self

    def _spans(self) -> Iterator[Span]:
        for node in self.nodes:
            yield from node.mentions
        for triple in self.triples:
            yield from triple.evidence
        yield from self.rejected

    def _check_claims(self) -> None:
        for node in self.nodes:
            if node.type is NodeType.CLAIM:
                claim: Any = node.properties
                if self.text[claim.start : claim.end] != claim.text:
                    raise ValueError(f"claim {node.id}: its text is not what stands at {claim.start}–{claim.end}")


def check_link(triple: Triple, types: dict[str, NodeType]) -> None:
    """Raise ValueError unless both ends of the triple exist and are of the predicate's domain and range."""
    for id_ in (triple.subject, triple.object):
        if id_ not in types:
            raise ValueError(f"{triple.predicate}: there is no node {id_!r}")
    domain, range_ = DOMAIN_AND_RANGE[triple.predicate]
    if types[triple.subject] not in domain:
        raise ValueError(f"{triple.predicate} cannot start at {types[triple.subject]} {triple.subject!r}")
    if types[triple.object] not in range_:
        raise ValueError(f"{triple.predicate} cannot end at {types[triple.object]} {triple.object!r}")


def parse_document(line: str) -> Document:
    """A document from one line of JSON; raises DocumentError that names the first fault."""
    try:
        return Document.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise DocumentError(f"no extraction document: {first['msg']}", where=where) from error
