"""Fits the weights of `data/name_evidence.toml` to annotated articles.

`python -m extraction.training.typing GOLD_FOLDER…`; a folder holds NAME.txt and NAME.json pairs, annotated as
`tests/gold/README.md` says. The same folders give the same weights.
"""

import argparse
import json
import re
import sys
import unicodedata
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language

import extraction.layout  # noqa: F401  registers the component
from extraction.names.grouping import evidence_in, groups_of
from extraction.names.typing import TYPES
from extraction.names.vocabulary import share_words
from extraction.pipeline import DEFAULT_MODEL
from extraction.reading import reading_of
from schema import NodeType

WEIGHTS = Path(__file__).parents[1] / "data" / "name_evidence.toml"
HEADER = """\
# How much each piece of evidence in and around a name speaks for each type: weights of a log-linear model (softmax
# regression with an L2 penalty), fitted by `python -m extraction.training.typing` and rounded. A label is made in
# `names/evidence.py`, `names/context.py` or `names/grouping.py`.
"""
COLUMNS = ("person", "organization", "court", "platform", "place", "nothing")
BIAS = "always"
PENALTY, STEPS, STEP = 1.0, 600, 0.05
#: weights that are all smaller than this are left out
LEAST = 0.02
#: parts of the cross-validation
PARTS = 5


@dataclass(frozen=True)
class Example:
    """The evidence for one name of one article, and the type that the annotator gave it."""

    article: int
    evidence: dict[str, float]
    type: NodeType | None


def examples_of(nlp: Language, folders: Iterable[Path]) -> Iterator[Example]:
    """Every candidate name of the articles of the folders, in the order of the file names."""
    files = sorted(path for folder in folders for path in folder.glob("*.txt"))
    for number, (path, doc) in enumerate(zip(files, nlp.pipe(body_of(p) for p in files), strict=True)):
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        types = {_plain(n): NodeType(e["type"]) for e in gold["entities"] for n in (e["name"], *e["aliases"])}
        groups = groups_of(doc, reading_of(doc))
        for name, evidence in evidence_in(doc, groups).items():
            first = groups[name][0]
            yield Example(number, evidence, types.get(_plain(doc[first.start : first.end].text)))


def body_of(path: Path) -> str:
    """The article's text without front matter."""
    text = path.read_text(encoding="utf-8")
    return re.sub(r"\A---\n.*?\n---\n", "", text, count=1, flags=re.DOTALL)


def _plain(name: str) -> str:
    name = unicodedata.normalize("NFKC", name).replace("’", "'").casefold()
    name = re.sub(r"'s?$", "", re.sub(r"^(the|mr|mrs|ms|dr|sir)\.?\s+", "", name.strip()))
    return re.sub(r"[^\w']+", " ", name).strip()


def matrix_of(examples: Sequence[Example], labels: Sequence[str]) -> np.ndarray:
    """One row an example, one column a label, and a last one for the bias."""
    column = {label: i for i, label in enumerate(labels)}
    rows = np.zeros((len(examples), len(labels) + 1))
    rows[:, -1] = 1.0
    for i, example in enumerate(examples):
        for label, value in example.evidence.items():
            rows[i, column[label]] = value
    return rows


def fit(rows: np.ndarray, types: np.ndarray, steps: int = STEPS) -> np.ndarray:
    """The weights, one row a label and one column a type, by gradient descent with Adam's step sizes from zero."""
    weights = np.zeros((rows.shape[1], len(TYPES)))
    wanted = np.eye(len(TYPES))[types]
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, steps + 1):
        gradient = (rows.T @ (_likely(rows @ weights) - wanted) + PENALTY * weights) / len(rows)
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.999 * square + 0.001 * gradient**2
        weights -= STEP * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def _likely(scores: np.ndarray) -> np.ndarray:
    likely = np.exp(scores - scores.max(axis=1, keepdims=True))
    quotient: np.ndarray = likely / likely.sum(axis=1, keepdims=True)
    return quotient


def cross_validated(examples: Sequence[Example], rows: np.ndarray, types: np.ndarray) -> tuple[float, float]:
    """Precision and recall of the names, each typed by weights that were fitted without its article."""
    part = np.array([e.article % PARTS for e in examples])
    found = np.zeros_like(types)
    for k in range(PARTS):
        found[part == k] = (rows[part == k] @ fit(rows[part != k], types[part != k], STEPS // 2)).argmax(axis=1)
    nothing = TYPES.index(None)
    right = float(((found == types) & (types != nothing)).sum())
    return right / float((found != nothing).sum()), right / float((types != nothing).sum())


def write_weights(path: Path, labels: Sequence[str], weights: np.ndarray) -> None:
    """The lexicon of `names.typing`; the same weights give the same file."""
    entries = [HEADER]
    for label, row in zip((*labels, BIAS), weights.round(2) + 0.0, strict=True):
        if np.abs(row).max() >= LEAST:
            values = "\n".join(f"{name} = {value:.2f}" for name, value in zip(COLUMNS, row, strict=True))
            entries.append(f'[[entry]]\nlabel = "{label}"\n{values}\n')
    path.write_text("\n".join(entries), encoding="utf-8")


def load_reader() -> Language:
    """The English model with the layout: all that names are read from."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        nlp = spacy.load(DEFAULT_MODEL)
    nlp.add_pipe("casegraph_layout", before="parser")
    share_words(nlp)
    return nlp


def main() -> None:
    parser = argparse.ArgumentParser(description="Fit the weights of name_evidence.toml.")
    parser.add_argument("gold", nargs="+", type=Path, help="folder of NAME.txt and NAME.json")
    parser.add_argument("--into", type=Path, default=WEIGHTS, help="the file to write (default: the package's own)")
    arguments = parser.parse_args()
    examples = list(examples_of(load_reader(), arguments.gold))
    labels = sorted({label for e in examples for label in e.evidence})
    rows, types = matrix_of(examples, labels), np.array([TYPES.index(e.type) for e in examples])
    precision, recall = cross_validated(examples, rows, types)
    write_weights(arguments.into, labels, fit(rows, types))
    sys.stdout.write(f"{len(examples)} names, cross-validated precision {precision:.3f}, recall {recall:.3f}\n")


if __name__ == "__main__":
    main()
