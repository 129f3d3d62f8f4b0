"""Did it happen? What is denied, threatened, planned, asked for or imagined makes no case."""

from spacy.tokens import Token

from extraction.grammar import is_conditional, is_negated

MODALS = frozenset("may might could would should can will shall must 'll 'd wo ca".split())
#: verbs whose complement has not happened: "threatened to sue", "urged the court to dismiss"
UNREAL = frozenset(
    """
    threaten vow plan want intend promise urge call ask consider prepare refuse decline fail hope try attempt warn expect
    wish decide demand request recommend mull weigh seek pledge propose encourage advise allow enable let avoid prevent
    stop agree offer swear need like tend want aim look advocate contemplate suggest instruct remind
    """.split()
)
UNREAL_NOUNS = frozenset(
    "threat plan bid effort attempt call demand right decision intention power request chance risk".split()
)
UNREAL_ADJECTIVES = frozenset("likely due set able ready unable possible liable expected free willing".split())
DECIDING = frozenset({"decide", "rule", "order", "hold", "find"})
#: an infinitive behind these did happen: "went on to sue", "moved to file"
REAL = frozenset(
    {
        "go",
        "proceed",
        "continue",
        "begin",
        "start",
        "help",
        "manage",
        "be",
        "see",
        "prompt",
        "cause",
        "lead",
        "force",
        "compel",
        "drive",
        "push",
    }
)
NONE_AT_ALL = frozenset({"no", "nobody", "none", "neither", "any", "nothing", "never", "nor"})


def is_real(trigger: Token) -> bool:
    """True where the sentence reports what the trigger says as having happened or being under way."""
    return refusal_of(trigger) is None


def refusal_of(trigger: Token) -> str | None:
    """Why the trigger reports nothing that happened; None where it does."""
    if trigger.doc[trigger.sent.end - 1].text == "?":
        return "a question"
    if is_negated(trigger) or _is_denied(trigger):
        return "negated"
    if is_conditional(trigger) or (_has_modal(trigger) and not _is_decided(trigger)):
        return "a modal or a condition"
    if _is_unreal_infinitive(trigger):
        return "an intention, a request or a threat"
    return None


def _is_denied(trigger: Token) -> bool:
    nouns = [c for c in trigger.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"}]
    return any(
        c.lower_ in NONE_AT_ALL for c in trigger.children if c.dep_ in {"det", "neg", "advmod", "nsubj", "nsubjpass"}
    ) or any(d.lower_ in {"no", "neither"} for n in nouns for d in n.children if d.dep_ in {"det", "neg"})


def _has_modal(verb: Token) -> bool:
    """Also for "may sue or settle", whose second verb has no modal of its own."""
    while True:
        if any(c.dep_ == "aux" and c.lower_ in MODALS for c in verb.children):
            return True
        if verb.dep_ != "conj" or any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children):
            return False
        verb = verb.head


def _is_decided(verb: Token) -> bool:
    """ "The court ruled that he can be extradited"."""
    return verb.dep_ == "ccomp" and verb.head.lemma_ in DECIDING


def _is_unreal_infinitive(verb: Token) -> bool:
    if verb.lemma_ == "serve" and verb.dep_ == "advcl":
        return False
    if verb.lemma_ == "settle" and any(a.lemma_ in {"agree", "pay"} for a in list(verb.ancestors)[:2]):
        return False
    while verb.dep_ == "conj" and verb.head.pos_ == verb.pos_:
        verb = verb.head
    head = verb.head
    infinitive = any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)
    if infinitive:
        return head.lemma_.lower() not in REAL or head == verb
    lemma = head.lemma_.lower()
    if verb.dep_ in {"ccomp", "xcomp", "pcomp"} and head.dep_ == "prep":
        lemma = head.head.lemma_.lower()
    if verb.dep_ in {"ccomp", "xcomp"}:
        return lemma in UNREAL
    return verb.dep_ in {"pcomp", "acl"} and (lemma in UNREAL_NOUNS or lemma in UNREAL)
