"""Positions that a verb tells: "X chairs Y", "Y, founded by X", "X belongs to Y"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from extraction.grammar import agent_of, conjuncts, is_passive, objects_of, prepositional_objects, subject_of
from extraction.positions.finding import Finding
from extraction.positions.phrases import Held
from extraction.positions.predicates import is_unreal
from extraction.reading import Mention, MentionKind, Reading, Thing
from schema import NodeType, OrganizationKind

#: verb -> title of who does it to an organization
VERBS = {
    "head": "head",
    "lead": "leader",
    "chair": "chair",
    "found": "founder",
    "own": "owner",
    "co-found": "co-founder",
    "cofound": "co-founder",
    "edit": "editor",
    "manage": "manager",
    "direct": "director",
    "captain": "captain",
    "coach": "coach",
}
#: verb -> its prepositions and the title of who does it
JOINED = {
    "belong": (("to",), "member"),
    "sit": (("on", "for"), "member"),
    "report": (("for",), "reporter"),
    "write": (("for",), "writer"),
    "play": (("for", "with"), "player"),
    "work": (("for", "at", "in", "with"), "member"),
    "cover": (("for",), "member"),
    "represent": (("for",), "member"),
    "serve": (("on", "in", "with"), "member"),
}
#: verbs of those who are or were members, where the object is a party
ENTERING = frozenset({"join", "quit", "leave"})
WORKING = frozenset({"work"})
#: how far up from "party who chairs …" the person may stand
HIGHEST = 4
KNOWN = VERBS.keys() | JOINED.keys() | ENTERING


def verb_findings(doc: Doc, reading: Reading) -> Iterator[Finding]:
    """The positions that the verbs of the text tell of named people."""
    for token in doc:
        if token.pos_ == "VERB" and token.lemma_.lower() in KNOWN and not is_unreal(token):
            yield from _of_verb(doc, reading, token)


def _of_verb(doc: Doc, reading: Reading, verb: Token) -> Iterator[Finding]:
    if is_passive(verb):
        rule, held, people = "verb-passive", _passive(verb, reading), _agents(verb, reading)
    else:
        rule = "works" if verb.lemma_.lower() in WORKING else "verb"
        held, people = _held(verb, reading), _doers(verb, reading)
    if held is not None:
        title, holder = held
        for i, thing in people:
            mention = Mention(i, i + 1, MentionKind.NAME)
            yield Finding(thing, mention, doc[verb.i : verb.i + 1], title, holder, rule)


def _title(verb: Token) -> str | None:
    """ "co-founded" may be three tokens."""
    title = VERBS.get(verb.lemma_.lower())
    is_joint = verb.i > 1 and verb.nbor(-1).text == "-" and verb.nbor(-2).lower_ == "co"
    return f"co-{title}" if title and is_joint else title


def _held(verb: Token, reading: Reading) -> tuple[str, Held] | None:
    if title := _title(verb):
        objects = objects_of(verb)
    elif verb.lemma_.lower() in JOINED:
        prepositions, title = JOINED[verb.lemma_.lower()]
        objects = prepositional_objects(verb, *prepositions)
    else:
        objects, title = objects_of(verb), "member"
    bodies = ((o.i, t) for o in objects if (t := _body(o, reading)))
    found = next((b for b in bodies if title != "member" or verb.lemma_.lower() in JOINED or _is_party(b[1])), None)
    return (title, found) if found is not None else None


def _passive(verb: Token, reading: Reading) -> tuple[str, Held] | None:
    """ "Y, founded by …", "Y was founded by …"."""
    title, subject = _title(verb), subject_of(verb)
    body = _body(subject, reading) if subject is not None else None
    return (title, (subject.i, body)) if title and subject is not None and body is not None else None


def _body(token: Token, reading: Reading) -> Thing | None:
    thing = reading.party_at.get(token.i)
    return thing if thing is not None and thing.type is NodeType.ORGANIZATION else None


def _is_party(body: Thing) -> bool:
    return body.properties.get("kind") is OrganizationKind.PARTY


def _agents(verb: Token, reading: Reading) -> list[Held]:
    agent = agent_of(verb)
    return [p for a in (agent, *conjuncts(agent)) if (p := _person(a, reading))] if agent is not None else []


def _doers(verb: Token, reading: Reading) -> list[Held]:
    """The subject, or the person whom it describes: "Ana Roy, a lawyer for the party who …"."""
    token, steps = subject_of(verb), 0
    is_relative = verb.dep_ == "relcl"
    while token is not None and steps < HIGHEST:
        if found := _person(token, reading):
            return [found]
        if not (token.dep_ == "appos" or (is_relative and token.dep_ in {"pobj", "prep"})):
            break
        token, steps = token.head, steps + 1
    return _beside(verb, reading) if subject_of(verb) is None else []


def _beside(verb: Token, reading: Reading) -> list[Held]:
    """Who stands right in front, where the parse has no subject: "Roy co-founded"."""
    i = verb.i - 1
    while i > 0 and (verb.doc[i].lower_ in {"co", "-", "also", "has", "had", "who"}):
        i -= 1
    found = _person(verb.doc[i], reading) if i >= 0 else None
    return [found] if found is not None else []


def _person(token: Token, reading: Reading) -> Held | None:
    """The person there, also in "the billionaire | Ana Roy"."""
    for one in (token, *(c for c in token.children if c.dep_ == "appos")):
        thing = reading.party_at.get(one.i)
        if thing is not None and thing.type is NodeType.PERSON:
            return one.i, thing
    return None
