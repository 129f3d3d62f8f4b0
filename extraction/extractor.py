"""Texts in, documents out, in a stream."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from extraction.assemble import document_of
from extraction.pipeline import DEFAULT_MODEL, load_pipeline
from extraction.reading import Reading
from schema import Article, Document

Source = tuple[Article, str]
BATCH = 16


class Extractor:
    """Reads articles with one spaCy pipeline, loaded once; raises ModelError if that cannot be used."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.nlp = load_pipeline(model)

    @property
    def longest(self) -> int:
        """The most characters that a text may have."""
        return self.nlp.max_length

    def extract(self, sources: Iterable[Source]) -> Iterator[Document]:
        """One document an article, in the order of the articles."""
        for doc, article in self.nlp.pipe(self._docs(sources), as_tuples=True, batch_size=BATCH):
            yield document_of(doc, article)

    def _docs(self, sources: Iterable[Source]) -> Iterator[tuple[str | Doc, Article]]:
        for article, text in sources:
            doc = self.nlp.make_doc(text)
            doc._.reading = Reading(published_on=article.published_on)
            yield doc, article
