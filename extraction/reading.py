"""What the pipeline's components write down about a text, from one to the next, before it becomes a document.

A `Reading` hangs on its Doc as `doc._.reading`. Tokens are counted as spaCy counts them; only `assemble` turns
them into characters of the article.
"""

import datetime
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

from spacy.tokens import Doc, Span

from schema import PARTY, Evidence, NodeType, Predicate
from schema import Span as TextSpan

BODIES = frozenset({NodeType.ORGANIZATION, NodeType.COURT})
"""Those that people hold positions in."""
INSTITUTIONS = BODIES | {NodeType.PLATFORM}
"""The parties that are neither somebody nor somewhere."""


class MentionKind(StrEnum):
    """How a text names a thing: by its name, by what it is ("the premier", "the party"), or by a pronoun."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


class Zone(StrEnum):
    """What a paragraph is for."""

    HEADLINE = "headline"  # of the article, and those between its paragraphs
    BYLINE = "byline"  # its names count, it says nothing
    BODY = "body"
    QUOTATION = "quotation"  # set off as a paragraph of its own, without quotation marks
    BOILERPLATE = "boilerplate"  # navigation, credits, addresses, copyright: makes no facts


@dataclass(frozen=True)
class Paragraph:
    """Tokens `start` up to `end` of the Doc, between two line breaks, without them."""

    start: int
    end: int
    zone: Zone


@dataclass(frozen=True)
class Mention:
    """Tokens `start` up to `end` of the Doc."""

    start: int
    end: int
    kind: MentionKind


@dataclass(eq=False)
class Thing:
    """A node in the making: a party, case, offence, penalty, event or claim."""

    type: NodeType
    name: str
    aliases: list[str] = field(default_factory=list)
    properties: dict[str, Any] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    gender: Literal["male", "female"] | None = None  # of a person, as far as the text tells


@dataclass(eq=False)
class Link:
    """A triple in the making."""

    subject: Thing
    predicate: Predicate
    object: Thing
    confidence: float
    rule: str
    evidence: list[Evidence]
    properties: dict[str, Any] = field(default_factory=dict)


@dataclass
class Reading:
    """All that is known about a text so far."""

    published_on: datetime.date | None = None
    paragraphs: list[Paragraph] = field(default_factory=list)
    parties: list[Thing] = field(default_factory=list)
    party_at: dict[int, Thing] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    rejected: list[tuple[int, int, str]] = field(default_factory=list)
    sentence_starts: list[int] | None = None  # the first tokens of the sentences, once somebody has asked

    def add_mention(self, thing: Thing, mention: Mention) -> None:
        """Every token of the mention leads to the thing from now on."""
        if thing.type in PARTY and not thing.mentions:
            self.parties.append(thing)
        thing.mentions.append(mention)
        for i in range(mention.start, mention.end):
            self.party_at[i] = thing

    def paragraph_of(self, token: int) -> Paragraph | None:
        """The paragraph that the token stands in; None for a line break."""
        at = bisect_right(self.paragraphs, token, key=lambda p: p.start) - 1
        return self.paragraphs[at] if at >= 0 and token < self.paragraphs[at].end else None

    def zone_of(self, token: int) -> Zone:
        """The zone of the paragraph that the token stands in."""
        paragraph = self.paragraph_of(token)
        return paragraph.zone if paragraph else Zone.BODY


def reading_of(doc: Doc) -> Reading:
    """The Reading that hangs on the Doc; made on first use."""
    if doc._.reading is None:
        doc._.reading = Reading()
    reading: Reading = doc._.reading
    return reading


def text_span(span: Span | None) -> TextSpan | None:
    """The characters of a spaCy span."""
    return TextSpan(start=span.start_char, end=span.end_char) if span is not None and len(span) else None


def _without_space(span: Span) -> Span:
    start, end = span.start, span.end
    while start < end - 1 and span.doc[start].is_space:
        start += 1
    while end > start + 1 and span.doc[end - 1].is_space:
        end -= 1
    return span.doc[start:end]


def evidence(
    passage: Span, *, subject: Span | None = None, trigger: Span | None = None, object: Span | None = None
) -> Evidence:
    """Evidence from spaCy spans: the passage that a reader needs, and the words in it that carry the link.

    The passage loses the space around it, and is widened where some of the words stand outside it.
    """
    passage = _without_space(passage)
    words = [span for span in (subject, trigger, object) if span is not None and len(span)]
    return Evidence(
        start=min(span.start_char for span in (passage, *words)),
        end=max(span.end_char for span in (passage, *words)),
        subject=text_span(subject),
        trigger=text_span(trigger),
        object=text_span(object),
    )


if not Doc.has_extension("reading"):
    Doc.set_extension("reading", default=None)
