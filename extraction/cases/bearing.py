"""Who bears a penalty."""

from spacy.tokens import Token

from extraction.cases.frames import Case
from extraction.cases.lexicons import Role
from extraction.cases.roles import doers, named_behind, undergoers
from extraction.cases.scan import Scan
from extraction.reading import Thing
from schema import EventKind, NodeType, PenaltyKind, PenaltyStatus

#: verbs whose doer bears the penalty
BEARING = frozenset({"get", "receive", "pay", "serve", "draw", "agree", "bear", "repay", "cover", "return", "take"})
CRIMINAL = frozenset({EventKind.CHARGED, EventKind.CONVICTED, EventKind.SENTENCED, EventKind.ACQUITTED})
BEARABLE = frozenset({NodeType.PERSON, NodeType.ORGANIZATION, NodeType.PLACE, NodeType.PLATFORM})


def bearers_of(
    scan: Scan, case: Case, path: list[Token], status: PenaltyStatus, kind: PenaltyKind
) -> tuple[Thing, ...]:
    """The parties of the case on whom the words above the sum or term lay it; without such words, the defendants."""
    defendants = tuple(case.things(Role.DEFENDANT))
    if status is PenaltyStatus.SOUGHT:
        wanted = [f.thing for t in path for f in named_behind(scan, t, "from", "against", "for") if f.thing is not None]
        return tuple(w for w in dict.fromkeys(wanted) if w in defendants) or defendants
    for token in path:
        known = tuple(b for b in dict.fromkeys(_borne_by(scan, token)) if case.has_party(b) and b.type in BEARABLE)
        if known:
            return known
    return _usual_bearers(case, kind)


def _usual_bearers(case: Case, kind: PenaltyKind) -> tuple[Thing, ...]:
    """The defendants; the plaintiffs for the costs of a suit that failed, and for the fine that they challenge."""
    plaintiffs = tuple(case.things(Role.PLAINTIFF))
    failed = kind is PenaltyKind.OTHER and EventKind.DISMISSED in case.events
    challenged = kind is PenaltyKind.FINE and not case.events & CRIMINAL and case.challenges_act
    return plaintiffs if plaintiffs and (failed or challenged) else tuple(case.things(Role.DEFENDANT))


def _borne_by(scan: Scan, token: Token) -> list[Thing]:
    """Who bears what hangs on the token; who is paid or awarded something does not."""
    if token.pos_ != "VERB":
        found = named_behind(scan, token, "on", "against")
    elif token.lemma_ in BEARING:
        found = doers(scan, token)
    elif token.lemma_ in {"award", "grant"}:
        found = []
    else:
        found = undergoers(scan, token)
    return [f.thing for f in found if f.thing is not None]
