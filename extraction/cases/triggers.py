"""Finds the verbs and nouns of proceedings in a text, and makes a Frame of each."""

from collections.abc import Iterator

from spacy.tokens import Token

from extraction.cases.frames import Filler, Frame, Matter
from extraction.cases.lexicons import CaseNoun, CaseVerb, Needs, NounClass, Role, nouns, verbs
from extraction.cases.mood import refusal_of
from extraction.cases.offences import governed_matters, named_by_compound
from extraction.cases.roles import (
    NO_PARTY,
    doers,
    fillers,
    is_passive,
    named_behind,
    object_tokens,
    undergoers,
    words_of,
)
from extraction.cases.scan import Scan
from extraction.grammar import SUBJECTS, agent_of, subject_of
from schema import EventKind, NodeType, PenaltyKind

MATTER_PREPOSITIONS = {
    "charge": ("with", "over", "for", "under"),
    "convict": ("of", "for"),
    "acquit": ("of",),
    "clear": ("of",),
    "exonerate": ("of",),
    "accuse": ("of",),
    "find": ("of",),
    "plead": ("to",),
    "sue": ("for", "over", "of"),
}
DEFAULT_PREPOSITIONS = ("for", "over", "of", "on")
NOUN_PREPOSITIONS = ("of", "for", "over", "on", "alleging", "about", "in")
NEW = frozenset(
    "separate another second third new other previous earlier fresh similar unrelated different further".split()
)
REACH_OF_AGAINST = 25
SPEAKING = frozenset({"testify", "speak", "warn", "protest", "rule", "decide"})
#: how far behind "gave" the term may stand
REACH_OF_TERM = 12
PRISON = frozenset("prison jail imprisonment suspend suspended sentence bar custody term".split())
DISSOLVING = frozenset({"verb:dissolve", "noun:dissolution"})
HOLDING = frozenset("arrest jail detain hold imprison try sentence convict acquit indict extradite book remand".split())
APPEARING = frozenset("appear stand go face plead surrender".split())
NAMED_BY_COMPOUND = frozenset({NounClass.SUIT, NounClass.CASE, NounClass.PROSECUTION})
CHARGING = frozenset(
    {"verb:charge", "verb:convict", "verb:acquit", "verb:find-guilty", "verb:plead-guilty", "verb:indict"}
)
PUNISHING = frozenset(
    f"verb:{v}" for v in "sue countersue fine fin jail sentence imprison prosecute try punish arraign give hand".split()
)
REACH_OF_FOR = 20
MEASURES = frozenset(
    "month year day week prison jail imprisonment bar fine term sentence damage labour labor custody".split()
)
JAILING = frozenset({"jail", "imprison"})
VERSUS = frozenset({"v", "v.", "vs", "vs."})
FINING = frozenset({"fine", "fin"})
IMPOSING = frozenset({"impose", "slap", "levy", "issue", "hand"})
PAYING = frozenset({"pay", "repay", "compensate", "hand", "reimburse", "serve", "stand", "appear", "face"})
FLEEING = frozenset({"avoid", "escape", "evade", "flee"})
#: sums that a court orders somebody to pay
SUMS = frozenset({"fine", "damage", "damages", "compensation"})
RULING = frozenset(
    "ruling verdict decision judgment judgement order government authority regulator commission watchdog state one party panel court-martial".split()
)
COURTLY = frozenset("court judge jury magistrate tribunal prosecutor justice bench grand panel".split())


def find_frames(scan: Scan) -> Iterator[Frame]:
    """The frames of the text in its order, also those that are refused for their mood."""
    at = {m.words.start: m for m in scan.matters}
    taken: set[int] = set()
    frames = []
    for token in scan.doc:
        if (
            not scan.spoken(token.i)
            and token.pos_ in {"VERB", "AUX"}
            and token.dep_ not in {"amod", "compound"}
            and (found := _verb_frame(scan, token, at, taken))
        ):
            frames.append(found)
    for token in scan.doc:
        if not scan.spoken(token.i) and token.i not in taken and (found := _noun_frame(scan, token, at)):
            frames.append(found)
        elif token.lower_ in VERSUS and (found := _versus_frame(scan, token)):
            frames.append(found)
    for frame in frames:
        if any(m.known for m in frame.matters):
            frame.matters = [m for m in frame.matters if m.known]
    yield from sorted(frames, key=lambda f: f.trigger.i)


