"""The candidates of a text by the name they bear, and the evidence for what each name names."""

from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Doc

from extraction.names.candidates import candidates, starts_sentence
from extraction.names.cutting import Candidate
from extraction.names.evidence import evidence_of
from extraction.names.words import given_names
from extraction.reading import Reading
from schema import normalise_name

Groups = dict[str, list[Candidate]]
"""Normalised name -> its candidates: one string has one type in an article."""


def groups_of(doc: Doc, reading: Reading) -> Groups:
    """All candidates of the text."""
    found = [c for paragraph in reading.paragraphs for c in candidates(doc, paragraph)]
    known = {_key(doc, c) for c in found}
    groups: Groups = defaultdict(list)
    for candidate in found:
        bare = _without_noun(doc, candidate, known)
        groups[_key(doc, bare)].append(bare)
    return dict(groups)


def _key(doc: Doc, candidate: Candidate) -> str:
    return normalise_name(doc[candidate.start : candidate.end].text)


def _without_noun(doc: Doc, candidate: Candidate, known: set[str]) -> Candidate:
    """ "Firebrand | Ana Roy" at a sentence's start, where the article has "Ana Roy" too or the recogniser begins there."""
    first = doc[candidate.start]
    if candidate.end - candidate.start < 3 or not starts_sentence(first) or first.lower_ in given_names():
        return candidate
    shorter = Candidate(candidate.start + 1, candidate.end, (candidate.start, candidate.start + 1))
    second = doc[shorter.start]
    begins = second.ent_type_ == "PERSON" and second.ent_iob_ == "B" and first.ent_type_ != "PERSON"
    return shorter if begins or _key(doc, shorter) in known else candidate


def evidence_in(doc: Doc, groups: Groups) -> dict[str, dict[str, float]]:
    """Name -> the evidence for its type, in itself, around it, and in the names that share a word with it."""
    evidence = {name: evidence_of(doc, group) for name, group in groups.items()}
    for name in groups:
        words = name.split()
        if len(words) == 1:
            continue
        for label, short in (("first", words[0]), ("last", words[-1])):
            if short in groups and short != name:
                evidence[name][f"short-is-{label}"] = 1.0
                evidence[short] |= dict.fromkeys(_of_full(label, words), 1.0)
    return evidence


def _of_full(label: str, words: list[str]) -> Iterator[str]:
    """It is a word of a longer name."""
    yield f"{label}-of-longer"
    if words[0] in given_names():
        yield f"{label}-of-given-name"
