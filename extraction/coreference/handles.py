"""Social-media handles: who speaks through them, and who is behind them."""

from spacy.tokens import Doc

from extraction.coreference.joining import absorb, forget, full_people
from extraction.coreference.spelling import words_of
from extraction.reading import Mention, Reading


def drop_handles(doc: Doc, reading: Reading) -> None:
    """A handle is somebody where it speaks or stands in parentheses; in "@a @b look" it is an address."""
    for thing in list(reading.parties):
        if thing.name[0] == "@" and not any(_speaks(doc, m) for m in thing.mentions):
            forget(reading, thing)


def drop_interview_tags(doc: Doc, reading: Reading) -> None:
    """The "AV:" before each answer of an interview is nobody's name."""
    starts = {p.start for p in reading.paragraphs}
    for thing in list(reading.parties):
        tags = [m for m in thing.mentions if _is_tag(doc, m, starts)]
        if len(thing.name) <= 3 and thing.name.isupper() and len(tags) > 1:
            forget(reading, thing)


def _is_tag(doc: Doc, mention: Mention, starts: set[int]) -> bool:
    """ "AV: …", "((AV)) …" at the start of a paragraph."""
    start, end = mention.start, mention.end
    while start > 0 and start not in starts and doc[start - 1].text in {"(", "(("}:
        start, end = start - 1, end + 1
    return start in starts and end < len(doc) and (start < mention.start or doc[end].text == ":")


def join_handles(doc: Doc, reading: Reading) -> None:
    """ "@nikosvela" is Nikos Vela, who is named elsewhere."""
    people = full_people(reading)
    for thing in list(reading.parties):
        if thing.name[0] == "@":
            letters = "".join(words_of(thing.name)).replace("@", "").replace("_", "")
            bearers = [p for p in people if len(w := words_of(p.name)[-1]) >= 5 and w in letters]
            if len(bearers) == 1:
                absorb(reading, bearers[0], thing)


def _speaks(doc: Doc, mention: Mention) -> bool:
    before = doc[mention.start - 1].text if mention.start else "\n"
    after = doc[mention.end].text if mention.end < len(doc) else ""
    return (
        before == "("
        or (after == ":" and ("\n" in before or before == "RT"))
        or doc[mention.start].dep_ in {"nsubj", "nsubjpass", "appos"}
    )
