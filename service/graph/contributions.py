"""What one article contributes to the canonical layer. Pure; the canonical layer is the sum of all contributions.

So a load adds what is new, and only where something is taken away must a node or its links be derived anew.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from schema import PARTY, NodeType, Predicate
from service.cypher.anchors import ANCHORED_AT_OBJECT
from service.graph.evidence import ArticleEvidence, Mention, Target
from service.graph.resolution import BY_ALIAS, BY_CONTEXT, BY_NAME


class Link(NamedTuple):
    """A canonical relationship. `title` tells apart the positions of one person in one place."""

    predicate: Predicate
    subject: str
    object: str
    title: str | None = None

    @property
    def anchor(self) -> str:
        return self.object if self.predicate in ANCHORED_AT_OBJECT else self.subject

    @property
    def other(self) -> str:
        return self.subject if self.predicate in ANCHORED_AT_OBJECT else self.object


@dataclass(frozen=True, slots=True)
class Support:
    """What articles say for a link: how many, the best confidence with its stance and cue, the first and last date."""

    support: int
    confidence: float
    stance: str | None = None
    cue: str | None = None
    first: datetime.date | None = None
    last: datetime.date | None = None

    def __add__(self, other: "Support") -> "Support":
        best = min(self, other, key=lambda s: (-s.confidence, s.stance or "", s.cue or ""))
        return Support(
            self.support + other.support,
            best.confidence,
            best.stance,
            best.cue,
            min((d for d in (self.first, other.first) if d), default=None),
            max((d for d in (self.last, other.last) if d), default=None),
        )

    def same_article(self, other: "Support") -> "Support":
        """Two statements of one article count once."""
        return replace(self + other, support=1)


class Share(NamedTuple):
    """What a mention says of the node it refers to; `names` tells whether the node may be called by its name."""

    name: str
    names: bool
    aliases: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    kind: str | None = None
    facts: tuple[tuple[str, Any], ...] = ()


class Mentioned(NamedTuple):
    """How often an article mentions a party, and whether by a name that stands for itself."""

    times: int
    named: bool


@dataclass
class Contribution:
    """What one article says of canonical nodes and links, and how often it mentions each party."""

    nodes: dict[str, set[Share]] = field(default_factory=dict)
    links: dict[Link, Support] = field(default_factory=dict)
    mentions: dict[str, Mentioned] = field(default_factory=dict)


def contribution(evidence: ArticleEvidence, targets: Mapping[str, Target]) -> Contribution:
    """What the article contributes if its mentions refer to these targets; mentions without one contribute nothing."""
    found = Contribution()
    for id_, mention in evidence.mentions.items():
        if target := targets.get(id_):
            found.nodes.setdefault(target.id, set()).add(share(mention, target.how))
            if mention.type in PARTY:
                times, named = found.mentions.get(target.id, (0, False))
                found.mentions[target.id] = Mentioned(times + mention.count, named or target.how in (BY_NAME, BY_ALIAS))
    for link, support in _links(evidence, targets):
        said = found.links.get(link)
        found.links[link] = said.same_article(support) if said else support
    return found


def share(mention: Mention, how: str) -> Share:
    properties = mention.properties
    if mention.type in PARTY:
        titles = tuple(sorted(properties.get("titles", ())))
        names = how not in (BY_ALIAS, BY_CONTEXT)
        return Share(mention.name, names, tuple(sorted(set(mention.aliases))), titles, properties.get("kind"))
    if mention.type is NodeType.CASE:
        return Share("", names=True)
    return Share(mention.name, names=True, facts=tuple(sorted(_facts(mention).items())))


def _facts(mention: Mention) -> dict[str, Any]:
    """What tells the node from others, and therefore is the same in all its mentions (but for the case of a claim)."""
    return {name: value for name, value in mention.properties.items() if name not in ("start", "end")}


def _links(evidence: ArticleEvidence, targets: Mapping[str, Target]) -> Iterator[tuple[Link, Support]]:
    for statement in evidence.statements:
        subject, object_ = targets.get(statement.subject), targets.get(statement.object)
        if subject and object_:
            date = evidence.published_on
            link = Link(statement.predicate, subject.id, object_.id, statement.title)
            yield link, Support(1, statement.confidence, statement.stance, statement.cue, date, date)


@dataclass
class Change:
    """What articles add to the canonical layer, and what they no longer say."""

    nodes: dict[str, set[Share]] = field(default_factory=dict)
    links: dict[Link, Support] = field(default_factory=dict)
    mentions: dict[tuple[str, str], Mentioned] = field(default_factory=dict)
    lost_nodes: set[str] = field(default_factory=set)
    lost_links: set[Link] = field(default_factory=set)
    lost_mentions: set[tuple[str, str]] = field(default_factory=set)

    def of(self, article: str, old: Contribution, new: Contribution) -> None:
        """Take in what an article said before, and what it says now."""
        self._nodes(old, new)
        self._links(old, new)
        for party, mentioned in new.mentions.items():
            if old.mentions.get(party) != mentioned:
                self.mentions[article, party] = mentioned
        self.lost_mentions |= {(article, party) for party in old.mentions.keys() - new.mentions.keys()}

    def _nodes(self, old: Contribution, new: Contribution) -> None:
        for id_, shares in new.nodes.items():
            if added := shares - old.nodes.get(id_, set()):
                self.nodes.setdefault(id_, set()).update(added)
        self.lost_nodes |= {id_ for id_, shares in old.nodes.items() if shares - new.nodes.get(id_, set())}

    def _links(self, old: Contribution, new: Contribution) -> None:
        for link, support in new.links.items():
            if old.links.get(link) == support:
                continue
            self.links[link] = self.links[link] + support if link in self.links else support
        self.lost_links |= {link for link, support in old.links.items() if new.links.get(link) != support}
