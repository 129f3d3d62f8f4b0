"""Which canonical node a mention refers to: a pure function of what the articles say, in whatever order they came.

A wrong link is worse than a missing one. A name stands for the same thing everywhere, except: a name that is an alias
of one fuller name goes to that; a bare surname or a generic name ("Supreme Court") needs context, or stays the
article's own. Judgements of people ("same", "different") will be heard here first, in `by_name`, once there are any.
"""

import functools
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import NamedTuple

from babel import Locale

from schema import PARTY, NodeType, Predicate, node_id, normalise_name
from service.graph.evidence import ArticleEvidence, Mention, Target

BY_NAME, BY_ALIAS, BY_CONTEXT, BY_PLACE, OWN = "name", "alias", "context", "place", "own"

_FILLERS = frozenset({"of", "the", "for", "and", "in"})
_COUNTRY_NAMES = {
    "us": "united states",
    "u s": "united states",
    "usa": "united states",
    "uk": "united kingdom",
    "u k": "united kingdom",
    "britain": "united kingdom",
    "great britain": "united kingdom",
    "burma": "myanmar",
}


class Name(NamedTuple):
    """A name of things of a type, in comparable form."""

    type: NodeType
    key: str


class Alias(NamedTuple):
    """`key` is used for things of the type that have the fuller name `fuller`."""

    type: NodeType
    key: str
    fuller: str


class Names:
    """The aliases that articles use, as far as they concern the names asked for."""

    def __init__(self, aliases: Iterable[Alias]) -> None:
        self._fuller: dict[Name, set[str]] = {}
        for alias in aliases:
            self._fuller.setdefault(Name(alias.type, alias.key), set()).add(alias.fuller)

    def fuller(self, name: Name) -> set[str]:
        """The fuller names of which the name is an alias."""
        return self._fuller.get(name, set())

    def root(self, name: Name) -> Name:
        """The name under which its bearer is known: itself, unless it is the alias of exactly one fuller name."""
        fuller = self.fuller(name)
        return self.root(Name(name.type, next(iter(fuller)))) if len(fuller) == 1 else name


@functools.cache
def _generic_words() -> frozenset[str]:
    lines = files("service.graph").joinpath("generic_words.txt").read_text().splitlines()
    return frozenset(line for line in lines if not line.startswith("#")) | _FILLERS


@functools.cache
def _countries() -> Mapping[str, str]:
    territories = Locale("en").territories
    names = {normalise_name(name) for code, name in territories.items() if len(code) == 2}
    return {**{name: name for name in names}, **_COUNTRY_NAMES}


def is_generic(name: Name) -> bool:
    """Whether a court or an organization has a name without a proper part."""
    return name.type in (NodeType.COURT, NodeType.ORGANIZATION) and set(name.key.split()) <= _generic_words()


def is_bare(name: Name) -> bool:
    """Whether a person is named by one word (with or without initials), which is no handle."""
    full = [word for word in name.key.split() if len(word) > 1]
    return name.type is NodeType.PERSON and len(full) < 2 and not name.key.startswith("@")


def is_described(mention: Mention) -> bool:
    """Whether the article gives no name at all, only a description ("?a senator")."""
    return mention.name.startswith("?") or not mention.key


def name_of(mention: Mention) -> Name:
    return Name(mention.type, mention.key)


def stands_alone(mention: Mention) -> bool:
    """Whether the name by itself says which thing is meant."""
    name = name_of(mention)
    return mention.type in PARTY and not (is_described(mention) or is_generic(name) or is_bare(name))


def aliases_of(evidence: ArticleEvidence) -> set[Alias]:
    """The aliases that an article teaches."""
    return {alias for m in evidence.of_type(*PARTY) if stands_alone(m) for alias in _aliases(m)}


def _aliases(mention: Mention) -> Iterator[Alias]:
    for key in {normalise_name(alias) for alias in mention.aliases}:
        if key and _size(key) < _size(mention.key) and not is_generic(Name(mention.type, key)):
            yield Alias(mention.type, key, mention.key)


def _size(key: str) -> tuple[int, int]:
    return len(key.split()), len(key)


def resolve_parties(evidence: ArticleEvidence, names: Names) -> dict[str, Target]:
    """The targets of an article's parties and offences. A bare name gets the article's own; context may know better."""
    place = context_place(evidence)
    mentions = evidence.of_type(*PARTY, NodeType.OFFENCE)
    return {m.id: _target(evidence.id, m, names, place) for m in mentions}


def _target(article: str, mention: Mention, names: Names, place: str | None) -> Target:
    if mention.type is NodeType.OFFENCE and mention.key:
        return Target(node_id(NodeType.OFFENCE, mention.key), BY_NAME)
    if stands_alone(mention):
        return by_name(name_of(mention), names)
    if is_generic(name_of(mention)) and not is_described(mention) and place:
        return Target(node_id(mention.type, mention.key, place), BY_PLACE)
    return own(article, mention)


def by_name(name: Name, names: Names) -> Target:
    """What a name stands for in every article."""
    root = names.root(name)
    return Target(node_id(*root), BY_NAME if root == name else BY_ALIAS)


def own(article: str, mention: Mention) -> Target:
    """A node that no other article can refer to."""
    distinct = mention.key or mention.id
    return Target(node_id(mention.type, distinct, article), OWN)


def context_place(evidence: ArticleEvidence) -> str | None:
    """The country an article is about, or the first place of one that names none; None where countries compete."""
    places = sorted(evidence.of_type(NodeType.PLACE), key=lambda m: (m.start, m.id))
    counts: dict[str, int] = {}
    for mention in places:
        if country := _country(mention):
            counts[country] = counts.get(country, 0) + mention.count
    if not counts:
        return places[0].key if places else None
    first = next(iter(counts))
    rivals = (count for country, count in counts.items() if country != first)
    return first if counts[first] > max(rivals, default=0) else None


def _country(mention: Mention) -> str | None:
    keys = (mention.key, *map(normalise_name, mention.aliases))
    return next((_countries()[key] for key in keys if key in _countries()), None)


def resolve_claims(evidence: ArticleEvidence, targets: Mapping[str, Target]) -> dict[str, Target]:
    """Two claims are one if they have the same speaker and the same words."""
    speakers: dict[str, set[str]] = {}
    for statement in evidence.statements:
        if statement.predicate == Predicate.MADE:
            speakers.setdefault(statement.object, set()).add(targets[statement.subject].id)
    found = {}
    for claim in evidence.of_type(NodeType.CLAIM):
        said = normalise_name(claim.properties["text"]) or claim.id
        by = sorted(speakers.get(claim.id, ())) or [evidence.id]
        found[claim.id] = Target(node_id(NodeType.CLAIM, *by, said), BY_NAME)
    return found
