"""Component `casegraph_cases`."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("casegraph_cases")
def read_cases(doc: Doc) -> Doc:
    return doc
