"""Quotations set off as paragraphs of their own, without marks: after a colon, behind a handle, in an interview."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from extraction.claims.candidate import Candidate
from extraction.claims.cues import Frame, load_cues
from extraction.claims.newcomers import is_handle
from extraction.claims.passages import Passages
from extraction.claims.subjects import SPEAKERS, subject_of_cue
from extraction.names.vocabulary import word_classes
from extraction.reading import Mention, MentionKind, Paragraph, Thing, Zone
from schema import NodeType, Stance

HANDLE = re.compile(r"(?:RT )?@\w+(?: \w+)?\s?\[[\w/]+\]\s?:")
ITEM = re.compile(r"\d{1,2}[.)]\s")
#: how far into a paragraph the colon behind a speaker's name may stand
LABEL = 14
#: how many words of a paragraph are searched for the first person
VOICE = 60
FIRST_PERSON = frozenset({"i", "we", "my", "our", "us", "me"})
#: what stands for words left out of a quotation
GAPS = frozenset({"[...]", "[…]", "...", "…", "(...)", "(…)"})
#: how many words of the introducing paragraph are searched for who speaks
REACH = 60


def find_set_off(passages: Passages) -> Iterator[Candidate]:
    """One claim a paragraph; their words are silent from then on, for speech inside a quotation is no claim."""
    introduction: Paragraph | None = None
    last: tuple[Candidate, Paragraph] | None = None
    gap = 0
    answering = _answering(passages)
    for paragraph in passages.reading.paragraphs:
        found = None
        if last is not None and _is_gap(paragraph, passages):
            continue
        if paragraph.zone is Zone.QUOTATION or _is_labelled(paragraph, passages) or _is_tweet(paragraph, passages):
            found = _labelled(paragraph, passages) or _introduced(paragraph, introduction, passages)
            gap = _line_breaks(introduction, paragraph, passages) if introduction is not None else 0
        elif last is not None and (
            _goes_on(paragraph, last[1], gap, passages) or _same_voice(paragraph, *last, passages)
        ):
            found = replace(last[0], start=paragraph.start, end=paragraph.end)
        elif paragraph.zone is Zone.BODY:
            introduction = paragraph
        last = (found, paragraph) if found is not None else None
        if found is not None and _introduces(paragraph, passages):
            found, introduction = None, paragraph
        if found is not None and not _is_question(paragraph, answering, passages):
            yield _without_number(found, passages).trimmed_ends(passages.doc)
            size = paragraph.end - paragraph.start
            passages.silent[paragraph.start : paragraph.end] = b"\x01" * size


def _introduces(paragraph: Paragraph, passages: Passages) -> bool:
    """True for "Ann Lee tweeted:" between quotations that are set off."""
    words = passages.doc[paragraph.start : paragraph.end]
    if words[-1].text != ":":
        return False
    cues = load_cues()
    is_short = len(words) <= LABEL and any(Frame.QUOTATION in cues.get(t.lemma_.lower(), {}) for t in words)
    return is_short or paragraph.zone is not Zone.QUOTATION


def _goes_on(paragraph: Paragraph, last: Paragraph, gap: int, passages: Passages) -> bool:
    """True for the next item of a list, and for a line closer to the last than the first was to its introduction."""
    if _is_item(paragraph, passages) and _is_item(last, passages):
        return True
    return _line_breaks(last, paragraph, passages) < gap


def _line_breaks(first: Paragraph, second: Paragraph, passages: Passages) -> int:
    """Between the two; 0 if more than white space stands there."""
    gap = passages.doc[first.end : second.start].text
    return gap.count("\n") if not gap.strip() else 0


def _is_item(paragraph: Paragraph, passages: Passages) -> bool:
    """True for "2. …" and "2) …"."""
    return ITEM.match(passages.doc[paragraph.start : paragraph.start + 3].text) is not None


def _without_number(candidate: Candidate, passages: Passages) -> Candidate:
    start = candidate.start
    if ITEM.match(passages.doc[start : start + 3].text):
        start += 2 if passages.doc[start + 1].text in {".", ")"} else 1
    return replace(candidate, start=start)


def _is_labelled(paragraph: Paragraph, passages: Passages) -> bool:
    return passages.doc[paragraph.start : paragraph.start + 2].text.startswith("((")


def _is_tweet(paragraph: Paragraph, passages: Passages) -> bool:
    """True for "@handle [es]: …"."""
    return HANDLE.match(passages.doc[paragraph.start : min(paragraph.end, paragraph.start + LABEL)].text) is not None


def _is_question(paragraph: Paragraph, answering: set[int], passages: Passages) -> bool:
    """True for what an interviewer says: an outlet, or whoever only asks."""
    if not _is_labelled(paragraph, passages):
        return False
    party = _label_of(paragraph, passages)
    if party is not None and party.type is NodeType.ORGANIZATION:
        return True
    return _asks(paragraph, passages) and (party is None or id(party) not in answering)


def _answering(passages: Passages) -> set[int]:
    """Those who also say what is no question."""
    labelled = [p for p in passages.reading.paragraphs if _is_labelled(p, passages) and not _asks(p, passages)]
    return {id(_label_of(p, passages)) for p in labelled}


def _asks(paragraph: Paragraph, passages: Passages) -> bool:
    return passages.doc[paragraph.end - 1].text.endswith("?")


def _label_of(paragraph: Paragraph, passages: Passages) -> Thing | None:
    parties = passages.reading.party_at
    found = (parties.get(i) for i in range(paragraph.start, min(paragraph.end, paragraph.start + 4)))
    return next((p for p in found if p is not None), None)


def _is_gap(paragraph: Paragraph, passages: Passages) -> bool:
    """True for "[...]" on a line of its own."""
    return passages.doc[paragraph.start : paragraph.end].text.strip() in GAPS


def _same_voice(paragraph: Paragraph, last: Candidate, before: Paragraph, passages: Passages) -> bool:
    """True for a paragraph in the first person, or one that begins with dots, right behind one that is set off."""
    doc = passages.doc
    if paragraph.zone is not Zone.BODY or not last.cue.tag_.startswith("VB") or doc[paragraph.end - 1].text == ":":
        return False
    if doc[before.end : paragraph.start].text.strip() or doc[paragraph.start].text in {"...", "…"}:
        return True
    words = doc[paragraph.start : min(paragraph.end, paragraph.start + VOICE)]
    return any(t.lower_ in FIRST_PERSON and t.text != "US" and not passages.is_quoted(t) for t in words)


def _labelled(paragraph: Paragraph, passages: Passages) -> Candidate | None:
    """@handle: …; ((Ann Lee)) …"""
    doc = passages.doc
    speaker = None
    for i in range(paragraph.start, min(paragraph.end, paragraph.start + LABEL)):
        party = passages.reading.party_at.get(i)
        if speaker is None and party is not None and party.type in SPEAKERS:
            speaker = doc[i]
        if doc[i].text == ":" or doc[i].text.endswith(("))", "]:")) or doc[i : i + 2].text == "))":
            start = i + 2 if doc[i : i + 2].text == "))" else i + 1
            start += doc[start : start + 1].text == ":"
            if speaker is None:
                speaker = _handle(paragraph, passages)
            return _candidate(start, paragraph.end, doc[i], speaker, 0.9) if speaker is not None else None
        if doc[i].text in {".", ",", "!", "?"}:
            return None
    return None


def _handle(paragraph: Paragraph, passages: Passages) -> Token | None:
    """The handle that nobody has met before: "@annlee: …", "Annlee: …" in a row of quotations."""
    token = passages.doc[paragraph.start]
    if len(token) < len("@ab") or token.i in passages.reading.party_at or token.i + 1 >= paragraph.end:
        return None
    is_label = paragraph.zone is Zone.QUOTATION and token.nbor().text == ":" and (token.is_title or is_handle(token))
    if not token.text.startswith("@") and (not is_label or any(word_classes(token.vocab, token.lower_))):
        return None
    thing = passages.newcomers.setdefault(token.text, Thing(NodeType.PERSON, token.text))
    passages.reading.add_mention(thing, Mention(token.i, token.i + 1, MentionKind.NAME))
    return token


def _introduced(paragraph: Paragraph, introduction: Paragraph | None, passages: Passages) -> Candidate | None:
    """The paragraph before ends in a colon and says who speaks."""
    if introduction is None:
        return None
    cue = _introducing_verb(introduction, passages)
    speaker = subject_of_cue(cue) if cue is not None else None
    if cue is None or speaker is None:
        return None
    return _candidate(paragraph.start, paragraph.end, cue, speaker, 0.75)


def _introducing_verb(introduction: Paragraph, passages: Passages) -> Token | None:
    """The last verb of saying; failing that the main verb of the last sentence."""
    doc, cues = passages.doc, load_cues()
    first = max(passages.left[introduction.end - 1], introduction.end - REACH)
    main = None
    for i in range(introduction.end - 1, first - 1, -1):
        token = doc[i]
        if not token.tag_.startswith("VB") or passages.is_quoted(token):
            continue
        if Frame.QUOTATION in cues.get(token.lemma_.lower(), {}):
            return token
        main = token if token.dep_ == "ROOT" else main
    return main


def _candidate(start: int, end: int, cue: Token, speaker: Token | None, confidence: float) -> Candidate:
    lemma = cue.lemma_.lower() if cue.tag_.startswith("VB") else ""
    return Candidate(start, end, cue, speaker, Stance.ASSERTS, "claim-set-off", confidence, lemma)