def _versus_frame(scan: Scan, token: Token) -> Frame | None:
    """ "Reis v. Costa", beside words of courts: clubs play each other, too."""
    at = scan.reading.party_at
    left, right = at.get(token.i - 1), at.get(token.i + 1)
    sentence = scan.sentences[scan.sentence_of[token.i]]
    if left is None or right is None or not any(t.lemma_.lower() in COURTLY | {"case", "suit"} for t in sentence):
        return None
    words = scan.doc[token.i : token.i + 1]
    frame = Frame(token, words, "versus", EventKind.FILED, Needs.NOTHING, scan.sentence_of[token.i])
    frame.roles[Role.PLAINTIFF] = [Filler(left, words_of(scan, token.i - 1))]
    frame.roles[Role.DEFENDANT] = [Filler(right, words_of(scan, token.i + 1))]
    return frame


def _verb_frame(scan: Scan, verb: Token, at: dict[int, Matter], taken: set[int]) -> Frame | None:
    for entry in verbs().get(verb.lemma_.lower(), ()):
        complement = _complement(scan, verb, entry.complement) if entry.complement else None
        if (entry.complement and complement is None) or (entry.particle and not _has_particle(verb, entry.particle)):
            continue
        case_nouns = _case_objects(verb, entry)
        if entry.objects and not case_nouns:
            continue
        if entry.subject is Role.COURT and not _may_judge(scan, verb, entry):
            continue
        frame = _new_frame(scan, verb, entry.rule, entry)
        _fill_from_verb(scan, frame, verb, entry, bool(case_nouns))
        _add_matters(frame, verb, at, MATTER_PREPOSITIONS.get(entry.verb, DEFAULT_PREPOSITIONS))
        if complement is not None:
            _add_matters(frame, complement, at, ("of", "to", "for", "over"))
            if (noun := nouns().get(complement.lemma_.lower())) is not None:
                _fill_from_noun(scan, frame, complement, noun, at)
                taken.add(complement.i)
        for token, noun in case_nouns:
            _fill_from_noun(scan, frame, token, noun, at)
            taken.add(token.i)
            if not frame.matters and noun.kind in NAMED_BY_COMPOUND:
                frame.matters += named_by_compound(token)
        if entry.verb in {"clear", "exonerate"} and not _has_what_it_needs(scan, frame, entry.needs):
            frame.needs = Needs.CASE
        if frame.needs is Needs.CASE and frame.roles[Role.COURT] and frame.things(Role.DEFENDANT):
            frame.needs = Needs.NOTHING
        if entry.verb in FINING:
            _turn_regulator(frame, doers(scan, verb))
        if _has_what_it_needs(scan, frame, frame.needs) and _is_done_to_somebody(frame, verb, entry):
            if entry.verb in JAILING and _is_on_charges(verb):
                frame.event, frame.penalty = EventKind.ARRESTED, None
            if EventKind.RULED is frame.event and _orders_fine(verb):
                frame.event = EventKind.FINED
            elif entry.verb == "order" and _orders_something_else(verb):
                frame.penalty = PenaltyKind.OTHER
            return frame
    return None


def _turn_regulator(frame: Frame, doers_: list[Filler]) -> None:
    """A fine by an authority is a case only where it is taken to court: then the authority defends it."""
    authority = [f for f in doers_ if f.thing is not None and f.thing.type is NodeType.ORGANIZATION]
    if authority:
        frame.roles[Role.PLAINTIFF], frame.roles[Role.DEFENDANT] = frame.roles[Role.DEFENDANT], authority
        frame.needs = Needs.CASE


