"""Component `casegraph_names`: finds the names of people, organizations, courts, platforms and places."""

from collections import defaultdict
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from extraction.names.cutting import Candidate
from extraction.names.grouping import evidence_in, groups_of
from extraction.names.relatives import decided_by_relatives
from extraction.names.typing import likely_type
from extraction.names.vocabulary import share_words
from extraction.names.words import is_common, lower_heads, organization_heads
from extraction.reading import Mention, MentionKind, Reading, Thing, Zone, reading_of
from schema import CURRENCIES, NodeType

__all__ = ["read_names"]


#: legal forms that are words or initials too
SHORT_FORMS = frozenset({"AS", "SA", "AB", "AG", "LP", "KK", "NV", "BV", "Co", "SAS"})


@Language.factory("casegraph_names")
def make_reader(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component; it knows English words from the pipeline's lemmatizer."""
    share_words(nlp)
    return read_names


def read_names(doc: Doc) -> Doc:
    """Fills `reading.parties` and `reading.party_at` with one Thing for each name; coreference joins them."""
    reading = reading_of(doc)
    groups = groups_of(doc, reading)
    evidence = evidence_in(doc, groups)
    types = {name: _type(doc, groups[name][0], found) for name, found in evidence.items()}
    types = decided_by_relatives(doc, groups, evidence, types)
    surnames = _surnames(types)
    for name, type_ in types.items():
        is_surname = name in surnames and len(name) > 2 and not is_common(name)
        if final := type_ or (NodeType.PERSON if is_surname else None):
            _add(doc, reading, groups[name], final)
    _find_again(doc, reading)
    return doc


def _surnames(types: dict[str, NodeType | None]) -> set[str]:
    """The last words of the full names of people."""
    return {name.rsplit(" ", 1)[1] for name, type_ in types.items() if type_ is NodeType.PERSON and " " in name}


def _find_again(doc: Doc, reading: Reading) -> None:
    """Names of the article where no run showed them: in headlines With Capitals, behind an opener."""
    known: dict[tuple[str, ...], Thing] = {}
    lengths: dict[str, set[int]] = defaultdict(set)
    for thing in reading.parties:
        words = tuple(t.text for t in doc[thing.mentions[0].start : thing.mentions[0].end])
        if len(words) > 1 or (len(thing.mentions) > 1 and not is_common(words[0])):
            known.setdefault(words, thing)
            lengths[words[0]].add(len(words))
    for paragraph in reading.paragraphs:
        if paragraph.zone is not Zone.BOILERPLATE:
            for i in range(paragraph.start, paragraph.end):
                for length in sorted(lengths.get(doc[i].text, ()), reverse=True):
                    same = known.get(tuple(t.text for t in doc[i : i + length]))
                    end = i + length
                    if same is not None and end <= paragraph.end and _is_free(reading, i, end):
                        reading.add_mention(same, Mention(i, end, MentionKind.NAME))
                        break


def _is_free(reading: Reading, start: int, end: int) -> bool:
    return not any(i in reading.party_at for i in range(start, end))


def _type(doc: Doc, first: Candidate, evidence: dict[str, float]) -> NodeType | None:
    name = doc[first.start : first.end]
    if name.text in CURRENCIES:
        return None
    if name[-1].text[0].islower() and name[-1].lower_ in lower_heads("nation"):
        return NodeType.ORGANIZATION
    if "head:legal-form" in evidence and name[-1].text not in SHORT_FORMS:
        return NodeType.ORGANIZATION
    return likely_type(evidence)


def _add(doc: Doc, reading: Reading, group: list[Candidate], type_: NodeType) -> None:
    thing = Thing(type_, _printed(doc, group[0]))
    for candidate in group:
        reading.add_mention(thing, Mention(candidate.start, candidate.end, MentionKind.NAME))


def _printed(doc: Doc, candidate: Candidate) -> str:
    """The name as it stands in the text, without the full stop of a sentence that ends with it."""
    span = doc[candidate.start : candidate.end]
    text = " ".join(span.text.split()).rstrip("-–")
    is_abbreviation = span[-1].text in organization_heads() or text.count(".") > 1 or len(span[-1]) <= 2
    return text if is_abbreviation else text.rstrip(".")
