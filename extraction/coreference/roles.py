"""What an article calls its parties beside their names: "Prime Minister X", "X, a lender", "the app X"."""

from collections.abc import Iterable
from functools import cache

from spacy.tokens import Doc

from extraction.lexicon import load_lexicon
from extraction.names.words import WordList, organization_heads, titles
from extraction.positions.phrases import title_ending_at
from extraction.reading import MentionKind, Reading, Thing
from schema import NodeType, OrganizationKind

INSTITUTIONS = frozenset({NodeType.ORGANIZATION, NodeType.COURT, NodeType.PLATFORM})


class Descriptions(WordList):
    of: str
    generic: bool


@cache
def descriptions() -> dict[str, frozenset[str]]:
    """Noun that describes an institution (lower case) -> what it may be: a kind of organization, court or platform."""
    return _kinds(load_lexicon("descriptions", Descriptions))


@cache
def generic_descriptions() -> dict[str, frozenset[str]]:
    """Those that stand for any party of their kind: "the company", but not "the bank"."""
    return _kinds(e for e in load_lexicon("descriptions", Descriptions) if e.generic)


def _kinds(entries: Iterable[Descriptions]) -> dict[str, frozenset[str]]:
    kinds: dict[str, frozenset[str]] = {}
    for entry in entries:
        for word in entry.words:
            kinds[word.lower()] = kinds.get(word.lower(), frozenset()) | {entry.of}
    return kinds


@cache
def same_title(title: str) -> str:
    """The title that stands for it and its synonyms: "premier" -> "prime minister"."""
    return _same_titles().get(title, title)


@cache
def _same_titles() -> dict[str, str]:
    return {w.lower(): e.words[0].lower() for e in load_lexicon("same_titles", WordList) for w in e.words}


def roles_of(doc: Doc, reading: Reading) -> dict[int, set[str]]:
    """Python's id of each party -> the nouns that describe it, each as its synonyms' first."""
    return {id(thing): _roles(doc, reading, thing) for thing in reading.parties if thing.type is not NodeType.PLACE}


def _roles(doc: Doc, reading: Reading, thing: Thing) -> set[str]:
    found: set[str] = set()
    for mention in thing.mentions:
        if mention.kind is MentionKind.NAME:
            if thing.type is NodeType.PERSON:
                found |= _titles_around(doc, reading, mention.start, mention.end)
            else:
                found |= _nouns_around(doc, mention.start, mention.end)
    if thing.type in INSTITUTIONS:
        words = [w.lower() for w in thing.name.split()]
        found |= {*words[-1:], *words[:1], *(w for w in words if w in organization_heads())}
    return found


def _titles_around(doc: Doc, reading: Reading, start: int, end: int) -> set[str]:
    found: set[str] = set()
    before = start - 1 if start and doc[start - 1].text == "," else start
    ends = [before, *range(end + 1, min(end + 9, len(doc)))] if _apposes(doc, end) else [before]
    for at in ends:
        phrase = title_ending_at(doc, reading, at) if at > 0 else None
        if phrase is not None and (at == before or phrase.start > end):
            words = [t.lower_ for t in doc[phrase.start : phrase.end]]
            found |= {same_title(" ".join(words[i:])) for i in range(len(words))}
            if at != before:
                break
    return found


def _apposes(doc: Doc, end: int) -> bool:
    return end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].tag_ in {"DT", "NN", "JJ", "PRP$", "NNP", "NNS"}


def _nouns_around(doc: Doc, start: int, end: int) -> set[str]:
    """ "the digital lender X"; "X, a Mombasa collections agency"."""
    found: set[str] = set()
    for at in range(max(0, start - 2), start):
        found.add(doc[at].lemma_.lower())
    if end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ in {"a", "an", "the"}:
        for at in range(end + 2, min(end + 8, len(doc))):
            if doc[at].is_punct or doc[at].pos_ in {"VERB", "AUX", "ADP"}:
                break
            found.add(doc[at].lemma_.lower())
    return found & set(descriptions())


def set_kinds(reading: Reading, roles: dict[int, set[str]]) -> None:
    """`kind` of the organizations: by their names' heads, else by what the article calls them."""
    for thing in reading.parties:
        if thing.type is NodeType.ORGANIZATION and (kind := _kind(thing, roles.get(id(thing), set()))):
            thing.properties["kind"] = kind


def _kind(thing: Thing, roles: set[str]) -> OrganizationKind | None:
    words = thing.name.replace("’", " ").replace("'", " ").split()
    for word in (words[-1], words[0], *words):
        head = organization_heads().get(word) or organization_heads().get(word.lower())
        if head and (len(words) > 1 or head.kind is OrganizationKind.GOVERNMENT):
            return head.kind
    for role in sorted(roles):
        for kind in descriptions().get(role, ()):
            if kind in set(OrganizationKind):
                return OrganizationKind(kind)
    return None


def is_title_noun(word: str) -> bool:
    entry = titles().get(word)
    return entry is not None and entry.kind in {"rank", "office", "work", "belonging"}
