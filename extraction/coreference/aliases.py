"""Which names of an article name the same thing: surname and full name, acronym and what it is short for."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from extraction.coreference.bearers import give_mentions
from extraction.coreference.handles import drop_handles, drop_interview_tags, join_handles
from extraction.coreference.joining import absorb, full_people
from extraction.coreference.settling import add_nicknames, name_seats
from extraction.coreference.spelling import (
    SMALL_WORDS,
    initials_of,
    is_acronym_of,
    letters_of,
    without_nation,
    words_of,
)
from extraction.names.words import given_names, organization_heads, places, regions, same_places
from extraction.reading import BODIES, Reading, Thing
from schema import NodeType


def join_names(doc: Doc, reading: Reading) -> None:
    """Join the things that are one."""
    drop_handles(doc, reading)
    drop_interview_tags(doc, reading)
    steps = (_join_in_parentheses, join_handles, _join_called, _join_spellings, _join_short_people, _join_acronyms)
    for step in (*steps, _join_short_institutions, _join_places):
        step(doc, reading)
        reading.parties = [t for t in reading.parties if t.mentions]
    name_seats(doc, reading)
    add_nicknames(reading)


def _join_in_parentheses(doc: Doc, reading: Reading) -> None:
    """ "Khmer Dawn Party (KDP)", "Michalis Vela (@mvela)"."""
    for thing in list(reading.parties):
        for mention in thing.mentions:
            other = reading.party_at.get(mention.end + 1)
            if other is None or other is thing or mention.end + 1 >= len(doc) or doc[mention.end].text != "(":
                continue
            short = next((m for m in other.mentions if m.start == mention.end + 1), None)
            if short is None or short.end >= len(doc) or doc[short.end].text not in {")", ","}:
                continue
            stands_for_it = other.name[0] == "@" or is_acronym_of(other.name, thing.name)
            both = {thing.type, other.type} <= BODIES and other.name.isupper() is not thing.name.isupper()
            if stands_for_it or both:
                absorb(reading, thing, other)
                break


def _join_called(doc: Doc, reading: Reading) -> None:
    """ "Heng Vela, known to supporters as Bong Dy", "@misst — real name Ana Roy"."""
    for i in range(1, len(doc) - 1):
        if doc[i].lower_ not in {"as", "name", "nicknamed", "alias", "aka", "a.k.a.", "dubbed", "called", "born"}:
            continue
        other = reading.party_at.get(i + 1)
        before = [j for j in range(max(0, i - 6), i) if j in reading.party_at]
        words = {t.lower_ for t in doc[(before[-1] + 1 if before else i) : i + 1]}
        thing = reading.party_at[before[-1]] if before else None
        if thing is None or other is None or thing is other or thing.type is not other.type or not words & CALLED:
            continue
        if not any(t.is_sent_start for t in doc[before[-1] + 1 : i + 1]):
            absorb(reading, thing, other)


CALLED = frozenset({"known", "real", "nicknamed", "alias", "aka", "a.k.a.", "dubbed", "pseudonym"})


def _join_spellings(doc: Doc, reading: Reading) -> None:
    """The same words with and without accents, capitals, a middle name or initial."""
    first: dict[tuple[NodeType, tuple[str, ...]], Thing] = {}
    for thing in list(reading.parties):
        words = words_of(thing.name)
        if thing.type is NodeType.PERSON and len(words) > 2:
            shorter = [(words[0], w) for w in words[1:]]
            known = next((first[thing.type, s] for s in shorter if (thing.type, s) in first), None)
            if known is not None:
                absorb(reading, known, thing)
                continue
            for pair in shorter:
                first.setdefault((thing.type, pair), thing)
        if thing.type in BODIES:
            words = tuple(sorted(w for w in without_nation(words) if w not in SMALL_WORDS))
        known = first.setdefault((thing.type, words), thing)
        absorb(reading, known, thing)


def _join_short_people(doc: Doc, reading: Reading) -> None:
    """Surname or given name alone: of the one who bears it, or of the one last named."""
    bearers: dict[tuple[str, ...], list[Thing]] = defaultdict(list)
    for person in full_people(reading):
        for part in _parts_of(words_of(person.name)):
            bearers[part].append(person)
    for thing in list(reading.parties):
        words = words_of(thing.name)
        candidates = [b for b in bearers.get(words, ()) if b is not thing and b.mentions]
        by_end = [b for b in candidates if words == words_of(b.name)[-len(words) :]]
        candidates = by_end or candidates
        if candidates and _may_be_short(thing, words):
            give_mentions(doc, reading, thing, candidates)


def _parts_of(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """What a person may be called by: any run of the words of the full name, as in "Álvaro | Quintana | Rebollo"."""
    for size in range(1, len(words)):
        for start in range(len(words) - size + 1):
            if words[start] not in SMALL_WORDS or start + size == len(words):  # "Anneke | de Vos"
                yield words[start : start + size]


def _may_be_short(thing: Thing, words: tuple[str, ...]) -> bool:
    if thing.type is NodeType.PERSON:
        return True
    listed = places().get(" ".join(words))
    return thing.type in {NodeType.PLACE, NodeType.ORGANIZATION} and listed is not False and not thing.name.isupper()


def _join_acronyms(doc: Doc, reading: Reading) -> None:
    """ "NEOC" with no parentheses, of the one name that it fits."""
    long: dict[str, list[Thing]] = defaultdict(list)
    for thing in reading.parties:
        for initials in initials_of(thing.name) if thing.type in BODIES else ():
            long[initials].append(thing)
    for thing in reading.parties:
        if thing.name.isupper() and " " not in thing.name:
            fitting = [t for t in long.get(letters_of(thing.name), ()) if t is not thing]
            if len(fitting) == 1:
                absorb(reading, fitting[0], thing)


def _join_short_institutions(doc: Doc, reading: Reading) -> None:
    """ "Granskog" for "Granskog Capital", "the Post" for "Phnom Penh Post", "Supreme Court" for "US Supreme Court"."""
    by_form: dict[tuple[str, ...], dict[int, Thing]] = defaultdict(dict)
    for thing in reading.parties:
        for form in _short_forms(thing) if thing.type in BODIES else ():
            by_form[form][id(thing)] = thing
    for thing in sorted(reading.parties, key=lambda t: len(t.name)):
        near = by_form.get(without_nation(words_of(thing.name)), {})
        fitting = [t for t in near.values() if t is not thing and t.mentions and is_short_for(thing, t)]
        if len(fitting) == 1:
            absorb(reading, fitting[0], thing)
        elif len(fitting) > 1 and len(longest := _nested(fitting)) == 1:
            absorb(reading, longest[0], thing)


def _short_forms(thing: Thing) -> Iterator[tuple[str, ...]]:
    """The words of every shorter name that `is_short_for` may accept for it."""
    words = without_nation(words_of(thing.name))
    for size in range(1, len(words)):
        yield words[:size]
        yield words[-size:]
        yield (*words[:size], "court")


def _nested(things: Iterable[Thing]) -> list[Thing]:
    """The longest name, where all others are short for it."""
    ordered = sorted(things, key=lambda t: -len(t.name))
    return [ordered[0]] if all(is_short_for(t, ordered[0]) for t in ordered[1:]) else []


def is_short_for(short: Thing, full: Thing) -> bool:
    """Whether an institution's name is the beginning of another, or its end with a head that stands for it."""
    if full.type not in BODIES or short.type not in {full.type, NodeType.PERSON}:
        return False
    words, all_words = without_nation(words_of(short.name)), without_nation(words_of(full.name))
    if not words or all_words[0] == "white" or len(words) >= len(all_words):
        return False
    if full.type is NodeType.COURT and words[1:] and words[-1] == "court" and all_words[: len(words) - 1] == words[:-1]:
        return True  # "Dover court" for "Dover Municipal Court"
    starts = all_words[: len(words)] == words and _goes_on(words, all_words[len(words)], full)
    if short.type is not full.type:
        return starts and places().get(" ".join(words)) is None and words[0] not in given_names()
    if all_words[-len(words) :] == words:
        return full.type is NodeType.COURT or _stands_alone(words)
    return starts and words[-1] not in {"national", "united", "new"}


