"""How time grows with the length of one article: `python -m benchmarks.length`.

For each awkward shape, the processor time a character of a text takes at full length, against 1 at an eighth of it, of
the bare pipeline and of casegraph with everything on. Linear is 1 and below.
"""

import argparse
import time
from collections.abc import Callable

import spacy
from spacy.language import Language

from benchmarks.shapes import SHAPES
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


if __name__ == "__main__":
    main()
