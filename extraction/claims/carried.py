"""Quotations that no verb of saying stands beside: by the speaker of the one before, or by whom the text is about."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from extraction.claims.passages import SENTENCE_ENDS, Passages
from extraction.claims.quotations import Quotation
from extraction.claims.subjects import subject_of_cue
from extraction.grammar import own_subject_of

#: a quotation with fewer tokens is no sentence of its own unless commas set it off
SHORT = 4


@dataclass(frozen=True)
class Attribution:
    """The verb of saying, the head of the words for the speaker, and how sure that is."""

    cue: Token
    speaker: Token | None
    confidence: float
    rule: str


def by_colon(quotation: Quotation, before: list[Token], passages: Passages) -> Attribution | None:
    """Lee gave her verdict: “…”; she scoffed at it: “…”: the subject of the sentence that ends in the colon."""
    if before[-1].text != ":" or quotation.end - quotation.start < SHORT:
        return None
    for token in before:
        is_main = token.dep_ == "ROOT" or (token.dep_ in {"conj", "ccomp"} and token.head.dep_ == "ROOT")
        subject = own_subject_of(token) if is_main else None
        if subject is not None and subject.i >= before[0].i:
            speaker = subject if subject.i in passages.reading.party_at else _last_doer(before) or subject
            return Attribution(token, speaker, 0.7, "claim-quotation-colon")
    return None


def _last_doer(before: list[Token]) -> Token | None:
    """Another was the guard *Ben Moor*, who gave his reasons: whom the last verb before the colon is about."""
    verb = next((t for t in reversed(before) if t.tag_ in {"VBD", "VBZ", "VBP"}), None)
    return subject_of_cue(verb) if verb is not None else None


def carried_over(
    quotation: Quotation, last: Attribution | None, last_end: int, passages: Passages
) -> Attribution | None:
    """A quotation that stands alone is by the speaker of the one before it, or by whom the sentence before is about."""
    here = passages.paragraph_at[quotation.outer_start]
    if last is not None and last_end > 0:
        there = passages.paragraph_at[last_end - 1]
        if there == here or (quotation.continues and there + 1 == here):
            return replace(last, confidence=0.85, rule="claim-quotation-continued")
        alone = _opens_paragraph(quotation, passages) and passages.ends_sentence(quotation)
        if there + 1 == here and alone and _ends_paragraph(last_end, passages):
            return replace(last, confidence=0.7, rule="claim-quotation-paragraph")
    return _by_subject_before(quotation, passages)


def _opens_paragraph(quotation: Quotation, passages: Passages) -> bool:
    return passages.reading.paragraphs[passages.paragraph_at[quotation.outer_start]].start == quotation.outer_start


def _ends_paragraph(end: int, passages: Passages) -> bool:
    """True if nothing but "he said." stands between the quotation's end and the paragraph's."""
    rest = passages.doc[end : passages.reading.paragraphs[passages.paragraph_at[end - 1]].end]
    return sum(t.text in SENTENCE_ENDS for t in rest) <= 1


def _by_subject_before(quotation: Quotation, passages: Passages) -> Attribution | None:
    """Rhodora laughed. “…”: the subject of the sentence before it in the same paragraph."""
    first = quotation.outer_start
    if _opens_paragraph(quotation, passages) or quotation.end - quotation.start < SHORT:
        return None
    for token in reversed(passages.doc[passages.left[first - 1] : first]):
        is_main = token.dep_ == "ROOT" or (token.dep_ == "conj" and token.head.dep_ == "ROOT")
        if is_main and (subject := own_subject_of(token)) is not None:
            return Attribution(token, subject, 0.6, "claim-quotation-subject")
    return None
