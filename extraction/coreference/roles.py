"""What an article calls its parties beside their names: "Prime Minister X", "X, a lender", "the app X"."""

from functools import cache

from spacy.tokens import Doc

from extraction.coreference.deeds import deed_of
from extraction.coreference.sorts import is_description, kinds_of, may_be_called
from extraction.grammar import SUBJECTS
from extraction.lexicon import load_lexicon
from extraction.names.words import WordList, organization_heads, titles
from extraction.positions.phrases import TitlePhrase, title_ending_at
from extraction.reading import INSTITUTIONS, MentionKind, Reading, Thing
from schema import NodeType, OrganizationKind

#: what joins a party to what it is: "X was a lender"
COPULAS = frozenset({"is", "was"})
#: how many tokens a title or a noun may be behind the comma or copula
FAR = 8
#: how many tokens behind a name its head noun may stand
NEAR = 3
#: nouns with a name in front that are something of the named one's: "the X plant"
BELONGINGS = frozenset(
    {"plant", "factory", "mill", "store", "shop", "office", "board", "team", "channel", "site", "service", "website"}
    | {"subsidiary", "franchise", "host", "title", "label", "side", "fund", "administration", "government", "state"}
    | {"forum"}
)
#: what makes another title of the one behind it, and what ends it
LESSENING, PAST = frozenset({"vice", "deputy", "assistant", "associate"}), frozenset({"former", "ex", "late"})
#: titles of those who make "the politician" out of somebody
POLITICAL = frozenset({"state-head", "minister", "legislator"})


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
            deed = deed_of(doc[mention.start : mention.end].root)
            if deed is not None and (thing.type is NodeType.PERSON or deed == "suing"):
                found.add(deed)
            if thing.type is NodeType.PERSON:
                found |= _titles_around(doc, reading, mention.start, mention.end)
            else:
                found |= _nouns_around(doc, mention.start, mention.end)
    if thing.type in INSTITUTIONS:
        words = [w.lower() for w in thing.name.split()]
        found = {noun for noun in found if may_be_called(thing, noun) or not is_description(noun)}
        found |= {" ".join(words[-2:]), " ".join(words[:2]), " ".join(words[:3])}
        found |= {*words[-1:], *words[:1], *(w for w in words if w in organization_heads())}
    return found


def _titles_around(doc: Doc, reading: Reading, start: int, end: int) -> set[str]:
    found: set[str] = set()
    before = start - 1 if start and doc[start - 1].text == "," else start
    end = _behind_age(doc, end)
    ends = [before, *range(end + 1, min(end + 1 + FAR, len(doc)))] if _is_described(doc, end) else [before]
    for at in ends:
        phrase = title_ending_at(doc, reading, at) if at > 0 else None
        if phrase is not None and at != before and doc[at - 1].dep_ in SUBJECTS and doc[end].text == ",":
            break  # "by X, the minister said"
        if phrase is not None and (at == before or phrase.start > end):
            found |= _titles_in(doc, phrase)
            if at != before:
                break
    return found


def _titles_in(doc: Doc, phrase: TitlePhrase) -> set[str]:
    """The title without its modifiers too: "finance minister", "minister"; but no vice president is a president."""
    words = [t.lower_ for t in doc[phrase.start : phrase.end]]
    head = next((i for i, word in enumerate(words) if word in {"of", "for", "in"}), len(words))
    starts = [i for i in range(head) if not i or words[i - 1] not in LESSENING]
    past = phrase.start > 0 and doc[phrase.start - 1].lower_ in PAST
    found = {("former " if past else "") + same_title(" ".join(words[i:])) for i in starts}
    return found | ({"politician"} if phrase.entry.name in POLITICAL else set())


def _behind_age(doc: Doc, end: int) -> int:
    """The token behind the age in "Ana Roy, 37 | , a lawyer"."""
    has_age = end + 2 < len(doc) and doc[end].text == "," and doc[end + 1].is_digit and doc[end + 2].text == ","
    return end + 2 if has_age else end


def _is_described(doc: Doc, end: int) -> bool:
    """Whether an apposition or a copula says what the party before the token is."""
    if end + 1 >= len(doc):
        return False
    if doc[end].lower_ in COPULAS:
        return doc[end + 1].lower_ in {"a", "an", "the"}
    return doc[end].text == "," and doc[end + 1].tag_ in {"DT", "NN", "JJ", "PRP$", "NNP", "NNS"}


def _nouns_around(doc: Doc, start: int, end: int) -> set[str]:
    """ "the digital lender X"; "the regulator, X"; "X, a Mombasa collections agency"; "X is a lender"."""
    before = start
    if start > 1 and doc[start - 1].text == "," and doc[start:end].root.head.i == start - 2:
        before = start - 1
    found = _described_before(doc, before) | _described_by_head(doc, start, end)
    if _is_described(doc, end) and doc[end + 1].lower_ in {"a", "an", "the"}:
        for at in range(end + 2, min(end + FAR, len(doc))):
            if doc[at].pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"} and doc[at].text != "-":
                is_subject = doc[at - 1].dep_ in SUBJECTS and doc[at].pos_ in {"VERB", "AUX"}
                found |= set() if is_subject else _described_before(doc, at)
                break
    return found


def _described_by_head(doc: Doc, start: int, end: int) -> set[str]:
    """ "the X party", "the X medical clinic": the noun that the name stands in front of."""
    name = doc[start:end].root
    noun = name.head
    is_head = name.dep_ in {"compound", "nmod"} and end <= noun.i < end + NEAR and noun.tag_ == "NN"
    return {noun.lower_} if is_head and is_description(noun.lower_) and noun.lower_ not in BELONGINGS else set()


def _described_before(doc: Doc, end: int) -> set[str]:
    """The describing nouns whose last word stands before the token: "law firm"."""
    if end < 1 or doc[end - 1].tag_ not in {"NN", "NNP", "JJ"}:
        return set()
    nouns = {doc[max(0, end - size) : end].text.lower() for size in (1, 2, 3)}
    return {noun for noun in nouns if is_description(noun)}


def set_kinds(reading: Reading, roles: dict[int, set[str]]) -> None:
    """`kind` of the organizations: by their names' heads, else by what the article calls them."""
    for thing in reading.parties:
        if thing.type is NodeType.ORGANIZATION and (kind := _kind(thing, roles.get(id(thing), set()))):
            thing.properties["kind"] = kind


def _kind(thing: Thing, roles: set[str]) -> OrganizationKind | None:
    words = thing.name.replace("’", " ").replace("'", " ").split()
    for word in (" ".join(words[-2:]), words[-1], words[0], *words):
        head = organization_heads().get(word) or organization_heads().get(word.lower())
        if head and (len(words) > 1 or head.kind is OrganizationKind.GOVERNMENT):
            return _described_kind({word.lower()}) or head.kind if head.kind is OrganizationKind.OTHER else head.kind
    return _described_kind(roles)


def _described_kind(roles: set[str]) -> OrganizationKind | None:
    kinds = sorted(kind for role in roles for kind in kinds_of(role) if kind in set(OrganizationKind))
    return OrganizationKind(kinds[0]) if kinds else None


def is_title_noun(word: str) -> bool:
    entry = titles().get(word)
    return entry is not None and entry.kind in {"rank", "office", "work", "belonging"}
