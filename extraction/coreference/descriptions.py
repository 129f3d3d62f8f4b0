"""Whom "the Cambodian prime minister", "the company" and "the lender" stand for: whom the article calls so."""

import math

from spacy.tokens import Doc, Token

from extraction.coreference.deeds import deed_of_noun
from extraction.coreference.roles import PAST, is_title_noun, same_title
from extraction.coreference.salience import Salience
from extraction.coreference.sorts import is_description, is_generic, kind_of, kinds_of, sorts_of
from extraction.coreference.strangers import SAYING_WHAT, Strangers
from extraction.grammar import SUBJECTS
from extraction.names.words import nationalities, titles
from extraction.reading import Reading, Thing
from schema import NodeType

#: words between article and noun that leave open which one is meant, unless the article uses them of the party
CONTRASTING = frozenset(
    {"other", "another", "rival", "opposition", "second", "same", "new", "first", "third", "lower", "next", "last"}
    | {"local", "current", "previous", "only", "two", "three", "late"}
)
#: words inside a description that tell nobody apart
UNTELLING = frozenset(
    {"former", "ex", "-", "then", "outspoken", "embattled", "exiled", "accused", "jailed", "veteran", "year", "old"}
    | {"retired", "troubled", "disgraced", "beleaguered", "giant"}
)
#: a description with no role in the text stands for a party named at most so many sentences ago
REACH = 6
#: one that is called by another noun of the sort, at most so many
NEAR = 3
#: what bare "police" is where it acts: no modifier of another noun
BARE_ROLES = SUBJECTS | {"pobj", "agent", "dobj"}
#: nouns that may stand for an organization of which nothing tells what it is
OF_UNKNOWN = frozenset({"company", "ngo"})
#: how well it suits one beside those that are known to be such
UNKNOWN = 0.6
#: what being named twice as often adds to a party's weight
OFTEN = 0.12


#: whose "chair" is none to sit at
OURS = frozenset({"my", "our", "your"})
#: what goes on with the noun: "the president of Y", "the man behind Y"
RESTRICTING = frozenset({"of", "for", "who", "which", "whose", "that", "behind", "with"})


UNDERGOING = frozenset({"dobj", "dative"})
#: how clauses hang on one another of which only the first has a subject
SUBJECTLESS = frozenset({"conj", "xcomp", "ccomp", "advcl", "pcomp", "prep"})
#: how many such clauses are climbed
CLAUSES = 5


