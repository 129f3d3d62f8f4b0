"""Component `casegraph_confidence`: how likely each link is right, from what it was found by.

The last step. The rules before it put down a rough confidence of their own, which is one sign among others; what
stands in the document is what came of all signs in annotated articles.
"""

from spacy.language import Language
from spacy.tokens import Doc

from extraction.confidence.facts import facts_of
from extraction.confidence.signs import signs_of
from extraction.confidence.surroundings import Surroundings
from extraction.confidence.weights import confidence_of, likelihood_of
from extraction.reading import reading_of

__all__ = ["weigh_links"]


@Language.component("casegraph_confidence")
def weigh_links(doc: Doc) -> Doc:
    """Sets the confidence of `reading.links`, and has the surest of several that say the same stand first."""
    reading = reading_of(doc)
    facts = facts_of(reading.links)
    around = Surroundings(doc, reading, facts)
    confidences = [confidence_of(likelihood_of(signs_of(fact, around))) for fact in facts]
    reading.links = []
    for fact, confidence in zip(facts, confidences, strict=True):
        for link in (fact.lead, *(one for one in fact.links if one is not fact.lead)):
            link.confidence = confidence
            reading.links.append(link)
    return doc
