"""Component `casegraph_confidence`: how likely each link is right, from what it was found by.

The last step. The rules before it put down a rough confidence of their own, which is one sign among others; what
stands in the document is what came of all signs in annotated articles.
"""

from spacy.language import Language
from spacy.tokens import Doc

from extraction.confidence.facts import Fact, facts_of
from extraction.confidence.selection import is_left_out
from extraction.confidence.signs import signs_of
from extraction.confidence.surroundings import Surroundings
from extraction.confidence.weights import confidence_of, likelihood_of
from extraction.reading import reading_of

__all__ = ["weigh_links"]


@Language.component("casegraph_confidence")
def weigh_links(doc: Doc) -> Doc:
    """Sets the confidence of `reading.links`, has the surest of several that say the same stand first, and leaves out
    what is more likely wrong than right."""
    reading = reading_of(doc)
    facts = facts_of(reading.links)
    around = Surroundings(doc, reading, facts)
    likelihoods = [likelihood_of(signs_of(fact, around)) for fact in facts]
    reading.links = []
    for fact, likelihood in zip(facts, likelihoods, strict=True):
        if is_left_out(fact.predicate, likelihood):
            reading.rejected.append((*_words(fact, around), f"{fact.lead.rule}: more likely wrong than right"))
            continue
        for link in (fact.lead, *(one for one in fact.links if one is not fact.lead)):
            link.confidence = confidence_of(likelihood)
            reading.links.append(link)
    return doc


def _words(fact: Fact, around: Surroundings) -> tuple[int, int]:
    """The first token of the passage that says it, and the one behind the last."""
    passage = fact.lead.evidence[0]
    return around.index(passage.start), around.index(passage.end - 1) + 1
