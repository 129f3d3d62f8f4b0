"""Lists of offences, read from the words where the parser breaks them: "theft, “insulting a judge” and libel"."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from extraction.cases.deeds import UNFIT, coined, deed_of, deeds_of, is_no_matter, is_plan, plan_of
from extraction.cases.frames import Matter
from extraction.cases.words import words_for
from extraction.grammar import SUBJECTS

QUOTES = frozenset({"“", "”", '"', "``", "''", "„", "«", "»", "‘", "’", "'"})
JOINTS = frozenset({",", "and", "or", "&", "/"})
#: words of an offence that the text puts in quotation marks
QUOTED = 9
#: words of an offence that no lexicon knows, in a list
PLAIN = 4
#: words that may complete an offence before the list goes on: "theft of cattle from the state"
COMPLEMENT = 8
COMPLETING = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "PART", "PRON", "NUM"})
#: words behind which no list goes on
ENDING = frozenset({"after", "at", "because", "before", "by", "during", "that", "which", "who"})
#: words of an aside: "theft and, in his wife's case, perjury"
ASIDE = 7
ITEMS = 12
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "PRP", "WP"})
NOUNLIKE = re.compile(r"(?:ment|tion|sion|ing|ism|ery|ury|acy|age|ance|ence|ty|ry|ft|ud|se)s?$")


def quoted_at(doc: Doc, i: int, at: dict[int, Matter]) -> Matter | None:
    """The offence in quotation marks that opens at token `i`: “insulting the sacred”."""
    if i >= len(doc) or doc[i].text not in QUOTES:
        return None
    for end in range(i + 2, min(i + QUOTED + 2, len(doc))):
        if doc[end].text in QUOTES:
            words = doc[i + 1 : end]
            item = coined(words[:-1] if words[-1].is_punct else words, at)
            finite = any(t.tag_ in FINITE for t in words)
            return item if item.name and not UNFIT.search(item.name) and not finite else None
    return None


def continued(last: Matter, at: dict[int, Matter], *, coins: bool) -> list[Matter]:
    """The offences that follow the last one in its list; `coins`: also such as no lexicon knows."""
    found: list[Matter] = []
    doc = last.words.doc
    while len(found) < ITEMS and (start := _behind_joint(doc, last.words.end)) is not None:
        item = _item(doc, start, at, coins=coins)
        if item is None:
            break
        found.append(item)
        last = item
    return found


def _behind_joint(doc: Doc, i: int) -> int | None:
    """Where the next item begins: behind "of cattle from the state, and"."""
    end = min(i + COMPLEMENT, len(doc))
    while i < end and (doc[i].pos_ in COMPLETING or doc[i].text in QUOTES) and doc[i].text not in JOINTS:
        if doc[i].lower_ in ENDING:
            return None
        i += 1
    start = i
    while i < len(doc) and (doc[i].lower_ in JOINTS or (i > start and _repeats(doc[i]))):
        i += 1
    if i > start + 1 and doc[i - 1].text == "," and doc[i - 2].lower_ in {"and", "or"}:
        i = next((k + 1 for k in range(i, min(i + ASIDE, len(doc))) if doc[k].text == ","), i)
    return i if i > start and i < len(doc) else None


def _repeats(token: Token) -> bool:
    """ "of theft and of fraud"; not "of theft, for his debts"."""
    return token.lower_ in {"of", "for", "with"} and token.nbor(-1).lower_ in {"and", "or"}


def _item(doc: Doc, i: int, at: dict[int, Matter], *, coins: bool) -> Matter | None:
    if (quoted := quoted_at(doc, i, at)) is not None:
        return quoted
    while i < len(doc) and doc[i].pos_ == "DET":
        i += 1
    window = list(_window(doc, i))
    plan = next((t for t in window if is_plan(t)), None)
    if plan is not None:
        return plan_of(plan, at)
    known = next((at[t.i] for t in window if t.i in at), None)
    if i < len(doc) and doc[i].tag_ == "VBG":
        if doc[i].lemma_ in words_for("no deed"):
            return None
        return next(iter(deed_of(doc[i], [known] if known else []) or deeds_of(doc[i])), known)
    if known is not None:
        return known if not _acts(known.words.root) else None
    return _plain(window) if coins else None


def _window(doc: Doc, i: int) -> Iterator[Token]:
    """The words of one item: those in lower case up to the next punctuation, joint or preposition."""
    for token in doc[i : i + PLAIN]:
        if not token.is_alpha or not token.is_lower or token.lower_ in JOINTS or token.pos_ in {"ADP", "AUX", "DET"}:
            return
        yield token


def _plain(window: list[Token]) -> Matter | None:
    while window and window[-1].pos_ in {"ADV", "PART", "SCONJ"}:
        window.pop()
    if not window:
        return None
    head, doc = window[-1], window[-1].doc
    nounlike = head.pos_ == "NOUN" or NOUNLIKE.search(head.lower_)
    unfit = any(t.tag_ in FINITE or t.ent_type_ or t.tag_ == "JJR" for t in window)
    wide = is_no_matter(head) or head.lemma_ in words_for("leading") | words_for("people")
    if not nounlike or unfit or wide or _acts(head):
        return None
    return coined(doc[window[0].i : head.i + 1], {})


def _acts(token: Token) -> bool:
    """True for the subject of a verb: there another clause has begun."""
    return token.dep_ in SUBJECTS
