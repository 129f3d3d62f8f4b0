"""Component `casegraph_claims`: reported speech and writing becomes claims, each with its speaker."""

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from extraction.claims.about import find_clients, parties_in
from extraction.claims.according import find_according
from extraction.claims.candidate import Candidate
from extraction.claims.direct import find_direct
from extraction.claims.discourse import Discourse
from extraction.claims.indirect import find_indirect
from extraction.claims.nouns import find_in_nouns
from extraction.claims.parenthetical import find_parentheticals
from extraction.claims.passages import Passages, lay_out
from extraction.claims.selection import select
from extraction.claims.setoff import find_set_off
from extraction.reading import Link, Mention, MentionKind, Reading, Thing, evidence, reading_of
from schema import NodeType, Predicate

__all__ = ["read_claims"]

NAME_LENGTH = 80


@Language.component("casegraph_claims")
def read_claims(doc: Doc) -> Doc:
    """Appends MADE and ABOUT links to `reading.links`."""
    reading = reading_of(doc)
    if reading.paragraphs:
        passages = lay_out(doc, reading)
        direct = [*find_set_off(passages), *find_direct(passages)]
        indirect = [
            *find_indirect(passages),
            *find_parentheticals(passages),
            *find_according(passages),
            *find_in_nouns(passages),
        ]
        find_clients(passages)
        marked = {id(c) for c in direct}
        settled = list(Discourse(passages).settle([*direct, *indirect]))
        in_marks = [s for s in settled if id(s[0]) in marked]
        for candidate, speaker in select(in_marks, [s for s in settled if id(s[0]) not in marked], passages):
            _report(candidate, speaker.party, speaker.words, speaker.certainty, passages)
    return doc


def _report(candidate: Candidate, party: Thing, words: Token, certainty: float, passages: Passages) -> None:
    doc, reading = passages.doc, passages.reading
    content = doc[candidate.start : candidate.end]
    claim = Thing(
        NodeType.CLAIM,
        _name(content.text),
        properties={"text": content.text, "start": content.start_char, "end": content.end_char},
        mentions=[Mention(candidate.start, candidate.end, MentionKind.DESCRIPTION)],
    )
    cue = doc[candidate.cue.i : candidate.cue.i + 1]
    speaker = _named(words, party, doc, reading)
    tokens = (candidate.start, candidate.end - 1, candidate.cue.i, speaker.start, speaker.end - 1)
    passage = doc[min(tokens) : max(tokens) + 1]
    reading.links.append(
        Link(
            party,
            Predicate.MADE,
            claim,
            candidate.confidence * certainty,
            candidate.rule,
            [evidence(passage, subject=speaker, trigger=cue, object=content)],
            {"stance": candidate.stance, "cue": candidate.lemma},
        )
    )
    _report_about(candidate, claim, party, reading, passages)


def _named(words: Token, party: Thing, doc: Doc, reading: Reading) -> Span:
    """The words for the speaker: the whole name that the token stands in."""
    start, end = words.i, words.i + 1
    while start > 0 and reading.party_at.get(start - 1) is party is reading.party_at.get(words.i):
        start -= 1
    while end < len(doc) and reading.party_at.get(end) is party is reading.party_at.get(words.i):
        end += 1
    return doc[start:end]


def _report_about(candidate: Candidate, claim: Thing, speaker: Thing, reading: Reading, passages: Passages) -> None:
    doc = passages.doc
    content = doc[candidate.start : candidate.end]
    for i, party in parties_in(candidate, speaker, passages).items():
        passage = doc[min(i, candidate.start) : max(i + 1, candidate.end)]
        reading.links.append(
            Link(
                claim,
                Predicate.ABOUT,
                party,
                candidate.confidence,
                "claim-about",
                [evidence(passage, subject=content, object=doc[i : i + 1])],
            )
        )


def _name(text: str) -> str:
    """The claim's words on one line, cut at a word."""
    line = " ".join(text.split())
    if len(line) <= NAME_LENGTH:
        return line
    return line[:NAME_LENGTH].rsplit(" ", 1)[0] + " …"
