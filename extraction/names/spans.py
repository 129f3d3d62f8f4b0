"""Where names may stand: runs of capitalised words, with the small words that hold a name together.

"Ministry of Inland Fisheries and Forestry", "Dionisio “Boy” Salcedo" and "Randburg Magistrate's Court" are one run
each; "Sam Rainsy of the CPP" and "Cambodia's Supreme Court" are two.
"""

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from extraction.names.conjunction import PREPOSITIONS, over_and
from extraction.names.words import (
    court_heads,
    given_names,
    is_calendar,
    is_capitalised,
    linking_heads,
    organization_heads,
    places,
    possessors,
)
from extraction.reading import Paragraph

Run = tuple[int, int]
"""First token, and the token after the last."""

PARTICLES = frozenset(
    {"de", "del", "della", "da", "do", "dos", "das", "du", "la", "las", "le", "los", "van", "von", "der", "den", "ten"}
    | {"ter", "bin", "binti", "bint", "ibn", "al", "el", "y", "e", "di", "zu", "af", "av", "por", "para"}
)
APOSTROPHES = frozenset({"'s", "’s", "'", "’"})
OPENING, CLOSING = frozenset("\"“‘'«"), frozenset("\"”’'»")
LONGEST = 14
#: second halves of adjectives, which make no name with the first: "Cambodia-based"
ADJECTIVE_HALVES = frozenset(
    {"based", "born", "led", "run", "style", "like", "wide", "era", "elect", "only", "held", "made"}
)


def runs(doc: Doc, paragraph: Paragraph) -> Iterator[Run]:
    """The runs of a paragraph, from left to right, none inside another."""
    i = paragraph.start
    while i < paragraph.end:
        if is_capitalised(doc[i]):
            end = _end_of_run(doc, i, paragraph.end)
            yield i, end
            i = end
        else:
            i += 1


def _end_of_run(doc: Doc, start: int, limit: int) -> int:
    last = start
    while last - start < LONGEST and (following := _next_of_run(doc, start, last, limit)):
        last = following
    return last + 1


def _next_of_run(doc: Doc, start: int, last: int, limit: int) -> int:
    """The next capitalised word of the run that has come as far as `last`; 0 where it ends."""
    at = last + 1
    if at >= limit:
        return 0
    if is_capitalised(doc[at]) and doc[at].text[0] != "@":
        return 0 if _starts_anew(doc[at]) else at
    if is_calendar(doc[at].text) and _is_surname(doc, last, at, limit):
        return at
    for link in LINKS:
        to = link(doc, start, last, limit)
        if to and to < limit and is_capitalised(doc[to]):
            return to
    return _over_number(doc, start, last, limit) or _over_syllable(doc, start, last, limit)


def _over_number(doc: Doc, start: int, last: int, limit: int) -> int:
    """ "Court of First Instance No. 12"."""
    if doc[last].text in {"No", "No."} and any(t.lower_ in court_heads() for t in doc[start:last]):
        at = last + 2 if doc[last + 1].text == "." else last + 1
        return at if at < limit and doc[at].is_digit else 0
    return 0


def _over_syllable(doc: Doc, start: int, last: int, limit: int) -> int:
    """ "Bae Jong-tak", "Man-kei Tam"; not "Cambodia-based"."""
    if last + 2 >= limit or doc[last].whitespace_ or doc[last + 1].text != "-" or doc[last + 1].whitespace_:
        return 0
    syllable = doc[last + 2]
    if (
        not (syllable.text.islower() and len(syllable) <= 6)
        or syllable.text in ADJECTIVE_HALVES
        or syllable.text[-2:] == "ed"
    ):
        return 0
    opens = last == start and last + 3 < limit and doc[last + 3].text.istitle() and doc[last + 2].whitespace_ != ""
    opens = opens and doc[start].lower_ not in places()
    closes = last - start in {1, 2} and len(doc[last]) <= 6 and doc[start:last].text.lower() not in places()
    return last + 2 if opens or (closes and doc[start : last + 1].text.lower() not in places()) else 0


def _starts_anew(token: Token) -> bool:
    """A small word with a capital begins a sentence that the tokenizer did not part: "on X. The court"."""
    if not token.is_stop or token.is_upper:
        return False
    behind_stop = token.i > 0 and token.nbor(-1).text.endswith(".")
    return token.tag_ in {"DT", "PRP", "WRB", "WP"} or (behind_stop and token.tag_ in {"IN", "PRP$", "CC", "RB"})


