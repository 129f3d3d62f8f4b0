"""Component `casegraph_claims`."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("casegraph_claims")
def read_claims(doc: Doc) -> Doc:
    return doc
