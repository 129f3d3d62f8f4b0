"""Who bears a penalty."""

from spacy.tokens import Token

from extraction.cases.fitting import CRIMINAL
from extraction.cases.frames import Case, Filler
from extraction.cases.lexicons import Role
from extraction.cases.roles import doers, named_behind, undergoers
from extraction.cases.scan import Scan
from extraction.cases.words import words_for
from extraction.reading import Thing
from schema import EventKind, NodeType, PenaltyKind, PenaltyStatus

#: verbs whose doer bears the penalty
BEARING = frozenset({"get", "receive", "pay", "serve", "draw", "agree", "bear", "repay", "cover", "return", "take"})
BEARABLE = frozenset({NodeType.PERSON, NodeType.ORGANIZATION, NodeType.PLACE, NodeType.PLATFORM})


def bearers_of(
    scan: Scan, case: Case, path: list[Token], status: PenaltyStatus, kind: PenaltyKind
) -> tuple[Thing, ...]:
    """The parties of the case on whom the words above the sum or term lay it; without such words, the defendants."""
    defendants = tuple(case.things(Role.DEFENDANT))
    if status is PenaltyStatus.SOUGHT:
        wanted = [f.thing for t in path for f in named_behind(scan, t, "from", "against", "for") if f.thing is not None]
        return tuple(w for w in dict.fromkeys(wanted) if w in defendants) or defendants
    if kind is PenaltyKind.FINE and (fined := _imposed_on(scan, path)):
        return fined
    for token in path:
        told = _borne_by(scan, token)
        named = dict.fromkeys(f.thing for f in told if f.thing is not None)
        known = tuple(b for b in named if case.has_party(b) and b.type in BEARABLE)
        if told and not named and len(case.things(Role.DEFENDANT)) > 1:
            return ()  # "ordered the station to pay": which of them is that?
        if known and not (_is_challenged(case, kind) and set(map(id, known)) & case.ids(Role.DEFENDANT)):
            return known
    return _usual_bearers(case, kind)


def _usual_bearers(case: Case, kind: PenaltyKind) -> tuple[Thing, ...]:
    """The defendants; the plaintiffs for the costs of a suit that failed, and for the fine that they challenge."""
    plaintiffs = tuple(case.things(Role.PLAINTIFF))
    if _is_challenged(case, kind):
        return plaintiffs
    failed = kind is PenaltyKind.OTHER and EventKind.DISMISSED in case.events
    return plaintiffs if plaintiffs and failed else tuple(case.things(Role.DEFENDANT))


def _is_challenged(case: Case, kind: PenaltyKind) -> bool:
    """ "Reis took the regulator's fine to court": the regulator, who defends it, does not bear it."""
    return kind is PenaltyKind.FINE and not case.events & CRIMINAL and case.challenges_act


def _imposed_on(scan: Scan, path: list[Token]) -> tuple[Thing, ...]:
    """ "a fine that the regulator imposed on Reis", "slapped on Reis": Reis."""
    clauses = [c for t in path for c in t.children if c.dep_ in {"acl", "relcl"} and c.lemma_ in words_for("imposing")]
    on = [f.thing for c in clauses for f in named_behind(scan, c, "on", "against")]
    return tuple(dict.fromkeys(t for t in on if t is not None and t.type in BEARABLE))


def _borne_by(scan: Scan, token: Token) -> list[Filler]:
    """Who bears what hangs on the token; who is paid or awarded something does not."""
    if token.pos_ != "VERB":
        return named_behind(scan, token, "on", "against")
    if token.lemma_ in BEARING:
        return doers(scan, token)
    return [] if token.lemma_ in {"award", "grant"} else undergoers(scan, token)
