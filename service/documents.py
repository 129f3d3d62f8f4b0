"""The documents of articles, and a report of each. One article that cannot be read takes no other along."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice

from extraction import Extractor, Source
from schema import Document, SourceError
from service.listing import Problem
from service.sources import Found
from service.workers import Workers

#: articles that are read at a time
CHUNK = 16

Chunk = list[Source]
Outcome = Document | Problem
ReadChunks = Callable[[Iterable[Chunk]], Iterator[list[Outcome]]]


@dataclass(frozen=True)
class Report:
    """What came of one article. `rejected` counts by reason; `outcome` is what the graph made of it."""

    source: str
    nodes: int
    accepted: int
    rejected: Counter[str]
    outcome: str

    @property
    def found(self) -> int:
        return self.accepted + self.rejected.total()


def report_of(document: Document, outcome: str = "read") -> Report:
    rejected = Counter(r.reason for r in document.rejected)
    return Report(document.article.source, len(document.nodes), len(document.triples), rejected, outcome)


def read_chunk(extractor: Extractor, chunk: Chunk) -> list[Outcome]:
    """A document for each article, or a problem for one that cannot be read."""
    try:
        return list(extractor.extract(chunk))
    except Exception:  # noqa: BLE001  whatever it is, reading them one by one finds the article that it comes from
        return [outcome for source in chunk for outcome in _read_alone(extractor, source)]


def _read_alone(extractor: Extractor, source: Source) -> list[Outcome]:
    try:
        return list(extractor.extract([source]))
    except Exception as error:  # noqa: BLE001  the fault of one article must not lose the others; it is told
        what = f"extraction failed on it ({type(error).__name__}: {error})"
        return [Problem(SourceError(what, where=source[0].source, try_="report it as a bug"))]


def by(extractor: Extractor) -> ReadChunks:
    """Reading in this process."""
    return partial(map, partial(read_chunk, extractor))


@contextmanager
def reading(model: str, jobs: int) -> Iterator[ReadChunks]:
    """Reading in this process, or in as many others as `jobs` says; raises ModelError."""
    if jobs == 1:
        yield by(Extractor(model))
        return
    with Workers(model, jobs) as workers:
        yield workers.read


class Extraction:
    """The documents of the articles among some items; the problems, theirs and its own, wait to be drained."""

    def __init__(self, items: Iterable[Found | Problem], read: ReadChunks) -> None:
        self._items, self._read = items, read
        self._problems: deque[Problem] = deque()

    def documents(self) -> Iterator[Document]:
        """A document for each article; one that cannot be read becomes a problem and takes no other along."""
        for outcomes in self._read(self._chunks()):
            for outcome in outcomes:
                if isinstance(outcome, Problem):
                    self._problems.append(outcome)
                else:
                    yield outcome

    def drain(self) -> Iterator[Problem]:
        """The problems since the last call."""
        while self._problems:
            yield self._problems.popleft()

    def _chunks(self) -> Iterator[Chunk]:
        articles = self._articles()
        while chunk := list(islice(articles, CHUNK)):
            yield chunk

    def _articles(self) -> Iterator[Source]:
        for item in self._items:
            if isinstance(item, Problem):
                self._problems.append(item)
            else:
                yield item.article, item.text
