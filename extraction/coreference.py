"""Component `casegraph_coreference`."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("casegraph_coreference")
def read_coreference(doc: Doc) -> Doc:
    return doc
