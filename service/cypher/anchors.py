"""Which end of a link has few of its kind, so that statements start there and never walk a hub."""

from schema import Predicate

#: links whose object has few of them (a case, a claim) while the subject may be a hub; else it is the subject
ANCHORED_AT_OBJECT = frozenset(
    {Predicate.PLAINTIFF_IN, Predicate.DEFENDANT_IN, Predicate.COUNSEL_IN, Predicate.JUDGE_IN, Predicate.MADE}
)
