"""What speaks for the type of a name: its own form, and the words around each of its mentions.

Each piece of evidence is a short label ("ner:PERSON", "before:lawyer-word"); `typing` weighs them.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from spacy.tokens import Doc

from extraction.names.candidates import is_no_name
from extraction.names.context import context_of
from extraction.names.cutting import Candidate
from extraction.names.vocabulary import word_classes
from extraction.names.words import (
    countries,
    court_heads,
    given_names,
    nationalities,
    no_names,
    organization_heads,
    place_words,
    places,
    platforms,
    titles,
    well_known,
)

#: of a name that a text is full of, so many mentions are enough to judge it by
MOST_MENTIONS = 20
WEB = re.compile(r"\w\.(?:com|org|net|ru|tv|info|ro|de|uk|me|io|co|eu)$", re.IGNORECASE)
INITIALS = re.compile(r"(?:[A-Z]\.){1,3}")
CAMEL = re.compile(r"^[A-Za-z]+[a-z][A-Z]|[a-z]\d|\d[a-z]")


def form_of(doc: Doc, candidate: Candidate) -> Iterator[str]:
    """Evidence in the name itself."""
    span = doc[candidate.start : candidate.end]
    words = [t.text for t in span]
    text, last = span.text.rstrip("."), span[-1]
    yield f"words:{min(len([w for w in words if w[0].isalpha()]), 5)}"
    yield from _listed(text.lower(), words)
    yield from _shape(text, words)
    head = organization_heads().get(last.text) or organization_heads().get(last.lower_)
    if head:
        yield f"head:{head.name}" if len(span) > 1 else "is-head"
    for word in words[:-1]:
        if (inner := organization_heads().get(word.lower())) and inner.place == "of":
            yield "head-inside"
            break
    if len(words) > 1 and (opening := organization_heads().get(words[0].lower())):
        yield f"opens:{opening.name}"
    for label, word in (("first", words[0]), ("last", words[-1])):
        yield from (f"{label}-{kind}" for kind in word_classes(doc.vocab, word.lower()))
    if last.text[0].islower():
        yield "lower-head"
    if last.lower_ in court_heads() or any(w.lower() in court_heads() for w in words):
        yield "court-word"
    if last.lower_ in place_words() or words[0].lower() in place_words():
        yield "place-word"
    if is_no_name(span):
        yield "no-name-head" if len(span) > 1 else "no-name-alone"


def _listed(text: str, words: list[str]) -> Iterator[str]:
    if text in countries():
        yield "country"
    elif text in places():
        yield "place-or-person" if places()[text] else "place"
    if text in well_known():
        yield "well-known" if len(words) > 1 else "well-known-word"
    if text in platforms():
        yield "platform-or-word" if platforms()[text] else "platform"
    if words[0].lower() in given_names():
        yield "given-name-first" if len(words) > 1 else "given-name"
    if words[0].lower() in nationalities() or words[0].lower() in places():
        yield "nation-first" if len(words) > 1 else "nation-alone"
    if text.rstrip("s") in nationalities():
        yield "nationality"
    if text in no_names("alone") or words[0] in no_names("alone"):
        yield "no-name"
    if text in titles():
        yield "is-title"


PARTICLES = frozenset({"bin", "al", "van", "von", "binti"})
#: label -> whether a name of that text and those words has the shape
SHAPES: dict[str, Callable[[str, list[str]], bool]] = {
    "ampersand": lambda text, words: "&" in words,
    "web-address": lambda text, words: WEB.search(text) is not None,
    "camel": lambda text, words: CAMEL.search(text) is not None,
    "digits": lambda text, words: any(c.isdigit() for c in text),
    "initial": lambda text, words: any(len(w) == 2 and w[1] == "." and w[0].isupper() for w in words[1:-1]),
    "initials-first": lambda text, words: len(words) > 1 and INITIALS.fullmatch(words[0]) is not None,
    "of-inside": lambda text, words: "of" in words or "for" in words,
    "hyphen": lambda text, words: "-" in words,
    "particle": lambda text, words: not PARTICLES.isdisjoint(words[1:-1]),
    "accent": lambda text, words: not text.isascii(),
}


def _shape(text: str, words: list[str]) -> Iterator[str]:
    if text[0] == "@":
        yield "handle"
    elif len(words) > 1 and any(w.isupper() and len(w) > 2 and w.isalpha() for w in words):
        yield "acronym-inside"
    elif text.isupper() and len(words) == 1 and len(text) > 1:
        yield "acronym" if len(text) <= 5 else "capitals"
    yield from (label for label, has in SHAPES.items() if has(text, words))


LOCATIVES = ("prep:in", "prep:near", "prep:from", "prep:to", "prep:at", "prep:across", "prep:outside")


def _joint(evidence: dict[str, float], shown: Counter[str], size: int) -> Iterator[str]:
    """What pieces of evidence say together."""
    where = sum(shown[label] for label in LOCATIVES)
    if where == size and "det:the" not in shown:
        yield "always-where"
        if "words:1" in evidence:
            yield "always-where-one-word"
    if shown["prep:in"] and "words:1" in evidence and "det:the" not in shown:
        yield "in-one-word"
    if any(label in shown for label in ("after:place", "of-after:place", "apposed:place", "comma-place")):
        yield "place-near"
        if "words:1" in evidence:
            yield "place-near-one-word"
    if any(label in shown for label in ("before:platform", "apposed:platform", "is:platform")):
        yield "platform-near"
    if any(label in shown for label in ("before:organization", "apposed:organization", "is:organization")):
        yield "organization-near"
    if any(
        label in shown for label in ("age", "who", "before:person", "title:honorific", "title:rank", "title:office")
    ):
        yield "person-near"
    if "platform-or-word" in evidence and (shown["prep:on"] or shown["prep:via"] or shown["site-use"]):
        yield "platform-in-use"


def evidence_of(doc: Doc, group: list[Candidate]) -> dict[str, float]:
    """All evidence for the name that these mentions bear; the recogniser's word counts by its share of the mentions."""
    sample = group[:MOST_MENTIONS]
    evidence = dict.fromkeys(form_of(doc, group[0]), 1.0)
    # in the order of the text, as weights are added up in it: sets of words have another in every process
    shown = Counter(e for c in sample for e in dict.fromkeys(context_of(doc, c)))
    for label, count in shown.items():
        evidence[label] = count / len(sample) if label.startswith("ner") else 1.0
    if len(sample) > 2:
        evidence["often"] = 1.0
    evidence |= dict.fromkeys(_joint(evidence, shown, len(sample)), 1.0)
    return evidence
