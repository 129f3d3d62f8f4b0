"""What of a paragraph is quoted, and who speaks there."""

from spacy.tokens import Doc

from extraction.grammar import SUBJECTS
from extraction.reading import Paragraph, Reading

OPENING_MARKS, CLOSING_MARKS = frozenset({"“", "«", "„"}), frozenset({"”", "»"})
SPEECH = frozenset(
    {"say", "tell", "write", "add", "claim", "deny", "argue", "note", "warn", "ask", "insist", "post", "tweet"}
)


def quoted_tokens(doc: Doc, paragraph: Paragraph) -> set[int]:
    """The tokens between quotation marks; a mark that nothing closes quotes to the paragraph's end."""
    quoted: set[int] = set()
    inside = False
    for i in range(paragraph.start, paragraph.end):
        text = doc[i].text
        if text in OPENING_MARKS or (text == '"' and not inside):
            inside = True
        elif text in CLOSING_MARKS or text == '"':
            inside = False
        elif inside:
            quoted.add(i)
    return quoted


def speakers_of(doc: Doc, reading: Reading, paragraph: Paragraph, quoted: set[int]) -> frozenset[int]:
    """Python's ids of the parties that say something in the paragraph: a "he" in their quotations is another."""
    found = set()
    for token in doc[paragraph.start : paragraph.end]:
        speaker = reading.party_at.get(token.i) if token.dep_ in SUBJECTS and token.i not in quoted else None
        if speaker is not None and token.head.lemma_.lower() in SPEECH:
            found.add(id(speaker))
    return frozenset(found)
