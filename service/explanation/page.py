"""An article as one HTML page that needs nothing else: no network, no other file."""

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from schema import Document, Evidence, Span
from service.explanation.facts import groups_of
from service.explanation.marked import Mark, cut, marks_of, roles_of

_KINDS = ("person", "organization", "court", "platform", "place", "claim", "denial", "trigger")


def page_of(document: Document) -> str:
    """The page; whatever comes from the article is escaped."""
    environment = Environment(
        loader=PackageLoader("service.explanation"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    groups = groups_of(document)
    return environment.get_template("page.html").render(
        article=document.article,
        pieces=list(cut(document.text, [*marks_of(document), *_edges(document)])),
        groups=groups,
        kinds=_KINDS,
        rejected=document.rejected,
        text=document.text,
        quoted=lambda evidence: list(cut(document.text, roles_of(evidence), evidence.start, evidence.end)),
        spans=_spans(document, [evidence for group in groups for fact in group.facts for evidence in [fact.evidence]]),
    )


def _edges(document: Document) -> list[Mark]:
    """Marks without a look, so that the text is cut wherever a fact's words begin or end."""
    evidence = [one for triple in document.triples for one in triple.evidence]
    words = [mark for one in evidence for mark in roles_of(one)]
    spans: list[Span | Mark] = [*evidence, *words, *document.rejected]
    return [Mark(span.start, span.end, "") for span in spans]


def _spans(document: Document, evidence: list[tuple[Evidence, ...]]) -> list[list[list[Any]]]:
    """For each fact, and then each thing rejected: the start, end and role of its words."""
    facts = [
        [[m.start, m.end, m.kind] for one in each for m in (Mark(one.start, one.end, "passage"), *roles_of(one))]
        for each in evidence
    ]
    return facts + [[[rejected.start, rejected.end, "passage"]] for rejected in document.rejected]
