"""What can be said: node types, predicates with domain and range, and the closed lists of kinds."""

from enum import StrEnum


class NodeType(StrEnum):
    """The types of nodes of an extraction document; each is the one label of its nodes in the graph."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    COURT = "Court"
    PLATFORM = "Platform"
    PLACE = "Place"
    CASE = "Case"
    OFFENCE = "Offence"
    PENALTY = "Penalty"
    EVENT = "Event"
    CLAIM = "Claim"
    ARTICLE = "Article"


PARTY = frozenset({NodeType.PERSON, NodeType.ORGANIZATION, NodeType.COURT, NodeType.PLATFORM, NodeType.PLACE})


class Predicate(StrEnum):
    """The links between nodes; each is the relationship type of its links in the graph."""

    PLAINTIFF_IN = "PLAINTIFF_IN"
    DEFENDANT_IN = "DEFENDANT_IN"
    COUNSEL_IN = "COUNSEL_IN"
    JUDGE_IN = "JUDGE_IN"
    HEARD_BY = "HEARD_BY"
    CONCERNS = "CONCERNS"
    ON_PLATFORM = "ON_PLATFORM"
    HAS_PENALTY = "HAS_PENALTY"
    IMPOSED_ON = "IMPOSED_ON"
    HAS_EVENT = "HAS_EVENT"
    MADE = "MADE"
    ABOUT = "ABOUT"
    HOLDS_POSITION = "HOLDS_POSITION"
    MENTIONS = "MENTIONS"


_CASE = frozenset({NodeType.CASE})

#: predicate -> (domain, range): the one table of which links may join which types.
DOMAIN_AND_RANGE: dict[Predicate, tuple[frozenset[NodeType], frozenset[NodeType]]] = {
    Predicate.PLAINTIFF_IN: (PARTY, _CASE),
    Predicate.DEFENDANT_IN: (PARTY, _CASE),
    Predicate.COUNSEL_IN: (frozenset({NodeType.PERSON, NodeType.ORGANIZATION}), _CASE),
    Predicate.JUDGE_IN: (frozenset({NodeType.PERSON}), _CASE),
    Predicate.HEARD_BY: (_CASE, frozenset({NodeType.COURT})),
    Predicate.CONCERNS: (_CASE, frozenset({NodeType.OFFENCE})),
    Predicate.ON_PLATFORM: (_CASE, frozenset({NodeType.PLATFORM})),
    Predicate.HAS_PENALTY: (_CASE, frozenset({NodeType.PENALTY})),
    Predicate.IMPOSED_ON: (frozenset({NodeType.PENALTY}), PARTY),
    Predicate.HAS_EVENT: (_CASE, frozenset({NodeType.EVENT})),
    Predicate.MADE: (PARTY, frozenset({NodeType.CLAIM})),
    Predicate.ABOUT: (frozenset({NodeType.CLAIM}), PARTY | _CASE),
    Predicate.HOLDS_POSITION: (
        frozenset({NodeType.PERSON}),
        frozenset({NodeType.ORGANIZATION, NodeType.COURT, NodeType.PLACE}),
    ),
    Predicate.MENTIONS: (frozenset({NodeType.ARTICLE}), PARTY),
}


class OrganizationKind(StrEnum):
    PARTY = "party"
    GOVERNMENT = "government"
    COMPANY = "company"
    MEDIA = "media"
    NGO = "ngo"
    OTHER = "other"


class PenaltyKind(StrEnum):
    FINE = "fine"
    DAMAGES = "damages"
    PRISON = "prison"
    SUSPENDED_PRISON = "suspended prison"
    BAN = "ban"
    OTHER = "other"


class PenaltyStatus(StrEnum):
    SOUGHT = "sought"
    IMPOSED = "imposed"


class EventKind(StrEnum):
    FILED = "filed"
    CHARGED = "charged"
    ARRESTED = "arrested"
    ON_TRIAL = "on trial"
    CONVICTED = "convicted"
    ACQUITTED = "acquitted"
    SENTENCED = "sentenced"
    FINED = "fined"
    DISMISSED = "dismissed"
    SETTLED = "settled"
    APPEALED = "appealed"
    UPHELD = "upheld"
    OVERTURNED = "overturned"
    WITHDRAWN = "withdrawn"
    RULED = "ruled"


class CaseStatus(StrEnum):
    """Where a case stands, derived from its events."""

    OPEN = "open"
    CONVICTED = "convicted"
    ACQUITTED = "acquitted"
    DECIDED = "decided"
    DISMISSED = "dismissed"
    SETTLED = "settled"
    WITHDRAWN = "withdrawn"
    UNDER_APPEAL = "under appeal"
    OVERTURNED = "overturned"
    UNKNOWN = "unknown"


class Stance(StrEnum):
    ASSERTS = "asserts"
    DENIES = "denies"
