"""What the words around a name say that it names: nouns and verbs by the kind of party that they go with."""

from spacy.tokens import Token

from extraction.names.words import organization_heads, place_words, titles

SPEECH = frozenset(
    {"say", "tell", "write", "add", "claim", "deny", "argue", "note", "warn", "ask", "insist", "explain", "admit"}
    | {
        "believe",
        "think",
        "want",
        "tweet",
        "post",
        "reply",
        "recall",
        "complain",
        "allege",
        "describe",
        "call",
        "accuse",
    }
)

HUMAN_VERBS = frozenset(
    {
        "die",
        "marry",
        "wear",
        "weep",
        "smile",
        "walk",
        "sit",
        "stand",
        "leave",
        "live",
        "bear",
        "grow",
        "study",
        "resign",
    }
    | {
        "testify",
        "plead",
        "confess",
        "arrive",
        "flee",
        "kill",
        "appear",
        "shake",
        "arrest",
        "jail",
        "sentence",
        "convict",
    }
    | {"acquit", "represent", "marry", "meet", "serve", "retire", "drive", "kiss", "feel", "know"}
)
#: what companies and bodies do, and people hardly
BODY_VERBS = frozenset(
    {"employ", "acquire", "merge", "publish", "broadcast", "manufacture", "produce", "operate", "import", "export"}
    | {"supply", "recruit", "air", "rebrand", "list", "float", "trade", "shut", "close"}
)
PLATFORM_WORDS = frozenset(
    {"platform", "app", "site", "website", "network", "messenger", "messaging", "forum", "webhost", "host"}
)

ORGANIZATION_WORDS = frozenset(
    {"firm", "company", "newspaper", "outlet", "group", "party", "agency", "startup", "lender", "retailer", "maker"}
    | {"publisher", "band", "team", "club", "charity", "union", "university", "broadcaster", "station", "magazine"}
    | {
        "regulator",
        "watchdog",
        "insurer",
        "supplier",
        "contractor",
        "chain",
        "subsidiary",
        "affiliate",
        "giant",
        "blog",
        "portal",
    }
)

SITES = frozenset(
    {"post", "account", "user", "page", "profile", "message", "video", "handle", "thread", "channel", "group"}
)


def noun_class(token: Token) -> str | None:
    """What a common noun says that it names."""
    if token.text[0].isupper() and not token.is_sent_start:
        return None
    lemma = token.lemma_.lower()
    if (entry := titles().get(lemma) or titles().get(token.lower_)) and not token.text[0].isupper():
        if entry.kind == "kin":
            return "kin"
        return "person-or-organization" if lemma in ORGANIZATION_WORDS else "person"
    if lemma in PLATFORM_WORDS:
        return "platform"
    if lemma in place_words():
        return "place"
    if lemma in ORGANIZATION_WORDS or ((head := organization_heads().get(lemma)) and head.place != "suffix"):
        return "organization"
    return None
