"""Whose a surname is that several people of an article bear."""

from bisect import bisect_left
from collections import defaultdict

from spacy.tokens import Doc

from extraction.coreference.gender import gender_of, gender_of_word
from extraction.coreference.joining import absorb
from extraction.reading import Mention, Reading, Thing
from schema import NodeType


def give_mentions(doc: Doc, reading: Reading, thing: Thing, candidates: list[Thing]) -> None:
    """Each mention of the short name goes to one of those who bear it."""
    bearers = list({id(c): c for c in candidates}.values())
    if len(bearers) == 1:
        absorb(reading, bearers[0], thing)
        return
    starts = [sorted(m.start for m in bearer.mentions) for bearer in bearers]
    genders = [gender_of(doc, bearer) for bearer in bearers]
    given: dict[int, list[Mention]] = defaultdict(list)
    for mention in thing.mentions:
        told = gender_of_word(doc[mention.start - 1].lower_) if mention.start else None
        fitting = [i for i, gender in enumerate(genders) if told is None or gender in {told, None}]
        paragraph = reading.paragraph_of(mention.start)
        first = paragraph.start if paragraph is not None else 0
        given[_likeliest(fitting or list(range(len(bearers))), starts, first, mention.start)].append(mention)
    for index, mentions in given.items():
        absorb(reading, bearers[index], Thing(NodeType.PERSON, thing.name, mentions=mentions))
    thing.mentions = []


def _likeliest(fitting: list[int], starts: list[list[int]], first: int, at: int) -> int:
    """Whom the paragraph names before, the first of the text among several; else the first of the text."""

    def rank(index: int) -> tuple[bool, int]:
        named = starts[index]
        here = bisect_left(named, first) < bisect_left(named, at)
        return not here, named[0]

    return min(fitting, key=rank)