def _is_done_to_somebody(frame: Frame, verb: Token, entry: CaseVerb) -> bool:
    """Not so "they tried", "the shop charged"."""
    if entry.object is not Role.DEFENDANT or entry.complement:
        return True
    return bool(frame.roles[Role.DEFENDANT]) or (entry.verb != "try" and is_passive(verb))


def _orders_something_else(verb: Token) -> bool:
    """ "ordered to apologise"; not "to pay", which a sum explains better."""
    return any(c.dep_ == "xcomp" and c.lemma_ not in PAYING for c in verb.children)


def _is_on_charges(verb: Token) -> bool:
    """ "jailed on treason charges" is held before trial."""
    below = (p for c in verb.children if c.dep_ == "prep" and c.lower_ == "on" for p in c.children)
    return any(p.lemma_ in {"charge", "allegation", "accusation", "suspicion"} for p in below)


def _orders_fine(verb: Token) -> bool:
    """ "ordered to pay 6,000 dollars in fines"."""
    return verb.lemma_ == "order" and any(t.lemma_ == "fine" and t.pos_ == "NOUN" for t in verb.subtree)


def _may_judge(scan: Scan, verb: Token, entry: CaseVerb) -> bool:
    """False where somebody who is no court does it: "the minister dismissed the claims"."""
    subject = agent_of(verb) if is_passive(verb) else subject_of(verb)
    if subject is None or is_passive(verb):
        return True
    strict = entry.needs is Needs.CASE
    party = scan.reading.party_at.get(subject.i)
    if party is not None and party.type is not NodeType.COURT:
        return id(party) in scan.judges or (not strict and (subject.pos_ == "PRON" or entry.verb in FINING))
    return party is not None or (subject.pos_ == "PRON" and not strict) or subject.lemma_.lower() in COURTLY | RULING


def _new_frame(scan: Scan, trigger: Token, rule: str, entry: CaseVerb | CaseNoun) -> Frame:
    return Frame(
        trigger=trigger,
        words=scan.doc[trigger.i : trigger.i + 1],
        rule=rule,
        event=entry.event,
        needs=entry.needs,
        sentence=scan.sentence_of[trigger.i],
        novel=_is_novel(trigger),
        penalty=entry.penalty,
        refusal=refusal_of(trigger),
    )


def _complement(scan: Scan, verb: Token, word: str) -> Token | None:
    for child in verb.children:
        for token in (child, *child.children):
            if token.dep_ in SUBJECTS:
                continue
            if token.lemma_.lower() == word and not any(c.dep_ == "neg" for c in (*token.children, *verb.children)):
                return token
            if word == "court" and child.lower_ in {"to", "before"} and _is_court(scan, token):
                return token
    return None


def _is_court(scan: Scan, token: Token) -> bool:
    party = scan.reading.party_at.get(token.i)
    return party is not None and party.type is NodeType.COURT


def _has_particle(verb: Token, particle: str) -> bool:
    return any(c.lower_ == particle and c.dep_ in {"prt", "advmod", "prep"} for c in verb.children)


def _case_objects(verb: Token, entry: CaseVerb) -> list[tuple[Token, CaseNoun]]:
    found = ((t, _noun_entry(t)) for t in object_tokens(verb))
    return [(t, n) for t, n in found if n is not None and n.kind in entry.objects]


def _noun_entry(token: Token) -> CaseNoun | None:
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    before = token.nbor(-1).lemma_.lower() + " " if token.i else ""
    return nouns().get(before + token.lemma_.lower()) or nouns().get(token.lemma_.lower())


