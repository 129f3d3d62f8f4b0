"""A document as rows of the evidence layer: an article, its mentions, its statements."""

import datetime
import hashlib
from typing import Any
from zoneinfo import ZoneInfo

from schema import Document, Node, Triple, digest, normalise_name
from service.graph.evidence import local, mention_id, plain, span_properties

Row = dict[str, Any]
_UTC = ZoneInfo("UTC")  # the embedded graph loses the zone of any other form


def fingerprint(document: Document, extractor: str) -> str:
    """Changes if the article, or what was read from it, changes."""
    return digest(document.model_dump_json(), extractor)


def article_row(document: Document, extractor: str) -> Row:
    """An article with its mentions and statements nested in it."""
    return {
        "properties": _article(document, extractor),
        "mentions": [_mention(document.article.id, node) for node in document.nodes],
        "statements": _statements(document),
    }


def _article(document: Document, extractor: str) -> Row:
    article = document.article
    return {
        **plain(article),
        "name": article.title or article.source,
        "text": document.text,
        "sha256": hashlib.sha256(document.text.encode()).hexdigest(),
        "ingested_at": datetime.datetime.now(_UTC),
        "extractor": extractor,
        "fingerprint": fingerprint(document, extractor),
    }


def _mention(article: str, node: Node) -> Row:
    return {
        "id": mention_id(article, node.id),
        "type": node.type.value,
        "name": node.name,
        "key": normalise_name(node.name),
        "aliases": list(node.aliases),
        "spans": [offset for span in node.mentions for offset in (span.start, span.end)],
        **plain(node.properties),
    }


def _statements(document: Document) -> list[Row]:
    return [
        _statement(document, n, k, triple)
        for n, triple in enumerate(document.triples)
        for k in range(len(triple.evidence))
    ]


def _statement(document: Document, n: int, k: int, triple: Triple) -> Row:
    article, evidence = document.article.id, triple.evidence[k]
    properties = {
        "id": f"statement:{local(article)}:{n}:{k}",
        "predicate": triple.predicate.value,
        "confidence": triple.confidence,
        "rule": triple.rule,
        "quote": document.text[evidence.start : evidence.end],
        **span_properties(evidence),
        **plain(triple.properties),
    }
    subject, object_ = mention_id(article, triple.subject), mention_id(article, triple.object)
    return {"properties": properties, "subject": subject, "object": object_}
