"""Which names of an article name the same thing: surname and full name, acronym and what it is short for."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from extraction.names.words import countries, given_names, organization_heads, places, same_places
from extraction.reading import Mention, Reading, Thing
from schema import NodeType, normalise_name

#: letters that Unicode doesn't take apart into a base letter and a mark
BASE_LETTERS = str.maketrans("łŁøØđĐıßæÆ", "lLoOdDisaA")
SMALL_WORDS = frozenset({"of", "the", "for", "and", "on", "to", "de", "du", "des", "la", "in", "&", "s"})
INSTITUTIONS = frozenset({NodeType.ORGANIZATION, NodeType.COURT})


def words_of(name: str) -> tuple[str, ...]:
    """The words that names are compared by, without accents."""
    plain = unicodedata.normalize("NFKD", normalise_name(name).translate(BASE_LETTERS))
    return tuple("".join(c for c in plain if not unicodedata.combining(c)).split())


def absorb(reading: Reading, into: Thing, other: Thing) -> None:
    """Make one thing of two; the longer name becomes the name, the other an alias."""
    if into is other:
        return
    names = [into.name, *into.aliases, other.name, *other.aliases]
    if into.name[0] == "@" or (into.type is NodeType.PERSON and len(other.name.split()) > len(into.name.split())):
        into.name = other.name
    into.aliases = [n for n in dict.fromkeys(names) if n != into.name]
    for mention in other.mentions:
        into.mentions.append(mention)
        for i in range(mention.start, mention.end):
            reading.party_at[i] = into
    other.mentions = []


def join_names(doc: Doc, reading: Reading) -> None:
    """Join the things that are one."""
    _drop_handles(doc, reading)
    _drop_interview_tags(doc, reading)
    steps = (_join_in_parentheses, _join_handles, _join_called, _join_spellings, _join_short_people, _join_acronyms)
    for step in (*steps, _join_short_institutions, _join_places):
        step(doc, reading)
        reading.parties = [t for t in reading.parties if t.mentions]
    _name_seats(doc, reading)
    _add_nicknames(reading)


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
            both = {thing.type, other.type} <= INSTITUTIONS and other.name.isupper() and not thing.name.isupper()
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


def _drop_handles(doc: Doc, reading: Reading) -> None:
    """A handle is somebody where it speaks or stands in parentheses; in "@a @b look" it is an address."""
    for thing in list(reading.parties):
        if thing.name[0] == "@" and not any(_speaks(doc, m) for m in thing.mentions):
            _forget(reading, thing)


def _forget(reading: Reading, thing: Thing) -> None:
    for mention in thing.mentions:
        for i in range(mention.start, mention.end):
            reading.party_at.pop(i, None)
    thing.mentions = []


def _drop_interview_tags(doc: Doc, reading: Reading) -> None:
    """The "AV:" before each answer of an interview is nobody's name."""
    starts = {p.start for p in reading.paragraphs}
    for thing in list(reading.parties):
        tags = [m for m in thing.mentions if m.start in starts and m.end < len(doc) and doc[m.end].text == ":"]
        if len(thing.name) <= 3 and thing.name.isupper() and len(tags) > 1:
            _forget(reading, thing)


def _join_handles(doc: Doc, reading: Reading) -> None:
    """ "@nikosvela" is Nikos Vela, who is named elsewhere."""
    people = _full_people(reading)
    for thing in list(reading.parties):
        if thing.name[0] == "@":
            letters = "".join(words_of(thing.name)).replace("@", "").replace("_", "")
            bearers = [p for p in people if len(w := words_of(p.name)[-1]) >= 5 and w in letters]
            if len(bearers) == 1:
                absorb(reading, bearers[0], thing)


def _speaks(doc: Doc, mention: Mention) -> bool:
    before = doc[mention.start - 1].text if mention.start else "\n"
    after = doc[mention.end].text if mention.end < len(doc) else ""
    return (
        before == "("
        or (after == ":" and ("\n" in before or before == "RT"))
        or doc[mention.start].dep_ in {"nsubj", "nsubjpass", "appos"}
    )


def letters_of(short: str) -> str:
    """The letters of what may be an acronym; "" for other words."""
    letters = "".join(c for c in short if c.isalnum())
    is_acronym = 2 <= len(letters) <= 8 and sum(c.isupper() for c in letters) >= len(letters) - 1
    return "".join(words_of(letters)) if is_acronym else ""