def _fill_from_verb(scan: Scan, frame: Frame, verb: Token, entry: CaseVerb, has_noun: bool) -> None:
    if entry.subject is not Role.NONE:
        frame.roles[entry.subject] += [f for f in doers(scan, verb) if f.is_court or entry.subject is not Role.COURT]
    if entry.subject is Role.COURT and not frame.roles[Role.COURT]:
        frame.roles[Role.COURT] += _court_of_decision(scan, verb)
    if entry.object is not Role.NONE and not has_noun:
        frame.roles[entry.object] += undergoers(scan, verb)
    frame.roles[Role.DEFENDANT] += named_behind(scan, verb, "against")
    if entry.needs is Needs.MONEY:
        near = [t for t in verb.subtree if 0 <= t.i - verb.i < REACH_OF_TERM]
        frame.roles[Role.DEFENDANT] += [f for t in near for f in named_behind(scan, t, "from")]
    if entry.subject is Role.PLAINTIFF and (client := _client(scan, verb)):
        frame.roles[Role.PLAINTIFF] = client
    _move_courts(frame)


def _court_of_decision(scan: Scan, verb: Token) -> list[Filler]:
    """ "banned by a decision of the Supreme Court", "the High Court ruling ordered": the court."""
    decision = agent_of(verb) if is_passive(verb) else subject_of(verb)
    if decision is None or decision.lemma_ not in RULING:
        return []
    courts = (t for t in decision.subtree if _is_court(scan, t))
    return [Filler(scan.reading.party_at[t.i], words_of(scan, t.i)) for t in list(courts)[:1]]


def _client(scan: Scan, verb: Token) -> list[Filler]:
    """ "filed on behalf of X": X, not the lawyers."""
    for token in verb.subtree:
        if token.lower_ == "behalf" and abs(token.i - verb.i) < 15:
            owners = [c for c in token.children if c.dep_ == "poss"]
            return [f for o in owners for f in fillers(scan, o)] or named_behind(scan, token, "of")
    return []


def _move_courts(frame: Frame) -> None:
    """A court that does something in a proceeding hears it; it is no side in it."""
    for role in (Role.PLAINTIFF, Role.PARTY):
        courts = [f for f in frame.roles[role] if f.is_court]
        frame.roles[role] = [f for f in frame.roles[role] if not f.is_court]
        frame.roles[Role.COURT] += courts


def _fill_from_noun(scan: Scan, frame: Frame, token: Token, noun: CaseNoun, at: dict[int, Matter]) -> None:
    owners = [f for c in token.children if c.dep_ == "poss" for f in fillers(scan, c)]
    if noun.owner is Role.PLAINTIFF:
        owners += _namesakes(scan, token)
        owners += named_behind(scan, token, "by", "from")
    if noun.of is not Role.NONE:
        frame.roles[noun.of] += [f for f in named_behind(scan, token, "of") if f.thing is not None]
    if noun.owner is not Role.NONE:
        frame.roles[noun.owner] += owners
    frame.roles[Role.DEFENDANT] += _opponents(scan, token)
    frame.definite |= any(
        c.lower_ in {"the", "this", "that", "those", "these"} or c.dep_ == "poss" for c in token.children
    )
    frame.novel |= _is_novel(token)
    frame.kinds.add(noun.kind)
    for clause in (c for c in token.children if c.dep_ in {"acl", "relcl"}):
        frame.roles[Role.DEFENDANT] += named_behind(scan, clause, "against")
        if clause.lemma_ in {"accuse", "target", "name"} and not is_passive(clause):
            frame.roles[Role.DEFENDANT] += undergoers(scan, clause)
            _add_matters(frame, clause, at, ("of",))
        elif clause.lemma_ in IMPOSING and noun.noun in {"fine", "penalty"}:
            frame.roles[Role.DEFENDANT] += [f for f in doers(scan, clause) if not f.is_court]
        elif clause.lemma_ == "lead":
            frame.roles[noun.owner] += named_behind(scan, clause, "by")
        elif (
            clause.lemma_ in {"file", "bring", "lodge", "launch", "initiate", "submit", "register"}
            and frame.trigger != clause
        ):
            frame.roles[Role.PLAINTIFF] += doers(scan, clause)
        _add_matters(frame, clause, at, ("over", "for", "of"))
    for child in token.children:
        if child.dep_ in {"compound", "amod", "nmod"}:
            frame.matters += [at[t.i] for t in child.subtree if t.i in at and t.i < token.i]
    _add_matters(frame, token, at, NOUN_PREPOSITIONS)
    _move_courts(frame)
    frame.roles[Role.PLAINTIFF] = [f for f in frame.roles[Role.PLAINTIFF] if not _is_police(f)]


