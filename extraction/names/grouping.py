"""The candidates of a text by the name they bear, and the evidence for what each name names."""

from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Doc

from extraction.names.candidates import candidates, starts_sentence
from extraction.names.cutting import Candidate
from extraction.names.evidence import evidence_of
from extraction.names.words import court_heads, given_names, organization_heads
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
        for part in _split(doc, candidate, known):
            groups[_key(doc, part)].append(part)
    return dict(groups)


def _key(doc: Doc, candidate: Candidate) -> str:
    return normalise_name(doc[candidate.start : candidate.end].text)


def _split(doc: Doc, candidate: Candidate, known: set[str]) -> Iterator[Candidate]:
    """ "Valley Radio | Ana Roy", where the article has both apart; "Firebrand | Ana Roy" at a sentence's start."""
    first = doc[candidate.start]
    for i in range(candidate.start + 1, candidate.end - 1):
        front, behind = Candidate(candidate.start, i), Candidate(i, candidate.end, (i - 1, i))
        if not _may_be_person(doc, behind):
            continue
        is_outlet = i == candidate.start + 1 and _is_acronym(first.text)
        if _key(doc, behind) in known and (is_outlet or _key(doc, front) in known):
            yield front
            yield Candidate(i, candidate.end)
            return
        is_noun = i == candidate.start + 1 and starts_sentence(first) and first.lower_ not in given_names()
        if is_noun and (_key(doc, behind) in known or _is_recognised(doc, behind)):
            yield behind
            return
    yield candidate


def _is_acronym(word: str) -> bool:
    return word.isupper() and word.isalpha() and 2 < len(word) <= 6 and word.lower() not in organization_heads()


def _may_be_person(doc: Doc, candidate: Candidate) -> bool:
    words = doc[candidate.start : candidate.end]
    return not any(w.lower_ in court_heads() or w.lower_ in organization_heads() or w.text[0].islower() for w in words)


def _is_recognised(doc: Doc, candidate: Candidate) -> bool:
    """The recogniser has a person begin there, and not before."""
    token = doc[candidate.start]
    return token.ent_type_ == "PERSON" and token.ent_iob_ == "B" and token.nbor(-1).ent_type_ != "PERSON"


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
    if words[-1] in court_heads():
        yield f"{label}-of-court"
    elif head := organization_heads().get(words[-1]):
        yield f"{label}-of-{head.name}"