def _is_surname(doc: Doc, last: int, at: int, limit: int) -> bool:
    """ "Theresa May": a month that stands behind a given name and before no number."""
    follows_number = at + 1 < limit and doc[at + 1].like_num
    return doc[last].lower_ in given_names() and not follows_number


def _over_particles(doc: Doc, start: int, last: int, limit: int) -> int:
    at = last + 1
    while at < limit and doc[at].text in PARTICLES and at - last <= 3:
        at += 1
    if at == last + 1:
        return 0
    return at + 1 if at < limit and doc[at].text == "-" else at


def _over_hyphen(doc: Doc, start: int, last: int, limit: int) -> int:
    """ "Labrador-Tiu"; not "Turkish-Libyan", whose halves are names by themselves."""
    if doc[last].whitespace_ or doc[last + 1].text not in {"-", "–"} or doc[last + 1].whitespace_:
        return 0
    return last + 2


def _over_ampersand(doc: Doc, start: int, last: int, limit: int) -> int:
    """ "Pryce & Abelard", and the comma in "Oduya, Rajan & Kimetto"."""
    if doc[last + 1].text == "&":
        return last + 2
    if doc[last + 1].text != "," or last + 3 >= limit or doc[last + 3].text != "&":
        return 0
    return last + 2


def _over_legal_comma(doc: Doc, start: int, last: int, limit: int) -> int:
    """ "Harbour Media Co., Ltd."."""
    if doc[last + 1].text != "," or last + 2 >= limit:
        return 0
    head = organization_heads().get(doc[last + 2].text)
    return last + 2 if head and head.place == "suffix" else 0


def _over_preposition(doc: Doc, start: int, last: int, limit: int) -> int:
    """ "Bank of Zambia", "Committee to Protect Rivers", "District Court for the North"."""
    preposition = doc[last + 1].lower_
    if preposition not in PREPOSITIONS or not _links(doc, start, last, preposition):
        return 0
    at = last + 2
    return at + 1 if at < limit and doc[at].lower_ == "the" else at


def _links(doc: Doc, start: int, last: int, preposition: str) -> bool:
    head = doc[last].lower_
    if preposition != "of":
        return head in linking_heads(preposition)
    heads = {head} | ({t.lower_ for t in doc[start:last]} & court_heads())
    if doc[start].lower_ in linking_heads("of") and doc[start + 1].lower_ == "of":
        heads.add(doc[start].lower_)  # "Congregation of the Sacred Hearts | of Valley and Hill"
    return any(h in court_heads() or h in linking_heads("of") or _takes_of(h) for h in heads)


def _takes_of(head: str) -> bool:
    known = organization_heads().get(head)
    return known is not None and known.place == "of"


def _over_genitive(doc: Doc, start: int, last: int, limit: int) -> int:
    """ "Cambodian People's Party", whose owners are nobody by name and whose head is an organization or court."""
    if doc[last + 1].text not in APOSTROPHES or last + 2 >= limit or doc[last].lower_ not in possessors():
        return 0
    end = last + 2
    while end < limit and is_capitalised(doc[end]):
        if doc[end].lower_ in court_heads() or doc[end].lower_ in organization_heads():
            return last + 2
        end += 1
    return 0


def _over_nickname(doc: Doc, start: int, last: int, limit: int) -> int:
    """ "Dolores ‘Dee’ Arkwright", "Dolores (Dee) Arkwright"."""
    if doc[last + 1].text == "(" and last + 4 < limit and doc[last + 3].text == ")":
        is_name = doc[last].lower_ in given_names() and doc[last + 2].text.istitle() and doc[last].i == start
        return last + 4 if is_name else 0
    if doc[last + 1].text not in OPENING:
        return 0
    for at in range(last + 3, min(last + 6, limit - 1)):
        if doc[at].text in CLOSING:
            is_nickname = all(is_capitalised(t) or t.text == "the" for t in doc[last + 2 : at])
            return at + 1 if is_nickname and not doc[at - 1].is_punct else 0
    return 0


def _over_campus(doc: Doc, start: int, last: int, limit: int) -> int:
    """ "University of Valley at Dover", "Washington, D.C."."""
    if doc[start].text == "University" and doc[last + 1].text == "at" and last > start:
        return last + 2
    is_capital = doc[last].text == "Washington" and doc[last + 1].text == "," and last + 2 < limit
    return last + 2 if is_capital and doc[last + 2].text in {"D.C.", "DC", "D.C"} else 0


LINKS: tuple[Callable[[Doc, int, int, int], int], ...] = (
    _over_hyphen,
    _over_particles,
    _over_ampersand,
    _over_preposition,
    _over_genitive,
    over_and,
    _over_legal_comma,
    _over_nickname,
    _over_campus,
)