def _namesakes(scan: Scan, token: Token) -> list[Filler]:
    """ "a Reis lawsuit": Reis."""
    before = [c for c in token.children if c.dep_ in {"compound", "nmod"} and c.i in scan.reading.party_at]
    people = (c for c in before if scan.reading.party_at[c.i].type is NodeType.PERSON)
    return [Filler(scan.reading.party_at[c.i], words_of(scan, c.i)) for c in people]


def _is_police(filler: Filler) -> bool:
    return filler.thing is not None and "police" in filler.thing.name.lower().split()


def _opponents(scan: Scan, token: Token) -> list[Filler]:
    """ "the suit (that Reis filed on Monday) against Costa": Costa, wherever the parser hangs the preposition."""
    end = min(token.i + REACH_OF_AGAINST, scan.sentences[scan.sentence_of[token.i]].end)
    for other in scan.doc[token.i + 1 : end]:
        if other.lower_ == "against" and other.head.lemma_ not in SPEAKING:
            return [f for p in other.children if p.dep_ == "pobj" for f in fillers(scan, p)]
        if _noun_entry(other) is not None or other.text == ";":
            return []
    return []


def _add_matters(frame: Frame, head: Token, at: dict[int, Matter], prepositions: tuple[str, ...]) -> None:
    for child in (*head.children, *_behind_the_sum(head)):
        if child.dep_ in {"prep", "prt"} and child.lower_ in prepositions:
            for token in (t for t in child.children if t.dep_ in {"pobj", "pcomp"}):
                frame.matters += [m for m in governed_matters(token, at) if m.known or _may_coin(frame, child.lower_)]
        elif child.dep_ == "advcl" and child.lemma_ in {"accuse", "allege", "charge"}:
            frame.matters += [at[t.i] for t in child.subtree if t.i in at]


def _behind_the_sum(head: Token) -> list[Token]:
    """ "sentenced to six months in jail for contempt": the parser hangs "for" on the months."""
    if head.pos_ != "VERB":
        return []
    near = (t for t in head.subtree if head.i < t.i < head.i + REACH_OF_FOR and t.lower_ == "for" and t.dep_ == "prep")
    return [t for t in near if t.head != head and (t.head.lemma_.lower() in MEASURES or t.head.ent_type_ in NO_PARTY)]


def _may_coin(frame: Frame, preposition: str) -> bool:
    """Phrases outside the lexicon count where the preposition says little else than the matter."""
    if frame.rule in CHARGING:
        return preposition in {"with", "of", "to", "for"}
    if frame.rule == "verb:accuse":
        return preposition == "of" and is_passive(frame.trigger)
    return preposition == "over" or (preposition == "for" and frame.rule in PUNISHING)


def _noun_frame(scan: Scan, token: Token, at: dict[int, Matter]) -> Frame | None:
    noun = _noun_entry(token)
    if noun is None or token.dep_ == "compound" or token.i in scan.reading.party_at:
        return None
    frame = _new_frame(scan, token, noun.rule, noun)
    governing = token.head if token.head.pos_ in {"VERB", "AUX"} else None
    _fill_from_noun(scan, frame, token, noun, at)
    if (
        frame.refusal is None
        and governing is not None
        and token.dep_ in {"dobj", "nsubjpass", "pobj"}
        and not frame.definite
    ):
        why = refusal_of(governing)
        frame.refusal = None if why == "negated" else why
    frame.roles[Role.DEFENDANT] += _fugitives(scan, frame, token) or _charged(scan, frame, token)
    if not _has_what_it_needs(scan, frame, noun.needs):
        return None
    if not frame.matters and noun.kind in NAMED_BY_COMPOUND:
        frame.matters += named_by_compound(token)
    return frame


