"""Fits how confidence follows from what a fact was found by.

`python -m service.commands.fitting GOLD_FOLDER…` reads annotated articles (`docs/evaluate.md`), judges each fact as
`casegraph evaluate` does and writes the weights and the scale into the package. Not for users of casegraph, but for
those who change its rules. The same folders give the same files.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

import extraction
from extraction.assemble import document_of
from extraction.confidence.facts import facts_of
from extraction.confidence.signs import family_of, signs_of
from extraction.confidence.surroundings import Surroundings
from extraction.confidence.weights import SURE
from extraction.pipeline import DEFAULT_MODEL, load_pipeline
from extraction.reading import Reading, reading_of
from extraction.training.confidence import (
    Example,
    cross_validated,
    fit,
    log_loss,
    sure_from,
    write_scale,
    write_weights,
)
from service.evaluation import Annotated, GoldFolder, mark
from service.listing import Problem

DATA = Path(extraction.__file__).parent / "data"


def examples_of(nlp: Language, folders: Iterable[Path], articles: Path | None = None) -> Iterator[Example]:
    """The facts of all articles that the annotations can judge."""
    number = 0
    for folder in folders:
        gold = GoldFolder(folder, articles)
        for found in gold.items():
            if isinstance(found, Problem):
                raise found.error
            doc = nlp.make_doc(found.text)
            doc._.reading = Reading(published_on=found.article.published_on)
            yield from judged(number, nlp(doc), gold.take(found.article.source))
            number += 1


def load_rules() -> Language:
    """The pipeline up to the rules: what they found, as they found it."""
    nlp = load_pipeline(DEFAULT_MODEL)
    nlp.remove_pipe("casegraph_confidence")
    return nlp


def judged(number: int, doc: Doc, annotated: Annotated) -> Iterator[Example]:
    """The facts of one article, its links as the rules left them."""
    reading = reading_of(doc)
    facts = facts_of(reading.links)
    around = Surroundings(doc, reading, facts)
    signs = [signs_of(fact, around) for fact in facts]
    for place, fact in enumerate(facts, start=1):
        for link in fact.links:
            link.confidence = place / (len(facts) + 1)  # by which its triple is known
    marking = mark(annotated.name, document_of(doc, annotated.found.article), annotated.gold)
    for triple, right in marking.verdicts.items():
        place = round(triple.confidence * (len(facts) + 1)) - 1
        yield Example(number, family_of(triple.predicate), signs[place], right)


def report(examples: Sequence[Example], likely: np.ndarray, sure: float) -> Iterator[str]:
    """How the likelihoods hold in cross-validation, family by family."""
    right, family = np.array([e.right for e in examples]), np.array([e.family for e in examples])
    for name in ("all", *sorted(set(family))):
        chosen = (family == name) | (name == "all")
        above = chosen & (likely >= sure)
        share = right[above].mean() if above.any() else float("nan")
        yield (
            f"{name:<9} {chosen.sum():>5} facts, {right[chosen].mean():.3f} right, log loss "
            f"{log_loss(likely[chosen], right[chosen]):.3f}; of {above.sum()} of {SURE} and more {share:.3f}\n"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description="Fit the weights of confidence.toml and confidence_scale.toml.")
    parser.add_argument("gold", nargs="+", type=Path, help="folder of annotations")
    parser.add_argument("--articles", type=Path, help="where the articles are, if not beside them")
    parser.add_argument("--into", type=Path, default=DATA, help="the folder to write to (default: the package's own)")
    arguments = parser.parse_args()
    examples = list(examples_of(load_rules(), arguments.gold, arguments.articles))
    likely = cross_validated(examples)
    sure = sure_from(likely, np.array([e.right for e in examples]))
    write_weights(arguments.into / "confidence.toml", fit(examples))
    write_scale(arguments.into / "confidence_scale.toml", sure)
    sys.stdout.writelines(report(examples, likely, sure))


if __name__ == "__main__":
    main()
