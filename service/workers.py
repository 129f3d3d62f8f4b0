"""Processes that read articles side by side; the results come in the order of the articles.

Each has a pipeline of its own. One that dies takes no article along but the one that it died of.
"""

import contextlib
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue
from types import TracebackType
from typing import TYPE_CHECKING, Self

from schema import CasegraphError, SourceError
from service.listing import Problem

if TYPE_CHECKING:  # it loads spaCy, which a worker does only when it has set its threads
    from extraction import Extractor
    from service.documents import Chunk, Outcome

#: articles that a worker is given at a time
PORTION = 8
#: portions that wait or are done for each worker, so that none is idle while the graph is written
_AHEAD = 3
#: the libraries that count for spaCy would each take every core, in every worker
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


def work(pipe: Connection, model: str) -> None:
    """What a worker does."""
    os.environ.update(dict.fromkeys(_ONE_THREAD, "1"))
    from extraction import Extractor  # not before: numpy reads them when it is loaded

    try:
        extractor = Extractor(model)
    except CasegraphError as error:
        pipe.send(error)
        return
    answer(pipe, extractor)


def answer(pipe: Connection, extractor: "Extractor") -> None:
    """Read what comes through the pipe until nobody is at its other end."""
    from service.documents import read_chunk

    with contextlib.suppress(EOFError, OSError):
        pipe.send(None)
        while True:
            pipe.send(read_chunk(extractor, pipe.recv()))


class Workers:
    """So many processes, which run from `with` to its end; raises ModelError if the pipeline cannot be used."""

    def __init__(self, model: str, jobs: int, work: Callable[[Connection, str], None] = work) -> None:
        self._workers = [_Worker(work, model) for _ in range(jobs)]
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="worker")

    def __enter__(self) -> Self:
        try:
            for worker in self._workers:
                worker.start()
            for worker in self._workers:
                worker.wait()
                self._idle.put(worker)
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the processes, whatever they are at."""
        for worker in self._workers:
            worker.end()
        self._threads.shutdown(cancel_futures=True)

    def processes(self) -> list[SpawnProcess]:
        return [worker.process for worker in self._workers if worker.process]

    def read(self, chunks: Iterable["Chunk"]) -> Iterator[list["Outcome"]]:
        """What comes of each portion, in order; only a few portions are read ahead of what is taken."""
        portions = (portion for chunk in chunks for portion in _portions(chunk))
        pending: deque[Future[list[Outcome]]] = deque()
        for portion in portions:
            pending.append(self._threads.submit(self._read, portion))
            while pending and (pending[0].done() or len(pending) >= len(self._workers) * _AHEAD):
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()

    def _read(self, portion: "Chunk") -> list["Outcome"]:
        worker = self._idle.get()
        try:
            return worker.read(portion)
        finally:
            self._idle.put(worker)


def _portions(chunk: "Chunk") -> Iterator["Chunk"]:
    articles = iter(chunk)
    while portion := list(islice(articles, PORTION)):
        yield portion


class _Worker:
    """A process and the pipe to it."""

    def __init__(self, work: Callable[[Connection, str], None], model: str) -> None:
        self._work, self._model = work, model
        self._ended = False
        self.process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    def start(self) -> None:
        context = multiprocessing.get_context("spawn")  # a copy of this process would have the locks of its threads
        self._pipe, theirs = context.Pipe()
        self.process = context.Process(target=self._work, args=(theirs, self._model), daemon=True)
        resource_tracker.ensure_running()  # else the start of the process starts it, and lets interrupts through again
        with _interrupts_held_back():
            self.process.start()
        theirs.close()

    def wait(self) -> None:
        """Until the worker has loaded its pipeline; raises ModelError if it cannot, SourceError if it dies of it."""
        assert self._pipe
        try:
            error = self._pipe.recv()
        except (EOFError, OSError) as lost:
            raise CasegraphError(f"a worker died at its start ({self._fate()})", try_="fewer --jobs") from lost
        if error:
            raise error

    def read(self, portion: "Chunk") -> list["Outcome"]:
        """What comes of the articles; if the worker dies of them, each is read again by itself."""
        assert self._pipe
        try:
            self._pipe.send(portion)
            outcomes: list[Outcome] = self._pipe.recv()
            return outcomes
        except (EOFError, OSError):
            if self._ended:
                raise
        fate = self._fate()
        self.start()
        self.wait()
        if len(portion) > 1:
            return [outcome for source in portion for outcome in self.read([source])]
        what = f"the process that read it died ({fate})"
        remedy = "report it as a bug; if memory ran short, fewer --jobs"
        return [Problem(SourceError(what, where=portion[0][0].source, try_=remedy))]

    def _fate(self) -> str:
        """How the process ended."""
        assert self.process
        self.process.join()
        code = self.process.exitcode or 0
        return signal.Signals(-code).name if code < 0 else f"exit status {code}"

    def end(self) -> None:
        self._ended = True
        if self.process and self.process.pid:
            self.process.terminate()
            self.process.join()


@contextlib.contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """What starts meanwhile never hears of Ctrl-C: the terminal tells every process, and one is to say so."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
