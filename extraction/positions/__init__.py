"""Component `casegraph_positions`: offices, jobs and memberships of named people."""

from spacy.language import Language
from spacy.tokens import Doc

from extraction.positions.rules import PositionReader
from extraction.reading import reading_of

__all__ = ["read_positions"]


@Language.component("casegraph_positions")
def read_positions(doc: Doc) -> Doc:
    """Appends HOLDS_POSITION links; what is held of nobody named goes into the person's `titles`."""
    PositionReader(doc, reading_of(doc)).read()
    return doc
