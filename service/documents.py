"""The documents of articles, and a report of each. One article that cannot be read takes no other along."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from extraction import Extractor, Source
from schema import Document, SourceError
from service.listing import Problem
from service.sources import Found

#: articles that are read at a time
CHUNK = 16


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


class Extraction:
    """The documents of the articles among some items; the problems, theirs and its own, wait to be drained."""

    def __init__(self, items: Iterable[Found | Problem], extractor: Extractor) -> None:
        self._items, self._extractor = items, extractor
        self._problems: deque[Problem] = deque()

    def documents(self) -> Iterator[Document]:
        """A document for each article; one that cannot be read becomes a problem and takes no other along."""
        articles = self._articles()
        while chunk := list(islice(articles, CHUNK)):
            yield from self._read(chunk)

    def drain(self) -> Iterator[Problem]:
        """The problems since the last call."""
        while self._problems:
            yield self._problems.popleft()

    def _articles(self) -> Iterator[Source]:
        for item in self._items:
            if isinstance(item, Problem):
                self._problems.append(item)
            else:
                yield item.article, item.text

    def _read(self, chunk: list[Source]) -> list[Document]:
        try:
            return list(self._extractor.extract(chunk))
        except Exception:  # noqa: BLE001  whatever it is, reading them one by one finds the article that it comes from
            return [document for source in chunk for document in self._read_alone(source)]

    def _read_alone(self, source: Source) -> list[Document]:
        try:
            return list(self._extractor.extract([source]))
        except Exception as error:  # noqa: BLE001  the fault of one article must not lose the others; it is told
            what = f"extraction failed on it ({type(error).__name__}: {error})"
            self._problems.append(Problem(SourceError(what, where=source[0].source, try_="report it as a bug")))
            return []
