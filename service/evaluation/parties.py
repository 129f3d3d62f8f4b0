"""Entities and their positions, marked against the annotations."""

from schema import PARTY, NodeType, Predicate, Triple
from service.evaluation.annotations import Gold
from service.evaluation.marking import Marking
from service.evaluation.wording import Names, bare, words


def mark_entities(marking: Marking, gold: Gold) -> None:
    """A node is right if it has the type and a name of an entity that no earlier node stands for."""
    wanted: dict[tuple[NodeType, str], str] = {}
    for entity in gold.entities:
        for name in (entity.name, *entity.aliases):
            wanted.setdefault((entity.type, bare(name)), entity.name)
    found: set[str] = set()
    for node in (node for node in marking.document.nodes if node.type in PARTY):
        keys = {(node.type, bare(name)) for name in (node.name, *node.aliases)}
        if fresh := {wanted[key] for key in keys if key in wanted} - found:
            found.add(min(fresh))
            marking.hit("entity")
        else:
            marking.invent("entity", f"{node.type} {node.name}", words=node.name)
    for entity in gold.entities:
        if entity.name not in found:
            marking.miss("entity", f"{entity.type} {entity.name}", entity.name)


def mark_positions(marking: Marking, gold: Gold, names: Names) -> None:
    """Only positions in an organization are compared: offices of a country or city are annotated without one."""
    wanted = {(bare(p.person), bare(p.organization)): p for p in gold.positions if p.organization}
    hits = set()
    for key, held in _found_positions(marking, names).items():
        right = [key in wanted and bool(words(wanted[key].title) & words(title)) for title, _ in held]
        for (_, triple), verdict in zip(held, right, strict=True):
            marking.judge([triple], right=verdict)
        if right[-1]:  # of several titles in one organization the last stands, as among the annotations
            hits.add(key)
            marking.hit("position")
        else:
            marking.invent("position", f"{', '.join(key)}: {held[-1][0]}", [held[-1][1]])
    for key, position in wanted.items():
        if key not in hits:
            what = f"{position.person}, {position.organization}: {position.title}"
            marking.miss("position", what, position.title)


def _found_positions(marking: Marking, names: Names) -> dict[tuple[str, str], list[tuple[str, Triple]]]:
    """Person and organization -> the titles found, with their triples."""
    nodes = {node.id: node for node in marking.document.nodes}
    found: dict[tuple[str, str], list[tuple[str, Triple]]] = {}
    for triple in marking.document.triples:
        if triple.predicate is Predicate.HOLDS_POSITION and nodes[triple.object].type is not NodeType.PLACE:
            key = bare(names.of(nodes[triple.subject])), bare(names.of(nodes[triple.object]))
            found.setdefault(key, []).append((getattr(triple.properties, "title", ""), triple))
    return found
