"""Component `casegraph_layout`: cuts the text into paragraphs and says what each is for."""

from spacy.language import Language
from spacy.tokens import Doc

from extraction.reading import Paragraph, Zone, reading_of


@Language.component("casegraph_layout")
def read_layout(doc: Doc) -> Doc:
    """Fills `reading.paragraphs`."""
    reading = reading_of(doc)
    start = 0
    for token in doc:
        if "\n" in token.text or token.i == len(doc) - 1:
            if doc[start : token.i + 1].text.strip():
                reading.paragraphs.append(Paragraph(start, token.i + 1, Zone.BODY))
            start = token.i + 1
    return doc