def _goes_on(words: tuple[str, ...], following: str, full: Thing) -> bool:
    """ "Valley Party | of America", "House | of Commons", "Harbour | Metals"; not "Senate | Budget Committee"."""
    is_body = words[-1] in organization_heads()
    if full.type is NodeType.COURT or (is_body and following in SMALL_WORDS and following != "and"):
        return True
    is_chamber = len(words) == 1 and is_body and organization_heads()[words[0]].name == "parliament"
    return following not in SMALL_WORDS and not is_chamber


def _stands_alone(words: tuple[str, ...]) -> bool:
    return words[-1] in organization_heads()


#: what may be said or left out of a place's name
AREA = re.compile(r"^(?:republic|kingdom|state|province|city|town) of | (?:city|province|village|state|town)$")


def _join_places(doc: Doc, reading: Reading) -> None:
    """ "U.S." and "United States", "Iloilo" and "Iloilo City"."""
    known: dict[str, Thing] = {}
    for thing in sorted(reading.parties, key=lambda t: min((m.start for m in t.mentions), default=0)):
        if thing.type is NodeType.PLACE:
            key = same_places().get(thing.name.lower().rstrip("."), " ".join(words_of(thing.name)))
            bare = AREA.sub("", key)
            is_area = bare in regions() and key.endswith((" city", " state"))  # "Kansas | City", "Mexico | City"
            absorb(reading, known.setdefault(key if is_area else bare, thing), thing)
