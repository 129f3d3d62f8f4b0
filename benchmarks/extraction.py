"""Extraction measured against the bare spaCy pipeline, in one run: `python -m benchmarks.extraction`.

Prints the throughput as a share of `nlp.pipe` with the model's own components over the same texts (pairs of runs in
turn, the median of their ratios), the peak memory of either in a process of its own, the time an article takes at 100
and at 2,000 articles, and how much faster `casegraph extract --jobs 2` is than `--jobs 1`, from start to end. With less
than two cores to spare, the last says nothing.
"""

import argparse
import itertools
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from benchmarks.variants import variants
from extraction import Extractor
from extraction.extractor import BATCH
from extraction.pipeline import DEFAULT_MODEL
from schema import Article


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--articles", type=int, default=96, help="articles in each timed run")
    parser.add_argument("--pairs", type=int, default=5, help="pairs of runs")
    parser.add_argument("--many", type=int, default=2000, help="articles of the run that checks for growth")
    parser.add_argument("--side", type=int, default=960, help="articles that two processes read side by side")
    parser.add_argument("--peak-of", choices=list(PIPELINES), help="only print the peak memory of this one, in MB")
    args = parser.parse_args()
    if args.peak_of:
        PIPELINES[args.peak_of](list(variants(args.articles)))
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
        return

    theirs, ours = (peak(which, args.articles) for which in PIPELINES)
    print(f"peak memory, as a multiple of the bare pipeline's: {ours / theirs:.2f} ({ours} MB, {theirs} MB)")
    bare, extractor = spacy.load(DEFAULT_MODEL), Extractor()
    sources = list(variants(args.articles))
    texts = [text for _, text in sources]

    def run_bare() -> None:
        for _ in bare.pipe(texts, batch_size=BATCH):
            pass

    def run_extraction() -> None:
        for _ in extractor.extract(sources):
            pass

    run_bare(), run_extraction()
    ratios = [seconds(run_bare) / seconds(run_extraction) for _ in range(args.pairs)]
    print(
        f"throughput, share of the bare pipeline: {statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"
    )
    growth(extractor, args.many)
    side_by_side(args.side)


def read_bare(sources: list[tuple[Article, str]]) -> None:
    for _ in spacy.load(DEFAULT_MODEL).pipe((text for _, text in sources), batch_size=BATCH):
        pass


def read(sources: list[tuple[Article, str]]) -> None:
    for _ in Extractor().extract(sources):
        pass


PIPELINES = {"bare": read_bare, "casegraph": read}


def peak(which: str, articles: int) -> int:
    """Megabytes that one of the pipelines takes at most, with the articles and the model.

    To be asked before this process grows: Linux counts for a new process what its parent took.
    """
    command = [sys.executable, "-m", "benchmarks.extraction", "--peak-of", which, "--articles", str(articles)]
    return int(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def side_by_side(articles: int) -> None:
    """Time of the command with one process against that with two."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "articles.jsonl"
        lines = (json.dumps({"text": text, "url": article.url}) for article, text in variants(articles))
        file.write_text("\n".join(lines), encoding="utf-8")

        def run(jobs: int) -> None:
            command = [Path(sys.executable).with_name("casegraph"), "extract", file, "--jobs", str(jobs)]
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)

        faster = seconds(lambda: run(1)) / seconds(lambda: run(2))
    print(f"--jobs 2: {faster:.2f} times as fast as --jobs 1")


def growth(extractor: Extractor, many: int) -> None:
    """Time of each hundred articles against that of the first."""
    marks = [time.perf_counter()]
    for number, _ in enumerate(extractor.extract(variants(many)), start=1):
        if number % 100 == 0:
            marks.append(time.perf_counter())
    hundreds = [b - a for a, b in itertools.pairwise(marks)]
    if len(hundreds) > 1:
        last = statistics.median(hundreds[-5:])
        print(f"time an article: {last / hundreds[0]:.2f} at {many} articles, against 1 at the first 100")


def seconds(run: Callable[[], None]) -> float:
    """Wall-clock seconds that the run takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
