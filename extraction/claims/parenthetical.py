"""Attribution by a verb that stands beside its clause: "S, she said"; "S, argued her lawyer"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from extraction.claims.candidate import Candidate, longest
from extraction.claims.cues import Frame, load_cues
from extraction.claims.indirect import reports
from extraction.claims.neighbours import before_brackets
from extraction.claims.passages import MARKS, Passages
from extraction.claims.subjects import SPEAKERS, subject_of_cue
from extraction.grammar import SUBJECTS, is_passive, own_subject_of
from schema import Stance

COMMAS = frozenset({",", "—", "–", "(", "--"})
ENDS = frozenset({".", "!", "?", ";", ")"})
#: what a verb of saying has when it is no parenthetical
UNFIT = frozenset({"dobj", "mark", "xcomp", "neg"})
#: how many words a parenthetical may have, and how many may follow its verb at the end of a sentence
WIDTH, TAIL = 30, 12
#: how many words what was said may have before its attribution
FAR = 200
#: verbs whose object is elsewhere: she pleads not guilty
ELSEWHERE = frozenset({"plead"})
#: verbs that name the hearer
HEARD = frozenset({"tell", "inform", "assure"})


def find_parentheticals(passages: Passages) -> Iterator[Candidate]:
    """What "she said" between or behind commas reports."""
    cues = load_cues()
    for token in passages.doc:
        cue = cues.get(token.lemma_.lower(), {}).get(Frame.CLAUSE)
        if (
            cue is None
            or cue.stance is Stance.DENIES
            or token.lemma_ in ELSEWHERE
            or token.tag_ not in {"VBD", "VBZ", "VBP", "VBN"}
        ):
            continue
        if passages.silent[token.i] or passages.is_quoted(token) or not reports(token):
            continue
        speaker = _speaker_behind(token, passages)
        found = _inverted(token, speaker, passages) if speaker is not None else _parenthetical(token, passages)
        if found is not None:
            start, end = found
            yield Candidate(
                start,
                end,
                token,
                speaker or _speaker(token),
                cue.stance,
                "claim-inversion" if speaker is not None else "claim-parenthetical",
                0.8 if speaker is not None else 0.75,
                token.lemma_.lower(),
            ).trimmed(passages.doc)


def _speaker(verb: Token) -> Token | None:
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i and c.tag_ not in {"WP", "WDT"}]
    if len(subjects) > 1 and not is_passive(verb):
        return subjects[-1]
    return subject_of_cue(verb) or next((c for c in verb.children if c.i > verb.i and c.pos_ == "PROPN"), None)


def _speaker_behind(verb: Token, passages: Passages) -> Token | None:
    """The party right behind a verb that stands right behind a comma: …, argued his lawyer, *Ann Lee*."""
    doc, right = passages.doc, passages.right[verb.i]
    cues = load_cues()[verb.lemma_.lower()]
    if Frame.INVERSION not in cues or verb.i == passages.left[verb.i] or doc[verb.i - 1].text not in COMMAS:
        return None
    for i in range(verb.i + 1, min(verb.i + 8, right)):
        party = passages.reading.party_at.get(i)
        is_name = party is not None and party.type in SPEAKERS and doc[i].pos_ != "PRON"
        if is_name and doc[i].dep_ not in {"poss", "compound"}:
            return doc[i] if i + 1 == right or doc[i + 1].pos_ not in {"VERB", "AUX", "PART"} else None
        if doc[i].pos_ not in {"DET", "PRON", "ADJ", "NOUN", "PROPN", "PUNCT", "PART"} and doc[i].lower_ != "of":
            return None
    return None


def _inverted(verb: Token, speaker: Token, passages: Passages) -> tuple[int, int] | None:
    """The sentence up to the comma; its end where only the subject stands on the left."""
    doc, left, right = passages.doc, _clause_start(verb, passages), passages.right[verb.i]
    end = next((i for i in range(speaker.i + 1, min(right, speaker.i + WIDTH)) if doc[i].text in COMMAS), None)
    if end is not None and _goes_on(doc, left, verb.i - 1, end + 1, right):
        return end + 1, right
    return (left, verb.i - 1) if has_clause(doc[left : verb.i - 1]) else None


def _parenthetical(verb: Token, passages: Passages) -> tuple[int, int] | None:
    """The part of the sentence that ", she said," or ", said Ann Lee" stands in or behind."""
    subject = _nearest_subject(verb) or _name_before(verb, passages)
    if subject is None or subject.tag_ in {"WP", "WDT"} or any(_is_unfit(c, verb) for c in verb.children):
        return None
    if any(c.dep_ == "ccomp" and c.i > verb.i > subject.i for c in verb.children):
        return None
    doc, left, right = passages.doc, _clause_start(verb, passages), passages.right[verb.i]
    inverted = subject.i > verb.i
    first = verb.i if inverted else subject.left_edge.i
    first = _start_of_phrase(first, subject, passages)
    first -= passages.doc[first - 1].lower_ == "as"
    first -= first - 2 > left and doc[first - 1].text in MARKS and doc[first - 2].text == ","
    if first - 1 <= left or doc[first - 1].text not in COMMAS or verb.i - first > WIDTH:
        return None
    if inverted or doc[verb.i + 1 : verb.i + 2].text in ENDS or _trails_off(verb, left, right, passages):
        stands = not _is_subordinate(doc[left]) or _stands_aside(verb, first, passages)
        return (left, first - 1) if stands and has_clause(doc[left : first - 1]) else None
    end = _next_comma(verb, right, passages)
    if end is not None and end + 1 < right and passages.is_quoted(doc[end + 1]):
        return None
    if end is not None and _goes_on(doc, left, first - 1, end + 1, right):
        return end + 1, right
    sides = [(left, first - 1)] if has_clause(doc[left : first - 1]) else []
    if end is not None and not _starts_adjunct(doc[end + 1] if end + 1 < right else None):
        sides += [(end + 1, right)] if not sides or verb.dep_ == "parataxis" else []
    return longest(doc, sides) if sides and _stands_aside(verb, first, passages) else None


def _nearest_subject(verb: Token) -> Token | None:
    """The last of the subjects before the verb: the others are those of what was said."""
    before = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i]
    return before[-1] if len(before) > 1 and not is_passive(verb) else own_subject_of(verb)


def _start_of_phrase(first: int, subject: Token, passages: Passages) -> int:
    """The article before a name whose phrase the parser cut apart: …, *the* Brightwater Union (BU) said."""
    party = passages.reading.party_at.get(subject.i)
    while party is not None and first > passages.left[first] and passages.reading.party_at.get(first - 1) is party:
        first -= 1
    return first - (party is not None and passages.doc[first - 1].lower_ == "the")


def _name_before(verb: Token, passages: Passages) -> Token | None:
    """The name right before the verb, whatever the parser makes of it."""
    at = before_brackets(verb.i - 1, passages.left[verb.i], passages)
    before = passages.doc[at] if at >= passages.left[verb.i] else None
    is_name = before is not None and before.pos_ == "PROPN" and before.i in passages.reading.party_at
    return before if is_name else None


def _is_subordinate(first: Token) -> bool:
    """True for "When the road closed, …", "Asked about it, …"."""
    return first.dep_ == "mark" or first.tag_ in {"WRB", "VBG", "VBN", "IN"}


def _trails_off(verb: Token, left: int, right: int, passages: Passages) -> bool:
    """True for "S, she told the court on Monday." and "S, she said from the bench, but …"."""
    doc = passages.doc
    if verb.i + 1 >= right:
        return False
    is_hearer = verb.lemma_ in HEARD and doc[verb.i + 1].pos_ in {"DET", "NOUN", "PROPN", "PRON"}
    if not (is_hearer or doc[verb.i + 1].pos_ == "ADP" or doc[verb.i + 1].dep_ in {"npadvmod", "advmod"}):
        return False
    for token in doc[verb.i + 1 : min(right, verb.i + TAIL)]:
        if token.text in ENDS:
            return True
        if token.text == ",":
            return token.i + 1 < right and doc[token.i + 1].lower_ in {"but", "though", "although"}
        if token.is_punct or token.pos_ in {"VERB", "AUX", "SCONJ"} or passages.is_quoted(token):
            return False
    return False


def _goes_on(doc: Doc, left: int, comma: int, start: int, right: int) -> bool:
    """True for "Lee, she said, had left": a subject on the left, its verb on the right."""
    words = doc[left:comma]
    has_verb = any(t.pos_ in {"VERB", "AUX"} and t.tag_ != "VBG" for t in words)
    return not has_verb and start < right and doc[start].tag_ in {"VBD", "VBZ", "VBP", "MD"} and len(words) > 0


def _is_unfit(child: Token, verb: Token) -> bool:
    """True for what a verb of saying has only when it is no parenthetical; it may have a hearer: she told the court."""
    if child.dep_ == "mark" and child.lower_ == "as":
        return False
    return child.dep_ in UNFIT and not (child.dep_ == "dobj" and verb.lemma_ in HEARD)


def _clause_start(verb: Token, passages: Passages) -> int:
    """The sentence's start, or the word behind the last colon before the verb."""
    left = max(passages.left[verb.i], verb.i - FAR)
    return next((i + 1 for i in range(verb.i - 1, left, -1) if passages.doc[i].text in {":", ";"}), left)


def has_clause(words: Span) -> bool:
    """True if a verb with a tense and its subject stand in the words."""
    return any(c.dep_ in SUBJECTS or c.dep_ == "expl" for t in words if t.pos_ in {"VERB", "AUX"} for c in t.children)


def _stands_aside(verb: Token, first: int, passages: Passages) -> bool:
    """True if what the verb stands beside is said: a clause below it on its left, or the clause that it interrupts."""
    if verb.dep_ == "parataxis":
        return True
    return any(c.dep_ in {"ccomp", "parataxis", "dep"} and c.i < first for c in verb.children)


def _next_comma(verb: Token, right: int, passages: Passages) -> int | None:
    for i in range(verb.i + 1, min(right, verb.i + WIDTH)):
        if passages.doc[i].text in COMMAS:
            return i
    return None


def _starts_adjunct(token: Token | None) -> bool:
    """True for ", adding that …", ", who …": what follows is no part of what was said."""
    return token is None or token.tag_ in {"VBG", "WP", "WDT", "WRB"} or token.lower_ in {"according", "but", "and"}
