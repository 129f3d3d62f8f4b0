"""Component `casegraph_positions`."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("casegraph_positions")
def read_positions(doc: Doc) -> Doc:
    return doc
