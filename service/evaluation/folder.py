"""A folder of annotations and the articles that they are about."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from schema import Document, SourceError
from service.evaluation.annotations import Gold, check_gold, load_gold
from service.listing import Problem, Severity
from service.sources import Found, Reader


@dataclass(frozen=True)
class Annotated:
    """An article with its annotations."""

    name: str
    found: Found
    gold: Gold

    def nothing_found(self) -> Document:
        return Document(article=self.found.article, text=self.found.text)


@dataclass
class GoldFolder:
    """Annotations NAME.json in `folder`, of the articles NAME.txt or NAME.md there or in the folder `articles`."""

    folder: Path
    articles: Path | None = None
    _waiting: dict[str, Annotated] = field(default_factory=dict)

    def names(self) -> list[str]:
        """Raises SourceError if there are none."""
        names = sorted(path.stem for path in self.folder.glob("*.json"))
        if not names:
            remedy = "a folder with annotations NAME.json beside articles NAME.txt"
            raise SourceError("no annotations in this folder", where=str(self.folder), try_=remedy)
        return names

    def items(self) -> Iterator[Found | Problem]:
        """Every article that can be scored, and one problem for each that cannot."""
        for name in self.names():
            try:
                yield from self._read(name)
            except SourceError as error:
                yield Problem(error)

    def _read(self, name: str) -> Iterator[Found | Problem]:
        path = self.folder / f"{name}.json"
        gold = load_gold(path)
        # A reader of its own: two articles with the same words are both annotated, so both are read.
        for item in Reader().read([self._article(name)]):
            if isinstance(item, Found):
                check_gold(gold, item.text, path)
                self._waiting[item.article.source] = Annotated(name, item, gold)
                yield item
            elif item.severity is Severity.REFUSED:
                yield item

    def _article(self, name: str) -> str:
        stem = (self.articles or self.folder) / name
        markdown = stem.with_name(f"{name}.md")
        return str(markdown if markdown.exists() else stem.with_name(f"{name}.txt"))

    def take(self, source: str) -> Annotated:
        """The article that a document was read from."""
        return self._waiting.pop(source)

    def left(self) -> Iterator[Annotated]:
        """The articles of which no document came."""
        yield from self._waiting.values()
