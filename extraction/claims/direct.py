"""Who said what stands between quotation marks: the words before it, after it, or in the sentence before it."""

from collections.abc import Iterator

from spacy.tokens import Token

from extraction.claims.candidate import Candidate
from extraction.claims.carried import SHORT, Attribution, by_colon, carried_over
from extraction.claims.cues import Cue, Frame, load_cues
from extraction.claims.passages import SENTENCE_ENDS, Passages
from extraction.claims.quotations import Quotation
from extraction.claims.subjects import SPEAKERS, subject_of_cue
from schema import Stance

DASHES = frozenset({"—", "–", "--"})
PAUSES = DASHES | {",", ":", "-"}
#: how many words may stand between a quotation and the verb that follows it
FAR = 25
#: how many words between a verb and the quotation that it introduces without comma or colon
NEAR = 8
#: how many words before a verb a name may stand that is its subject whatever the parser thinks
CLOSE = 2
#: words for names of things that stand in marks: a story titled “…”
TITLED = frozenset({"titled", "entitled", "called", "named", "dubbed", "headlined", "nicknamed"})
OPENERS = frozenset({"however", "but", "and", "so", "well", "look", "still", "also", "therefore", "now", "then"})


def find_direct(passages: Passages) -> Iterator[Candidate]:
    """The quotations that are claims; `passages.full` has their numbers from then on."""
    last: Attribution | None = None
    last_end = -1
    for number, quotation in enumerate(passages.quotations):
        if passages.silent[quotation.outer_start] or _is_opener(quotation, passages):
            continue
        before, after = passages.before(quotation), passages.after(quotation)
        found = _attribute(quotation, before, after, passages)
        if found is None and not _words(before) and _stands_alone(quotation, after, passages):
            found = carried_over(quotation, last, last_end, passages)
        if found is None:
            continue
        last, last_end = found, quotation.outer_end
        passages.full.add(number)
        yield _candidate(quotation, found, passages)


def _is_opener(quotation: Quotation, passages: Passages) -> bool:
    """True for “However,” she said, “…”: one word that says nothing yet."""
    words = _words(list(passages.doc[quotation.start : quotation.end]))
    return len(words) == 1 and words[0].lower_ in OPENERS and passages.doc[quotation.end - 1].text == ","


def _stands_alone(quotation: Quotation, after: list[Token], passages: Passages) -> bool:
    """True if the sentence ends with the quotation."""
    words = _words(after)
    return not words or (passages.ends_sentence(quotation) and not words[0].is_lower)


def _candidate(quotation: Quotation, found: Attribution, passages: Passages) -> Candidate:
    return Candidate(
        start=quotation.start,
        end=quotation.end,
        cue=found.cue,
        speaker=found.speaker,
        stance=Stance.ASSERTS,
        rule=found.rule,
        confidence=found.confidence,
        lemma=found.cue.lemma_.lower(),
    )


def _words(tokens: list[Token]) -> list[Token]:
    return [t for t in tokens if not t.is_punct and not t.is_space]


def _attribute(quotation: Quotation, before: list[Token], after: list[Token], passages: Passages) -> Attribution | None:
    doc = passages.doc
    ends_in_comma = doc[quotation.end - 1].text == "," or (bool(after) and after[0].text == ",")
    is_partial = bool(_words(before)) and before[-1].text not in PAUSES
    if ends_in_comma and not is_partial and (found := _after(quotation, after, passages)) is not None:
        return found
    if (found := _before(quotation, before, passages)) is not None:
        return found
    if not _words(before):
        return _after(quotation, after, passages)
    return by_colon(quotation, before, passages)


def _cue(token: Token, passages: Passages) -> Cue | None:
    if not token.tag_.startswith("VB"):
        return None
    return load_cues().get(token.lemma_.lower(), {}).get(Frame.QUOTATION)


def _after(quotation: Quotation, after: list[Token], passages: Passages) -> Attribution | None:
    """“…,” she said; “…,” said the minister, Ann Lee."""
    words = [t for t in after if not t.is_punct]
    if not words or _leads_to_the_next(quotation, after, passages) or _is_title(quotation, after, passages):
        return None
    for place, token in enumerate(words[:FAR]):
        if _cue(token, passages) is None:
            continue
        if any(c.dep_ == "ccomp" and c.i > token.i and not passages.is_quoted(c) for c in token.children):
            return None
        if place == 0 or (place == 1 and words[0].pos_ in {"ADV", "AUX"}):
            speaker = _following(words[place + 1 :], token, passages)
        else:
            speaker = _leading(words[:place], token, passages)
        if speaker is not None:
            return Attribution(token, speaker, 0.9, "claim-quotation-after")
        return None
    return None


def _leads_to_the_next(quotation: Quotation, after: list[Token], passages: Passages) -> bool:
    """True where "She explained," behind a finished sentence introduces the quotation that comes next."""
    if not passages.ends_sentence(quotation) or not after:
        return False
    end = after[-1].i + 1
    is_next_quoted = end < len(passages.doc) and passages.quotation_at[end] >= 0
    return is_next_quoted and after[-1].text in PAUSES | {"that"} and after[0].text != ","


