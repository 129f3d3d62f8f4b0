"""Component `casegraph_coreference`: joins the names of one thing, and finds what else stands for it."""

from spacy.language import Language
from spacy.tokens import Doc

from extraction.coreference.aliases import join_names
from extraction.coreference.antecedents import Antecedents
from extraction.coreference.roles import roles_of, set_kinds
from extraction.coreference.settling import settle_names
from extraction.reading import reading_of

__all__ = ["read_coreference"]


@Language.component("casegraph_coreference")
def read_coreference(doc: Doc) -> Doc:
    """Joins `reading.parties`; adds descriptions and pronouns to `reading.party_at`."""
    reading = reading_of(doc)
    join_names(doc, reading)
    settle_names(reading)
    roles = roles_of(doc, reading)
    set_kinds(reading, roles)
    Antecedents(doc, reading, roles).read()
    return doc
