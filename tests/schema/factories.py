"""Documents with just what a row of a table says; the rest is filled in."""

from typing import Any

from schema import NodeType

TEXT = "Maro Test sued the Daily in the High Court for libel. He denied it."


def node(id_: str, type_: NodeType | str, **fields: Any) -> dict[str, Any]:
    return {"id": id_, "type": type_, "name": id_, **fields}


def triple(subject: str, predicate: str, object_: str, **fields: Any) -> dict[str, Any]:
    filled = {"confidence": 0.9, "rule": "a-rule", "evidence": [{"start": 0, "end": 9}]}
    return {"subject": subject, "predicate": predicate, "object": object_, **filled, **fields}


def document(**fields: Any) -> dict[str, Any]:
    return {"article": {"id": "article:1", "source": "a.txt"}, "text": TEXT, **fields}


def case_document(**fields: Any) -> dict[str, Any]:
    """A document in which a person sues in a case: `fields` replace those of its one triple."""
    nodes = [node("e1", NodeType.PERSON), node("c1", NodeType.CASE)]
    return document(nodes=nodes, triples=[{**triple("e1", "PLAINTIFF_IN", "c1"), **fields}])
