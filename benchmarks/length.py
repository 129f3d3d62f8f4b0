"""How time grows with the length of one article: `python -m benchmarks.length`.

For each awkward shape, the processor time a character of a text takes at full length, against 1 at an eighth of it, of
the bare pipeline and of casegraph with everything on. Linear is 1 and below.
"""

import argparse
import itertools
import re
import time
from collections.abc import Callable, Iterator

import spacy
from spacy.language import Language

from benchmarks.variants import variants
from extraction import Extractor
from extraction.pipeline import DEFAULT_MODEL
from schema import Article

LONGEST = 1_000_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--characters", type=int, default=LONGEST, help="length of the longest text")
    parser.add_argument("shapes", nargs="*", default=list(SHAPES), help=f"of {', '.join(SHAPES)}")
    args = parser.parse_args()
    bare, extractor = spacy.load(DEFAULT_MODEL), Extractor()
    next(extractor.extract([(Article(id="article:warm", source="warm.txt"), SHAPES["paragraph"](5_000))]))
    for shape in args.shapes:
        theirs, ours = (growth(run, SHAPES[shape], args.characters) for run in (runner(bare), reader(extractor)))
        print(f"{shape}: {ours:.2f}, the bare pipeline {theirs:.2f}", flush=True)


def runner(bare: Language) -> Callable[[str], object]:
    return lambda text: bare(text)


def reader(extractor: Extractor) -> Callable[[str], object]:
    return lambda text: list(extractor.extract([(Article(id="article:long", source="long.txt"), text)]))


def growth(run: Callable[[str], object], shape: Callable[[int], str], characters: int) -> float:
    """Time a character at that length, against that at an eighth."""
    return seconds(run, shape(characters)) / seconds(run, shape(characters // 8)) / 8


def seconds(run: Callable[[str], object], text: str) -> float:
    """Processor seconds."""
    start = time.process_time()
    run(text)
    return time.process_time() - start


def one_paragraph(characters: int) -> str:
    """Reports of court cases, every hundred words under other names, without a line break."""
    return filled((re.sub(r"\s+", " ", text) + " " for _, text in variants(10**6)), characters)


def one_sentence(characters: int) -> str:
    """The same with commas where sentences end."""
    return re.sub(r"[.!?;]", ",", one_paragraph(characters))[:-1] + "."


def many_quotations(characters: int) -> str:
    """Quotations of a few words each; half of the marks close what was opened."""
    said = (f"Maro Test of Dravik said “it is {n} times untrue” and “we shall sue. " for n in itertools.count())
    return filled(said, characters)


def many_names(characters: int) -> str:
    """One list of people, none named twice."""
    people = (f"{first}{last} {last}{first}sen, " for first, last in itertools.product(syllables(), syllables()))
    return filled(itertools.chain(["The court convicted "], people), characters)


def many_suits(characters: int) -> str:
    """Suits of one man against ever new papers, a paragraph each."""
    names = (first + last for first, last in itertools.product(syllables(), syllables()))
    suits = (f"Maro Test sued the {n} Ledger for libel in March. He said the {n} Ledger lied.\n\n" for n in names)
    return filled(suits, characters)


def syllables() -> Iterator[str]:
    return ("".join(letters).capitalize() for letters in itertools.product("bdfgklmnprstvz", "aeiou", "lnrst"))


def filled(parts: Iterator[str], characters: int) -> str:
    """As many of the parts as that length takes."""
    text, length = [], 0
    for part in parts:
        if (length := length + len(part)) > characters:
            break
        text.append(part)
    return "".join(text)


SHAPES = {
    "paragraph": one_paragraph,
    "sentence": one_sentence,
    "quotations": many_quotations,
    "names": many_names,
    "suits": many_suits,
}

if __name__ == "__main__":
    main()