def initials_of(name: str) -> set[str]:
    """What a name of several words may be shortened to: with and without small words, the first word, the legal form."""
    words = tuple(w for w in words_of(name) if w not in {"sa", "ltd", "inc", "plc", "llc", "limited"})
    if len(words) < 2:
        return set()
    whole = {"".join(w[0] for w in words), "".join(w[0] for w in words if w not in SMALL_WORDS)}
    return whole | {i[1:] for i in whole if len(i) > 2}


def is_acronym_of(short: str, name: str) -> bool:
    """Whether the short form is made of the initials of the name's words."""
    return letters_of(short) in initials_of(name)


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
        if thing.type in INSTITUTIONS:
            words = tuple(sorted(w for w in without_nation(words) if w not in SMALL_WORDS))
        known = first.setdefault((thing.type, words), thing)
        absorb(reading, known, thing)


def without_nation(words: tuple[str, ...]) -> tuple[str, ...]:
    """ "US Senate" is the Senate, "United States House of Representatives" the House of Representatives."""
    for size in (2, 1):
        front = " ".join(words[:size])
        is_nation = front in countries() or front in {"us", "u s", "uk", "u k"}
        if is_nation and len(words) > size and words[size] in PARLIAMENTS:
            return words[size:]
    return words


PARLIAMENTS = frozenset(
    {"senate", "house", "congress", "parliament", "supreme", "department", "navy", "army", "attorney"}
)


def _full_people(reading: Reading) -> list[Thing]:
    return [t for t in reading.parties if t.type is NodeType.PERSON and len(words_of(t.name)) > 1]


def _join_short_people(doc: Doc, reading: Reading) -> None:
    """Surname or given name alone: of the one who bears it, or of the one last named."""
    bearers: dict[tuple[str, ...], list[Thing]] = defaultdict(list)
    for person in _full_people(reading):
        for part in _parts_of(words_of(person.name)):
            bearers[part].append(person)
    for thing in list(reading.parties):
        words = words_of(thing.name)
        candidates = [b for b in bearers.get(words, ()) if b is not thing and b.mentions]
        by_end = [b for b in candidates if words == words_of(b.name)[-len(words) :]]
        candidates = by_end or candidates
        if candidates and _may_be_short(thing, words):
            _give_mentions(doc, reading, thing, candidates)


