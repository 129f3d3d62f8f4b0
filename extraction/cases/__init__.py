"""Component `casegraph_cases`: finds the court cases of a text, their sides, courts, matters, events and penalties."""

from spacy.language import Language
from spacy.tokens import Doc

from extraction.cases.clients import put_clients_in
from extraction.cases.counsel import add_counsel
from extraction.cases.dates import date_frames
from extraction.cases.judges import add_judges
from extraction.cases.linking import link_cases
from extraction.cases.merging import merge
from extraction.cases.nearby import add_matters
from extraction.cases.penalties import add_penalties
from extraction.cases.places import add_courts
from extraction.cases.scan import scan
from extraction.cases.scenes import add_platforms
from extraction.cases.sides import add_sides
from extraction.cases.triggers import find_frames

__all__ = ["read_cases"]


@Language.component("casegraph_cases")
def read_cases(doc: Doc) -> Doc:
    """Adds cases, and what belongs to them, to `reading.links`."""
    laid_out = scan(doc)
    frames = list(find_frames(laid_out))
    put_clients_in(laid_out, frames)
    date_frames(laid_out, frames)
    docket = merge(laid_out, frames)
    docket.note_parties()
    add_sides(laid_out, docket)
    docket.note_parties()
    for add in (add_matters, add_courts, add_judges, add_counsel, add_platforms, add_penalties):
        add(laid_out, docket)
    link_cases(laid_out, docket.cases)
    return doc
