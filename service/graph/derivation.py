"""Putting a change of what articles say into the canonical layer."""

from typing import NamedTuple

from neo4j import ManagedTransaction

from schema import NodeType, Predicate
from service.cypher import writing
from service.graph import links
from service.graph.archive import native
from service.graph.captions import case_dates, case_name, case_status
from service.graph.contributions import Change
from service.graph.evidence import Target
from service.graph.nodes import Nodes, by_type, label_of
from service.graph.rows import Row
from service.graph.statements import rows

_TELL_OF_A_CASE = (Predicate.PLAINTIFF_IN, Predicate.DEFENDANT_IN, Predicate.CONCERNS, Predicate.HAS_EVENT)


class Move(NamedTuple):
    """A mention that is to refer to a target; `again` if it refers to another one now."""

    mention: str
    target: Target
    again: bool


def apply(transaction: ManagedTransaction, change: Change, moves: list[Move]) -> None:
    """Add what is new; derive anew, from the evidence, what something was taken from; delete what nothing supports."""
    nodes = Nodes(transaction)
    nodes.add({id_: shares for id_, shares in change.nodes.items() if id_ not in change.lost_nodes})
    nodes.make(change.nodes.keys() & change.lost_nodes)
    _refer(transaction, moves)
    nodes.derive(change.lost_nodes)
    links.update(transaction, change)
    _tell_cases(nodes, transaction, change)


def _refer(transaction: ManagedTransaction, moves: list[Move]) -> None:
    if again := [move.mention for move in moves if move.again]:
        rows(transaction, writing.UNLINK, ids=again)
    references: dict[str, list[Row]] = {}
    for move in moves:
        references.setdefault(move.target.id, []).append(_reference(move))
    for label, ids in by_type(references).items():
        rows(transaction, writing.refer(label), rows=[row for id_ in ids for row in references[id_]])


def _reference(move: Move) -> Row:
    target = move.target
    return {"mention": move.mention, "target": target.id, "how": target.how, "facts": list(target.facts) or None}


def _tell_cases(nodes: Nodes, transaction: ManagedTransaction, change: Change) -> None:
    """Name the cases that the change touched, and say where they stand."""
    touched = {link.anchor for link in (*change.links, *change.lost_links) if link.predicate in _TELL_OF_A_CASE}
    touched |= {id_ for id_ in (*change.nodes, *change.lost_nodes) if label_of(id_) is NodeType.CASE} | nodes.cases
    if not touched:
        return
    pictures: dict[str, list[Row]] = {}
    for row in rows(transaction, writing.CASE_PICTURE, ids=sorted(touched)):
        pictures.setdefault(row["id"], []).append(row)
    told = {id_: _told(picture) for id_, picture in pictures.items()}
    nodes.write(NodeType.CASE, told, nodes.known(NodeType.CASE, list(pictures)))


def _told(picture: list[Row]) -> Row:
    by_support = sorted(picture, key=lambda row: (-(row["support"] or 0), row["name"] or ""))
    plaintiffs, defendants, offences = (
        [row["name"] for row in by_support if row["predicate"] == predicate] for predicate in _TELL_OF_A_CASE[:3]
    )
    name = case_name(plaintiffs, defendants, offences)
    events = [(row["kind"], native(row["date"])) for row in picture if row["predicate"] == Predicate.HAS_EVENT]
    search = " ".join([name, *sorted({*plaintiffs, *defendants})])
    return {"name": name, "search": search, "status": str(case_status(events)), **case_dates(events)}