def _parts_of(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """What a person may be called by: any run of the words of the full name, as in "Álvaro | Quintana | Rebollo"."""
    for size in range(1, len(words)):
        for start in range(len(words) - size + 1):
            if words[start] not in SMALL_WORDS:
                yield words[start : start + size]


def _may_be_short(thing: Thing, words: tuple[str, ...]) -> bool:
    if thing.type is NodeType.PERSON:
        return True
    listed = places().get(" ".join(words))
    return thing.type in {NodeType.PLACE, NodeType.ORGANIZATION} and listed is not False and not thing.name.isupper()


def _give_mentions(doc: Doc, reading: Reading, thing: Thing, candidates: list[Thing]) -> None:
    if len(set(map(id, candidates))) == 1:
        absorb(reading, candidates[0], thing)
        return
    given: dict[int, list[Mention]] = defaultdict(list)
    for mention in thing.mentions:
        given[_nearest(candidates, mention)].append(mention)
    for index, mentions in given.items():
        part = Thing(NodeType.PERSON, thing.name, mentions=mentions)
        absorb(reading, candidates[index], part)
    thing.mentions = []


def _nearest(candidates: list[Thing], mention: Mention) -> int:
    """The bearer who was named last before the mention; else the one named first."""

    def last_named(index: int) -> int:
        before = [m.start for m in candidates[index].mentions if m.start < mention.start]
        return max(before, default=-min(m.start for m in candidates[index].mentions) - 1)

    return max(range(len(candidates)), key=last_named)


def _join_acronyms(doc: Doc, reading: Reading) -> None:
    """ "NEOC" with no parentheses, of the one name that it fits."""
    long: dict[str, list[Thing]] = defaultdict(list)
    for thing in reading.parties:
        for initials in initials_of(thing.name) if thing.type in INSTITUTIONS else ():
            long[initials].append(thing)
    for thing in reading.parties:
        if thing.name.isupper() and " " not in thing.name:
            fitting = [t for t in long.get(letters_of(thing.name), ()) if t is not thing]
            if len(fitting) == 1:
                absorb(reading, fitting[0], thing)


def _join_short_institutions(doc: Doc, reading: Reading) -> None:
    """ "Granskog" for "Granskog Capital", "the Post" for "Phnom Penh Post", "Supreme Court" for "US Supreme Court"."""
    by_edge: dict[str, list[Thing]] = defaultdict(list)
    for thing in reading.parties:
        if thing.type in INSTITUTIONS and (words := without_nation(words_of(thing.name))):
            for edge in {words[0], words[-1]}:
                by_edge[edge].append(thing)
    for thing in sorted(reading.parties, key=lambda t: len(t.name)):
        words = without_nation(words_of(thing.name))
        near = {id(t): t for w in {*words[:1], *words[-1:]} for t in by_edge[w]}
        fitting = [t for t in near.values() if t is not thing and t.mentions and is_short_for(thing, t)]
        if len(fitting) == 1:
            absorb(reading, fitting[0], thing)
        elif len(fitting) > 1 and len(longest := _nested(fitting)) == 1:
            absorb(reading, longest[0], thing)


def _nested(things: Iterable[Thing]) -> list[Thing]:
    """The longest name, where all others are short for it."""
    ordered = sorted(things, key=lambda t: -len(t.name))
    return [ordered[0]] if all(is_short_for(t, ordered[0]) for t in ordered[1:]) else []


def is_short_for(short: Thing, full: Thing) -> bool:
    """Whether an institution's name is the beginning of another, or its end with a head that stands for it."""
    if full.type not in INSTITUTIONS or short.type not in {full.type, NodeType.PERSON, NodeType.PLACE}:
        return False
    words, all_words = without_nation(words_of(short.name)), without_nation(words_of(full.name))
    if not words or all_words[0] == "white" or len(words) >= len(all_words):
        return False
    starts = all_words[: len(words)] == words
    if full.type is not NodeType.COURT and words != ("house",):
        starts = starts and all_words[len(words)] not in SMALL_WORDS
    if short.type is not full.type:
        return starts and places().get(" ".join(words)) is None and words[0] not in given_names()
    if all_words[-len(words) :] == words:
        return full.type is NodeType.COURT or _stands_alone(words)
    return starts and words[-1] not in {"national", "united", "new"}


def _stands_alone(words: tuple[str, ...]) -> bool:
    return words[-1] in organization_heads()


def _join_places(doc: Doc, reading: Reading) -> None:
    """ "U.S." and "United States", "Iloilo" and "Iloilo City"."""
    known: dict[str, Thing] = {}
    for thing in sorted(reading.parties, key=lambda t: min((m.start for m in t.mentions), default=0)):
        if thing.type is NodeType.PLACE:
            key = same_places().get(thing.name.lower().rstrip("."), " ".join(words_of(thing.name)))
            key = key.removesuffix(" city").removesuffix(" province").removesuffix(" village")
            absorb(reading, known.setdefault(key, thing), thing)


def _name_seats(doc: Doc, reading: Reading) -> None:
    """ "District Court in Warsaw" is an alias of the District Court."""
    for thing in reading.parties:
        for mention in thing.mentions if thing.type is NodeType.COURT else ():
            seat = reading.party_at.get(mention.end + 1)
            if seat is not None and seat.type is NodeType.PLACE and doc[mention.end].lower_ == "in":
                thing.aliases.append(f"{doc[mention.start : mention.end].text} in {seat.name}")


def _add_nicknames(reading: Reading) -> None:
    """The quoted name of "Dionisio “Boy” Salcedo" is an alias."""
    for thing in reading.parties:
        if thing.type is NodeType.PERSON and any(q in thing.name for q in '“‘"'):
            inner = thing.name.replace("“", '"').replace("”", '"').replace("‘", '"').replace("’", '"').split('"')
            if len(inner) == 3 and inner[1].strip():
                thing.aliases.append(inner[1].strip())


def settle_names(reading: Reading) -> None:
    """The fullest name becomes the name; the others are aliases."""
    for thing in reading.parties:
        names = list(dict.fromkeys([thing.name, *thing.aliases]))
        best = max(
            names, key=lambda n: (not n.isupper() or len(n.split()) > 1, len(words_of(n)), len(n), not n.isupper())
        )
        thing.name = best
        distinct = {normalise_name(n): n for n in reversed(names)}
        distinct.pop(normalise_name(best))
        thing.aliases = [n for n in names if distinct.get(normalise_name(n)) == n]
