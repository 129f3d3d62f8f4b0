"""Lawyers who file something do it for their clients, and are no sides themselves."""

from collections.abc import Iterable

from extraction.cases.engagements import engagements
from extraction.cases.frames import Filler, Frame
from extraction.cases.lexicons import Role
from extraction.cases.scan import Scan
from schema import NodeType

#: rules that do not tell whose counsel somebody is
UNSURE = frozenset({"counsel-called", "counsel-pleading", "counsel-definite", "counsel-silk", "counsel-in-court"})
#: what a lawyer asks of the court is asked within a case, by either side
MOTION = "verb:ask-court"


def put_clients_in(scan: Scan, frames: Iterable[Frame]) -> None:
    """ "Her lawyer, Ana Reis, asked the court": the one who asks is the client."""
    clients = _clients(scan)
    for frame in frames:
        for role in (Role.PLAINTIFF, Role.PARTY):
            known = [clients.get(id(f.thing), f) if f.thing is not None else f for f in frame.roles[role]]
            if frame.rule == MOTION and known != frame.roles[role]:
                frame.event, role = None, Role.PARTY
                frame.roles[Role.PLAINTIFF] = []
            frame.roles[role] = [f for f in known if f is not None]


def _clients(scan: Scan) -> dict[int, Filler | None]:
    """Python's id of each lawyer -> whom he acts for; None where that is nobody named."""
    found: dict[int, Filler | None] = {}
    for token in scan.doc:
        if scan.silent[token.i]:
            continue
        for engagement in engagements(scan, token):
            if engagement.rule not in UNSURE and engagement.thing.type is NodeType.PERSON:
                client = next((f for f in engagement.clients if f.thing is not None), None)
                found[id(engagement.thing)] = found.get(id(engagement.thing)) or client
    return found