def _is_title(quotation: Quotation, after: list[Token], passages: Passages) -> bool:
    """True for a few words that no comma or full stop parts from the rest: “Rodopa Tex” agreed."""
    is_short = quotation.end - quotation.start < SHORT
    last = passages.doc[quotation.end - 1].text
    if not is_short or last in SENTENCE_ENDS | PAUSES or after[0].text in PAUSES:
        return False
    return _cue(after[0], passages) is None


def _following(words: list[Token], cue: Token, passages: Passages) -> Token | None:
    """The speaker behind the verb: said *Ann Lee*, said the minister, *Ann Lee*."""
    for child in cue.children:
        is_noun = child.pos_ in {"NOUN", "PROPN", "PRON"} and child.ent_type_ not in {"DATE", "TIME"}
        if is_noun and child.i > cue.i and child.dep_ in {"nsubj", "dobj", "attr", "npadvmod", "oprd"}:
            return child
    for token in words[:10]:
        if token.i in passages.reading.party_at:
            return token
    if subject := subject_of_cue(cue):
        return subject
    return None


def _leading(words: list[Token], cue: Token, passages: Passages) -> Token | None:
    """The speaker between the quotation and the verb: *she* said, *Ann Lee*, who was there, wrote."""
    first, last = words[0].i, words[-1].i
    subject = subject_of_cue(cue)
    if subject is not None and first <= subject.i <= last:
        return subject
    for token in reversed(words[-CLOSE:]):
        if _may_speak(token, passages):
            return token
    if any(t.pos_ in {"VERB", "AUX"} and t.dep_ not in {"relcl", "acl", "aux", "auxpass"} for t in words):
        return None
    heads = (t for t in words if t.pos_ in {"NOUN", "PROPN", "PRON"})
    return next((t for t in words if _may_speak(t, passages)), None) or next(heads, None)


def _may_speak(token: Token, passages: Passages) -> bool:
    party = passages.reading.party_at.get(token.i)
    return party is not None and party.type in SPEAKERS and token.dep_ not in {"pobj", "poss"}


def _without_aside(before: list[Token]) -> list[Token]:
    """Without "— which the paper called odd —" at the end."""
    if not before or before[-1].text not in DASHES:
        return before
    opening = next((k for k in range(len(before) - 2, 0, -1) if before[k].text in DASHES), None)
    return before if opening is None else [*before[:opening], before[-1]]


def _before(quotation: Quotation, before: list[Token], passages: Passages) -> Attribution | None:
    """She said: “…”; she told reporters that “…”; “…,” she said, “…”."""
    before = _without_aside(before)
    words = _words(before)
    if not words or words[-1].lower_ in TITLED or _is_mere_word(quotation, before, passages):
        return None
    if words[-1].lower_ in {"words", "message"} and words[-1].head.lower_ in {"with", "in"}:
        subject = subject_of_cue(words[-1].head.head)
        return Attribution(words[-1], subject, 0.7, "claim-quotation-words") if subject is not None else None
    paused = before[-1].text in PAUSES
    reach = FAR if paused else NEAR
    for place, token in enumerate(reversed(words[-reach:])):
        if _cue(token, passages) is None:
            if not paused and token.tag_ in {"VBD", "VBZ", "VBP"} and place < reach:
                return None
            continue
        between = words[len(words) - place :]
        if before[-1].text == "," and not all(_adjunct(t, token) for t in between):
            return None
        if not paused and not _introduces(token, quotation, between, passages):
            return None
        speaker = subject_of_cue(token) or _following_inverted(token, between, passages)
        if speaker is None:
            speaker = _leading(words[: len(words) - place - 1] or [token], token, passages)
        if speaker is not None:
            return Attribution(token, speaker, 0.9, "claim-quotation-before")
        return None
    return None


def _is_mere_word(quotation: Quotation, before: list[Token], passages: Passages) -> bool:
    """True for the “TIN-9” of: she announced the name: “TIN-9” is to replace “tin”."""
    after = passages.after(quotation)
    is_short = quotation.end - quotation.start < SHORT and not passages.ends_sentence(quotation)
    return before[-1].text == ":" and is_short and bool(after) and after[0].is_lower


def _following_inverted(cue: Token, words: list[Token], passages: Passages) -> Token | None:
    """“…,” said Ann Lee, “…”: the speaker stands between the verb and the quotation."""
    return next((t for t in words if t.i in passages.reading.party_at), None)


def _introduces(cue: Token, quotation: Quotation, between: list[Token], passages: Passages) -> bool:
    """True if the verb without comma or colon has the whole quotation for its content: on Monday she said “No deal”."""
    if between and between[-1].tag_ in {"IN", "DT"} and between[-1].lower_ != "that":
        return False
    is_sentence = passages.doc[quotation.start].text[:1].isupper() and quotation.end - quotation.start >= SHORT
    if not between or [t.lower_ for t in between] == ["that"]:
        return Frame.CLAUSE in load_cues()[cue.lemma_.lower()] or (not between and is_sentence)
    if not is_sentence:
        return False
    return all(_adjunct(t, cue) for t in between)


def _adjunct(word: Token, cue: Token) -> bool:
    """True for the words of "on Monday", "in a letter", "reporters" beside the verb."""
    while word.head.i != word.i and word.head.i != cue.i:
        word = word.head
    behind = {"nsubj"} if word.i > cue.i else set()
    return word.dep_ in {"prep", "npadvmod", "advmod", "dative", "dobj", "prt", "mark", "advcl", "agent"} | behind
