"""Did it happen? What is denied, threatened, planned, asked for or imagined makes no case."""

from itertools import islice, takewhile

from spacy.tokens import Token

from extraction.cases.words import words_for
from extraction.grammar import MODALS_OF_DOUBT, is_conditional, is_negated
from extraction.sentences import sentence_of
from schema import EventKind

#: what is done once a court has said that it can or should be
DECIDED = frozenset({"extradite", "deport", "dissolve"})
RULINGS = frozenset({"decision", "ruling", "order", "verdict"})
DECIDING = frozenset({"decide", "rule", "order", "hold", "find"})
#: how far from a verdict the parliament may stand that reached it
REACH_OF_SENATE = 12
#: verbs in a row that share what stands before the first: "may sue, settle or appeal"
JOINED = 10
#: what courts set days for
AWAITED = frozenset({EventKind.ON_TRIAL, EventKind.SENTENCED})
NONE_AT_ALL = frozenset({"no", "nobody", "none", "neither", "any", "nothing", "never", "nor"})


def refusal_of(trigger: Token) -> str | None:
    """Why the trigger reports nothing that happened; None where it does."""
    if trigger.doc[sentence_of(trigger).end - 1].text == "?":
        return "a question"
    if (is_negated(trigger) or _is_denied(trigger)) and not _is_plea(trigger):
        return "negated"
    if _is_of_parliament(trigger):
        return "an impeachment"
    if is_conditional(trigger) or (_has_modal(trigger) and not _is_decided(trigger)):
        return "a modal or a condition"
    if _is_unreal_infinitive(trigger):
        return "an intention, a request or a threat"
    return None


def is_pending(trigger: Token, event: EventKind | None) -> bool:
    """ "will stand trial in May", "is due to be sentenced": whom a court awaits is before it already."""
    if event not in AWAITED or is_negated(trigger) or is_conditional(trigger):
        return False
    modals = {c.lower_ for c in trigger.lefts if c.dep_ == "aux"}
    if modals & MODALS_OF_DOUBT:
        return False
    verb, head = trigger, trigger.head
    scheduled = head.lemma_.lower() in {"schedule", "due", "set", "be"} and "to" in modals and head != verb
    return bool(modals & {"will", "'ll", "’ll"}) or scheduled


def _is_of_parliament(trigger: Token) -> bool:
    """ "was acquitted in the Senate", "the impeachment trial"."""
    if trigger.lemma_.lower() not in {"acquit", "convict", "try", "trial", "charge", "acquittal"}:
        return False
    doc = trigger.doc
    left = [doc[i] for i in range(trigger.i - 1, max(trigger.i - REACH_OF_SENATE, 0) - 1, -1)]
    before = takewhile(lambda t: not doc[t.i + 1].is_sent_start, left)
    behind = takewhile(lambda t: not t.is_sent_start, doc[trigger.i + 1 : trigger.i + REACH_OF_SENATE])
    return any(t.lemma_.lower() in {"impeach", "impeachment", "senate"} for t in (*before, *behind))


def _is_plea(trigger: Token) -> bool:
    """ "pleaded not guilty" is a plea, wherever the parser hangs the "not"."""
    return trigger.lemma_ == "plead" and not any(c.dep_ == "neg" for c in trigger.lefts)


def _is_denied(trigger: Token) -> bool:
    agents = [p for c in trigger.children if c.dep_ == "agent" for p in c.children]
    nouns = [*(c for c in trigger.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"}), *agents]
    return (
        any(a.lower_ in NONE_AT_ALL for a in agents)
        or any(
            c.lower_ in NONE_AT_ALL
            for c in trigger.children
            if c.dep_ in {"det", "neg", "advmod", "nsubj", "nsubjpass"}
        )
        or any(d.lower_ in {"no", "neither"} for n in nouns for d in n.children if d.dep_ in {"det", "neg"})
    )


def _has_modal(verb: Token) -> bool:
    """Also for "may sue or settle", whose second verb has no modal of its own."""
    for _ in range(JOINED):
        if any(c.dep_ == "aux" and c.lower_ in words_for("modals") and not _is_name(c) for c in verb.children):
            return True
        if verb.dep_ != "conj" or any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children):
            return False
        verb = verb.head
    return False


def _is_name(token: Token) -> bool:
    """ "Can Reis was sentenced": the tagger takes the given name for a modal."""
    return token.is_title and any(t.pos_ == "PROPN" for t in token.doc[token.i + 1 : token.i + 2])


def _is_decided(verb: Token) -> bool:
    """ "The court ruled that he can be extradited", "a ruling to dissolve the party"."""
    if verb.dep_ in {"acl", "relcl", "xcomp"} and verb.head.lemma_ in RULINGS and verb.lemma_ in DECIDED:
        return True
    return verb.dep_ == "ccomp" and verb.head.lemma_ in DECIDING and verb.lemma_ in DECIDED


def _is_unreal_infinitive(verb: Token) -> bool:
    if verb.lemma_ == "serve" and verb.dep_ == "advcl":
        return False
    if verb.lemma_ == "settle" and any(a.lemma_ in {"agree", "pay"} for a in islice(verb.ancestors, 2)):
        return False
    if _is_decided(verb) or (verb.dep_ == "ccomp" and verb.i < verb.head.i):
        return False  # also for "Reis sued Costa; she wants …", whose first half the parser hangs on the second
    for _ in range(JOINED):
        if verb.dep_ == "conj" and verb.head.pos_ == verb.pos_:
            verb = verb.head
    head = verb.head
    infinitive = any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)
    if infinitive:
        return head.lemma_.lower() not in words_for("real") or head == verb
    lemma = head.lemma_.lower()
    if verb.dep_ in {"ccomp", "xcomp", "pcomp"} and head.dep_ == "prep":
        lemma = head.head.lemma_.lower()
    if verb.dep_ in {"ccomp", "xcomp"}:
        return lemma in words_for("unreal")
    return verb.dep_ in {"pcomp", "acl"} and (lemma in words_for("unreal nouns") or lemma in words_for("unreal"))
