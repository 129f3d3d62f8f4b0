"""Component `casegraph_names`: finds the names of people, organizations, courts, platforms and places."""

from spacy.language import Language
from spacy.tokens import Doc

from extraction.reading import Mention, MentionKind, Thing, reading_of
from schema import NodeType, normalise_name

TYPES = {"PERSON": NodeType.PERSON, "ORG": NodeType.ORGANIZATION, "GPE": NodeType.PLACE}


@Language.component("casegraph_names")
def read_names(doc: Doc) -> Doc:
    """Fills `reading.parties` and `reading.party_at`."""
    reading = reading_of(doc)
    known: dict[tuple[NodeType, str], Thing] = {}
    for ent in doc.ents:
        if (type_ := TYPES.get(ent.label_)) and "\n" not in ent.text:
            thing = known.setdefault((type_, normalise_name(ent.text)), Thing(type_, ent.text))
            reading.add_mention(thing, Mention(ent.start, ent.end, MentionKind.NAME))
    return doc
