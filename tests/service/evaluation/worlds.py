"""An article, its annotations, and documents that read it right but for what a row of a table says."""

from typing import Any

from schema import Document
from service.evaluation.annotations import Gold
from tests.schema.factories import node, triple

TEXT = """\
Ann Ost sued the Dravik Ledger for libel in the High Court.
The chief editor of the Ledger, Bo Lind, denied that the paper had lied about Ost. “We stand by it,” he said.
The Ledger was fined €500.
"""
DENIED, STOOD = "the paper had lied about Ost", "We stand by it,"


def gold(**fields: Any) -> Gold:
    """All that is in TEXT; `fields` replace a part."""
    entities = [
        {"name": "Ann Ost", "type": "Person", "aliases": ["Ost"]},
        {"name": "Bo Lind", "type": "Person"},
        {"name": "Dravik Ledger", "type": "Organization", "aliases": ["Ledger"]},
        {"name": "High Court", "type": "Court"},
    ]
    position = {"person": "Bo Lind", "organization": "Dravik Ledger", "title": "chief editor"}
    claims = [
        {"speaker": "Bo Lind", "stance": "denies", "about": ["Dravik Ledger", "Ann Ost"], "text": DENIED},
        {"speaker": "Bo Lind", "stance": "asserts", "text": STOOD},
    ]
    filled = {"entities": entities, "positions": [position], "cases": [frame()], "claims": claims}
    return Gold.model_validate({**filled, **fields})


def frame(**slots: Any) -> dict[str, Any]:
    fine = {"kind": "fine", "status": "imposed", "amount": 500, "currency": "EUR", "on": "Dravik Ledger"}
    filled: dict[str, Any] = {
        "plaintiffs": ["Ann Ost"],
        "defendants": ["Dravik Ledger"],
        "courts": ["High Court"],
        "offences": ["libel"],
        "penalties": [fine],
        "events": ["filed", "fined"],
    }
    return {**filled, **slots}


NODES = {
    "ann": node("ann", "Person", name="Ann Ost", aliases=["Ost"]),
    "bo": node("bo", "Person", name="Bo Lind"),
    "ledger": node("ledger", "Organization", name="Ledger"),
    "court": node("court", "Court", name="High Court"),
    "case": node("case", "Case", name="Ost v. Ledger"),
    "libel": node("libel", "Offence", name="libel"),
    "fine": node("fine", "Penalty", properties={"kind": "fine", "status": "imposed", "amount": 500, "currency": "EUR"}),
    "filed": node("filed", "Event", properties={"kind": "filed"}),
    "fined": node("fined", "Event", properties={"kind": "fined"}),
    "denied": node(
        "denied",
        "Claim",
        properties={"text": DENIED, "start": TEXT.index(DENIED), "end": TEXT.index(DENIED) + len(DENIED)},
    ),
    "stood": node(
        "stood", "Claim", properties={"text": STOOD, "start": TEXT.index(STOOD), "end": TEXT.index(STOOD) + len(STOOD)}
    ),
}
LINKS = (
    "ann PLAINTIFF_IN case",
    "ledger DEFENDANT_IN case",
    "case HEARD_BY court",
    "case CONCERNS libel",
    "case HAS_PENALTY fine",
    "fine IMPOSED_ON ledger",
    "case HAS_EVENT filed",
    "case HAS_EVENT fined",
    "bo HOLDS_POSITION ledger",
    "bo MADE denied",
    "denied ABOUT ledger",
    "denied ABOUT ann",
    "bo MADE stood",
)
PROPERTIES = {
    "bo HOLDS_POSITION ledger": {"title": "editor"},
    "bo MADE denied": {"stance": "denies"},
    "bo MADE stood": {"stance": "asserts"},
}


def document(
    *, less: tuple[str, ...] = (), more: tuple[dict[str, Any], ...] = (), nodes: dict[str, dict[str, Any]] | None = None
) -> Document:
    """All that is in TEXT, `less` some links, with `more` triples; `nodes` are added, or replace that of their key."""
    article = {"id": "article:1", "source": "a.txt"}
    triples = [link(words) for words in LINKS if words not in less]
    listed = list({**NODES, **(nodes or {})}.values())
    return Document.model_validate({"article": article, "text": TEXT, "nodes": listed, "triples": [*triples, *more]})


def link(words: str, **fields: Any) -> dict[str, Any]:
    """The triple that `LINKS` and rows of tables write as three words."""
    subject, predicate, object_ = words.split()
    return triple(subject, predicate, object_, **{"properties": PROPERTIES.get(words, {}), **fields})