def _charged(scan: Scan, frame: Frame, token: Token) -> list[Filler]:
    """ "was arrested on charges of treason", "appeared in court on charges of treason"."""
    if token.lemma_ != "charge" or frame.roles[Role.DEFENDANT] or token.dep_ != "pobj":
        return []
    above = next((a for a in token.ancestors if a.pos_ == "VERB" or a.lemma_ in {"arrest", "trial"}), None)
    if above is None or refusal_of(above) is not None:
        return []
    if above.pos_ == "NOUN":
        return [f for c in above.children if c.dep_ == "poss" for f in fillers(scan, c)]
    if above.lemma_ in HOLDING:
        return undergoers(scan, above)
    return doers(scan, above) if above.lemma_ in APPEARING else []


def _fugitives(scan: Scan, frame: Frame, token: Token) -> list[Filler]:
    """ "X lives abroad to avoid prison in a libel case": X."""
    verb = next((a for a in token.ancestors if a.pos_ == "VERB"), None)
    if frame.roles[Role.DEFENDANT] or verb is None or verb.lemma_ not in FLEEING:
        return []
    return [f for f in doers(scan, verb) or doers(scan, verb.head) if f.thing is not None]


def _has_what_it_needs(scan: Scan, frame: Frame, needs: Needs) -> bool:
    opponents = bool(frame.things(Role.DEFENDANT) or frame.things(Role.PLAINTIFF))
    if needs is Needs.MATTER:
        return bool(frame.matters)
    if needs is Needs.COMPOUND:
        return any(m.words.end <= frame.trigger.i for m in frame.matters)
    if needs is Needs.SUPPORT:
        return opponents
    if needs is Needs.COURT:
        return bool(frame.matters or frame.roles[Role.COURT]) or _is_courtly(scan, frame) or _is_ban_of_party(frame)
    if needs is Needs.MONEY:
        below = {t.i for t in frame.trigger.subtree}
        return bool(frame.things(Role.DEFENDANT)) and any(m.start in below for m in scan.money[frame.sentence])
    if needs is Needs.TERM:
        return _is_prison_term(scan, frame)
    return True


def _is_ban_of_party(frame: Frame) -> bool:
    """ "The Farmers Party was dissolved": by a court, also where the sentence leaves it out."""
    things = [f.thing for f in frame.roles[Role.DEFENDANT] if f.thing is not None]
    return frame.rule in DISSOLVING and any(t.name.endswith("Party") for t in things)


def _is_prison_term(scan: Scan, frame: Frame) -> bool:
    """ "gave him six months in jail": a term below the verb, in words of prison or by a court."""
    below = {t.i for t in frame.trigger.subtree}
    terms = [
        t for t in scan.terms[frame.sentence] if t.start in below and 0 < t.start - frame.trigger.i < REACH_OF_TERM
    ]
    if not terms:
        return False
    around = scan.doc[frame.trigger.i : min(terms[0].end + 8, scan.sentences[frame.sentence].end)]
    return bool(frame.roles[Role.COURT]) or any(t.lemma_.lower() in PRISON for t in around)


def _is_courtly(scan: Scan, frame: Frame) -> bool:
    sentence = scan.sentences[frame.sentence]
    return any(
        t.lemma_.lower() in COURTLY | SUMS or _is_court(scan, t) for t in sentence if abs(t.i - frame.trigger.i) < 25
    )


def _is_novel(token: Token) -> bool:
    opening = token.doc[token.sent.start : token.sent.start + 6]
    if any(
        t.lower_ in NEW and t.i + 1 < len(token.doc) and t.nbor(1).lemma_ in {"case", "suit", "trial"} for t in opening
    ):
        return True
    return any(c.lower_ in NEW for c in token.children if c.dep_ in {"amod", "det"}) or any(
        c.lower_ == "separately" for c in token.children
    )
