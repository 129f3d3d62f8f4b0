"""Links of the canonical layer: adding what articles state, deriving anew the kinds of links that lost a statement."""

from collections.abc import Iterable

from neo4j import ManagedTransaction

from schema import NodeType, Predicate
from service.cypher import writing
from service.cypher.anchors import ANCHORED_AT_OBJECT
from service.graph.archive import native
from service.graph.contributions import Change, Link, Support
from service.graph.nodes import label_of
from service.graph.rows import Row
from service.graph.statements import rows

#: All links of one predicate at one anchor: what is derived anew as a whole.
Kind = tuple[Predicate, str]


def update(transaction: ManagedTransaction, change: Change) -> None:
    """Bring the links, and the counts of mentions, in line with a change whose nodes are in place."""
    stale = {kind_of(link) for link in change.lost_links}
    added = {link: support for link, support in change.links.items() if kind_of(link) not in stale}
    _add(transaction, added | _derived(transaction, stale))
    _count(transaction, change)


def kind_of(link: Link) -> Kind:
    return link.predicate, link.anchor


def _derived(transaction: ManagedTransaction, stale: Iterable[Kind]) -> dict[Link, Support]:
    """Delete the links of these kinds; what is stated of them."""
    groups: dict[tuple[Predicate, NodeType], list[str]] = {}
    for predicate, anchor in sorted(stale):
        groups.setdefault((predicate, label_of(anchor)), []).append(anchor)
    found: dict[Link, Support] = {}
    for (predicate, label), anchors in groups.items():
        at_object = predicate in ANCHORED_AT_OBJECT
        rows(transaction, writing.delete_links(label, predicate, at_object=at_object), ids=anchors)
        stated = rows(transaction, writing.stated(label, predicate, at_object=at_object), ids=anchors)
        found |= _summed(predicate, stated)
    return found


def _summed(predicate: Predicate, stated: list[Row]) -> dict[Link, Support]:
    by_article: dict[tuple[Link, str], Support] = {}
    for row in stated:
        ends = (row["other"], row["anchor"]) if predicate in ANCHORED_AT_OBJECT else (row["anchor"], row["other"])
        date = native(row["published_on"])
        support = Support(1, row["confidence"], row["stance"], row["cue"], date, date)
        key = Link(predicate, *ends, row["title"]), row["article"]
        by_article[key] = by_article[key].same_article(support) if key in by_article else support
    found: dict[Link, Support] = {}
    for (link, _), support in by_article.items():
        found[link] = found[link] + support if link in found else support
    return found


def _add(transaction: ManagedTransaction, links: dict[Link, Support]) -> None:
    groups: dict[tuple[Predicate, NodeType, NodeType], list[Row]] = {}
    for link, support in links.items():
        group = (link.predicate, label_of(link.anchor), label_of(link.other))
        groups.setdefault(group, []).append(_row(link, support))
    for (predicate, anchor, other), some in groups.items():
        rows(transaction, writing.add_links(predicate, anchor, other, predicate in ANCHORED_AT_OBJECT), rows=some)


def _row(link: Link, support: Support) -> Row:
    return {
        "anchor": link.anchor,
        "other": link.other,
        "title": link.title,
        "support": support.support,
        "confidence": support.confidence,
        "stance": support.stance,
        "cue": support.cue,
        "first": support.first,
        "last": support.last,
    }


def _count(transaction: ManagedTransaction, change: Change) -> None:
    if change.lost_mentions:
        lost = [{"article": article, "party": party} for article, party in sorted(change.lost_mentions)]
        rows(transaction, writing.DELETE_COUNTS, rows=lost)
    groups: dict[NodeType, list[Row]] = {}
    for (article, party), mentioned in change.mentions.items():
        groups.setdefault(label_of(party), []).append({"article": article, "party": party, **mentioned._asdict()})
    for label, some in groups.items():
        rows(transaction, writing.count_mentions(label), rows=some)