class DescriptionReader:
    """Finds the antecedents of one article's descriptions."""

    def __init__(self, doc: Doc, reading: Reading, roles: dict[int, set[str]]) -> None:
        self.doc, self.reading = doc, reading
        self.strangers = Strangers(reading)
        self.by_role: dict[str, dict[int, Thing]] = {}
        self.sorts: dict[int, frozenset[str]] = {}
        self.named = {id(thing): len(thing.mentions) for thing in reading.parties}
        for thing in reading.parties:
            own = roles.get(id(thing), set())
            if thing.type is not NodeType.PERSON:
                self.sorts[id(thing)] = frozenset(sort for role in own for sort in sorts_of(role))
            for role in own:
                self.by_role.setdefault(role, {})[id(thing)] = thing

    def bare_police(self, token: Token) -> Thing | None:
        """ "police said": the one force that the text names."""
        is_bare = not any(c.dep_ in {"compound", "amod", "nmod", "poss"} for c in token.lefts)
        bearers = list(self.by_role.get("police", {}).values())
        return bearers[0] if is_bare and token.dep_ in BARE_ROLES and len(bearers) == 1 else None

    def start_of(self, noun: Token) -> int:
        """Where "the (Cambodian) (prime) minister" begins; -1 where the noun is no such phrase or has a complement."""
        doc = self.doc
        if not (is_description(noun.lower_) or is_title_noun(noun.lower_) or deed_of_noun(noun.lower_)):
            return -1
        if noun.dep_ in {"attr", "oprd"} or (noun.dep_ == "pobj" and noun.head.lower_ == "as"):
            return -1
        following = doc[noun.i + 1] if noun.i + 1 < len(doc) else None
        if following is not None and not noun.is_sent_end and self._goes_on(following):
            return -1
        i = noun.i
        while i > 0 and noun.i - i < 5 and doc[i - 1].tag_ in {"NN", "JJ", "NNP", "CD", "HYPH"}:
            if doc[i - 1].is_sent_end:
                break
            i -= 1
            if self.reading.party_at.get(i):
                return -1
        if i == 0 or doc[i - 1].lower_ not in {"the", "this"}:
            return noun.i if noun.i == i and self._is_owned(noun) else -1
        return i - 1

    def _is_owned(self, noun: Token) -> bool:
        """ "his | lawyer", "Vela's | lawyer": the words in front stand for somebody else."""
        if noun.i == 0 or not is_title_noun(noun.lower_) or self.doc[noun.i - 1].tag_ not in {"PRP$", "POS"}:
            return False
        return self.doc[noun.i - 1].lower_ not in OURS or titles()[noun.lower_].name == "bar"

    def _goes_on(self, following: Token) -> bool:
        """ "the president of Y", "the company car", "the minister who …" are about something else."""
        if self.reading.party_at.get(following.i) is not None or following.tag_ in {"NN", "NNS", "NNP", "NNPS"}:
            return True
        if following.dep_ == "prep" and following.i + 1 < len(self.doc):
            seat = self.reading.party_at.get(following.i + 1)
            if seat is not None and seat.type is NodeType.PLACE:
                return True
        is_told_apart = following.tag_ in {"VBN", "VBG"} and following.dep_ == "acl"
        return is_told_apart or following.lower_ in RESTRICTING or following.text == "-"

    def antecedent(self, start: int, noun: Token, salience: Salience) -> Thing | None:
        """The party that the description of the tokens from `start` to the noun is of."""
        if (named := self._named_behind(noun)) is not None:
            return named if named.type is NodeType.PERSON and is_title_noun(noun.lower_) else None
        if start == noun.i:
            bearers = self.by_role.get(same_title(noun.lower_), {})
            return next(iter(bearers.values())) if len(bearers) == 1 else None
        found = self._described(start, noun, salience)
        if found is None and self.doc[start].lower_ == "the" and noun.dep_ not in SAYING_WHAT:
            self.strangers.note(noun.lower_, salience)
        return found

    def _named_behind(self, noun: Token) -> Thing | None:
        """Who is named in apposition: "the puppeteer, X, said"."""
        at = noun.i + 2
        if at >= len(self.doc) or self.doc[noun.i + 1].text != ",":
            return None
        at += self.reading.party_at.get(at) is None and self.doc[at].tag_ == "NNP"  # "Dr."
        thing = self.reading.party_at.get(at)
        if thing is None or thing.type is NodeType.PLACE or self.doc[at].pos_ != "PROPN":
            return None
        head = self.doc[at]
        while head.dep_ == "compound" and self.reading.party_at.get(head.head.i) is thing:
            head = head.head
        return thing if head.dep_ == "appos" and head.head.i == noun.i else None

    def _described(self, start: int, noun: Token, salience: Salience) -> Thing | None:
        doer = self._doer(noun)
        inside = [t.lower_ for t in self.doc[start + 1 : noun.i + 1]]
        words = [w for w in inside if w not in nationalities() and w not in UNTELLING and not w.isdigit()]
        phrase = " ".join(words)
        bearers = {k: t for k, t in self._bearers(phrase, bool(PAST & set(inside))).items() if t is not doer}
        if not bearers and CONTRASTING & set(inside):
            return None
        if not is_description(phrase):
            return self._nearest(bearers, noun.lower_, salience)
        if not bearers and not is_generic(phrase):
            bearers = {
                id(t): t
                for t in self._near(salience, doer)
                if self.sorts[id(t)] & sorts_of(phrase) and salience.age(t) <= NEAR
            }
        return self._nearest(bearers, noun.lower_, salience) or self._of_kind(phrase, salience, doer)

    def _doer(self, noun: Token) -> Thing | None:
        """Who does to it what the clause says, and so is another: "Alfa quashed Beta by having the party dissolved"."""
        verb = noun.head
        is_object = noun.dep_ in UNDERGOING or (noun.dep_ == "nsubj" and verb.tag_ == "VBN" and verb.dep_ == "ccomp")
        for _ in range(CLAUSES if is_object else 0):
            subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i != noun.i), None)
            if subject is not None:
                return self.reading.party_at.get(subject.i)
            if verb.dep_ not in SUBJECTLESS:
                return None
            verb = verb.head
        return None

    def _bearers(self, phrase: str, past: bool) -> dict[int, Thing]:
        """Who is called so; one who was so once only if nobody is, or the description says "former"."""
        title = same_title(phrase)
        keys = ("former " + title, title) if past else (title, "former " + title)
        found = next((self.by_role[key] for key in keys if key in self.by_role), {})
        deed = deed_of_noun(phrase)
        return found or (self.by_role.get(deed, {}) if deed is not None else {})

    def _nearest(self, bearers: dict[int, Thing], noun: str, salience: Salience) -> Thing | None:
        """The most salient one, if nobody unnamed has been called so since."""
        known = [bearers[key] for key in salience.weight if key in bearers]
        best = max(known, key=lambda t: self._weight(t, salience)) if known else None
        if best is None and len(bearers) == 1 and _stays_known(noun):
            best = next(iter(bearers.values()))
        return None if best is None or self.strangers.came_after(noun, best, salience) else best

    def _weight(self, thing: Thing, salience: Salience) -> float:
        """A description is rather of one whom the whole text is about than of one who comes up once."""
        return salience.weight[id(thing)] * (1.0 + OFTEN * math.log2(self.named[id(thing)]))

    def _near(self, salience: Salience, doer: Thing | None) -> list[Thing]:
        return [t for t in salience.ranked() if id(t) in self.sorts and salience.age(t) <= REACH and t is not doer]

    def _of_kind(self, noun: str, salience: Salience, doer: Thing | None) -> Thing | None:
        """Any party of the noun's kinds that was spoken of lately; for a noun that tells more, only a prominent one."""
        near = self._near(salience, doer)
        suiting = {id(t): self._suits(t, noun) * self._weight(t, salience) for t in near}
        suiting = {k: w for k, w in suiting.items() if w > 0.0}
        if not is_generic(noun) and (len(suiting) > 1 or id(near[0]) not in suiting if near else True):
            return None
        best = max(near, key=lambda t: suiting.get(id(t), 0.0), default=None)
        if best is None or id(best) not in suiting or self.strangers.came_after(noun, best, salience):
            return None
        return best

    def _suits(self, thing: Thing, noun: str) -> float:
        """How well the noun suits an institution that the article doesn't call so."""
        kind, sorts = kind_of(thing), self.sorts[id(thing)]
        if thing.type is NodeType.COURT and not is_generic(noun):
            return 0.0  # "the appeals court" is not the one of the trial
        if kind == "":
            return UNKNOWN if is_generic(noun) and kinds_of(noun) & OF_UNKNOWN and not sorts else 0.0
        told_apart = bool(sorts) and not is_generic(noun) and not sorts & sorts_of(noun)
        return 1.0 if kind in kinds_of(noun) and not told_apart else 0.0


def _stays_known(noun: str) -> bool:
    """Whether there is but one for a whole article, however long ago he was named: "the mayor", not "the blogger"."""
    title = titles().get(noun)
    return is_description(noun) or (title is not None and title.kind in {"rank", "office"})
