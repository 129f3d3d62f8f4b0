"""Every statement that writes the graph, or reads it in order to write. Values are parameters, labels from the enums.

Where a relationship leads to one label only, the label is left out: both stores are faster without.
In a MERGE of a relationship the node with few relationships stands on the left: the embedded graph walks that one's.
"""

from schema import NodeType, Predicate

CANONICAL = tuple(t for t in NodeType if t is not NodeType.ARTICLE)

#: Neo4j locks the node until the transaction ends, so that writers who resolve names and cases take turns.
TAKE_TURN = "MERGE (m:Meta {id: 'turn'}) SET m.number = coalesce(m.number, 0) + 1"

FINGERPRINTS = "UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN id, a.fingerprint AS fingerprint"

# The evidence layer

WRITE_ARTICLES = "UNWIND $rows AS row MERGE (a:Article {id: row.properties.id}) SET a = row.properties"
WRITE_MENTIONS = """
UNWIND $rows AS row
MATCH (a:Article {id: row.properties.id})
UNWIND row.mentions AS mention
CREATE (m:Mention) SET m = mention
CREATE (a)-[:HAS_MENTION]->(m)
"""
WRITE_STATEMENTS = """
UNWIND $rows AS row
MATCH (a:Article {id: row.properties.id})
UNWIND row.statements AS statement
MATCH (subject:Mention {id: statement.subject})
MATCH (object:Mention {id: statement.object})
CREATE (s:Statement) SET s = statement.properties
CREATE (a)-[:STATES]->(s)
CREATE (s)-[:SUBJECT]->(subject)
CREATE (s)-[:OBJECT]->(object)
"""
READ_ARTICLES = "UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN id, a.published_on AS published_on"
READ_MENTIONS = """
UNWIND $ids AS id
MATCH (:Article {id: id})-[:HAS_MENTION]->(m)
OPTIONAL MATCH (m)-[link:REFERS_TO]->(n)
RETURN id AS article, properties(m) AS mention, n.id AS target, link.how AS how, link.facts AS facts
"""
READ_STATEMENTS = """
UNWIND $ids AS id
MATCH (:Article {id: id})-[:STATES]->(s)-[:SUBJECT]->(subject), (s)-[:OBJECT]->(object)
RETURN id AS article, s.predicate AS predicate, subject.id AS subject, object.id AS object,
       s.confidence AS confidence, s.stance AS stance, s.cue AS cue, s.title AS title
"""
DELETE_STATEMENTS = "UNWIND $ids AS id MATCH (:Article {id: id})-[:STATES]->(s:Statement) DETACH DELETE s"
DELETE_MENTIONS = "UNWIND $ids AS id MATCH (:Article {id: id})-[:HAS_MENTION]->(m:Mention) DETACH DELETE m"
DELETE_ARTICLES = "UNWIND $ids AS id MATCH (a:Article {id: id}) DETACH DELETE a"

# Names

KNOWN_ALIASES = "UNWIND $ids AS id MATCH (a:Alias {id: id}) RETURN id"
ALIASES_OF_KEYS = """
UNWIND $keys AS key
MATCH (a:Alias {key: key})
RETURN a.type AS type, a.key AS key, a.fuller AS fuller
"""
ALIASES_OF_FULLER = """
UNWIND $keys AS key
MATCH (a:Alias {fuller: key})
RETURN a.type AS type, a.key AS key, a.fuller AS fuller
"""
WRITE_ALIASES = "UNWIND $rows AS row MERGE (a:Alias {id: row.id}) SET a = row"
DELETE_ALIASES = "UNWIND $ids AS id MATCH (a:Alias {id: id}) DELETE a"
NAME_BEARERS = """
UNWIND $names AS name
MATCH (m:Mention {key: name.key}) WHERE m.type = name.type
RETURN m.type AS type, m.key AS key, m.name AS name, m.aliases AS aliases
"""
ARTICLES_WITH_NAMES = """
UNWIND $names AS name
MATCH (m:Mention {key: name.key})<-[:HAS_MENTION]-(a:Article) WHERE m.type = name.type
RETURN DISTINCT a.id AS id
"""
BARE_MENTIONS = f"""
UNWIND $keys AS key
MATCH (m:Mention {{key: key}})<-[:HAS_MENTION]-(a:Article)
WHERE m.type = '{NodeType.PERSON}' AND NOT a.id IN $known
MATCH (m)-[link:REFERS_TO]->(n)
RETURN m.id AS mention, m.key AS key, a.id AS article, n.id AS target, link.how AS how
"""
PARTIES_OF_ARTICLES = """
UNWIND $ids AS id
MATCH (:Article {id: id})-[link:MENTIONS]->(n) WHERE link.named
RETURN id AS article, collect(n.id) AS parties
"""


def met_with(*, but: bool) -> str:
    """The parties that articles (but for some) mention together with persons."""
    return f"""
UNWIND $ids AS id
MATCH (:{NodeType.PERSON} {{id: id}})<-[one:MENTIONS]-(a)-[other:MENTIONS]->(n)
WHERE one.named AND other.named{" AND NOT a.id IN $but" if but else ""}
RETURN id, collect(DISTINCT n.id) AS parties
"""


# Cases


def frames_of_party(label: NodeType, role: Predicate) -> str:
    """The frames of all cases in which parties of a type have the role, if they state one of the facts."""
    return f"""
UNWIND $rows AS row
MATCH (:{label} {{id: row.id}})-[:{role}]->(c)<-[link:REFERS_TO]-(m)
WHERE any(fact IN link.facts WHERE fact IN row.facts)
MATCH (m)<-[:HAS_MENTION]-(a)
RETURN DISTINCT m.id AS id, a.id AS article, a.published_on AS published_on, link.facts AS facts, c.id AS case
"""


CASE_PICTURE = f"""
UNWIND $ids AS id
MATCH (c:{NodeType.CASE} {{id: id}})
OPTIONAL MATCH (c)-[link:PLAINTIFF_IN|DEFENDANT_IN|CONCERNS|HAS_EVENT]-(n)
RETURN id, type(link) AS predicate, link.support AS support, n.name AS name, n.kind AS kind, n.date AS date
"""


def cases_of(label: NodeType) -> str:
    """The cases whose names contain the names of these nodes."""
    pattern = "<-[:CONCERNS]-" if label is NodeType.OFFENCE else "-[:PLAINTIFF_IN|DEFENDANT_IN]->"
    return f"UNWIND $ids AS id MATCH (:{label} {{id: id}}){pattern}(c:{NodeType.CASE}) RETURN DISTINCT c.id AS id"


# The canonical layer

UNLINK = "UNWIND $ids AS id MATCH (:Mention {id: id})-[link:REFERS_TO]->() DELETE link"
DELETE_COUNTS = """
UNWIND $rows AS row
MATCH (:Article {id: row.article})-[link:MENTIONS]->(n) WHERE n.id = row.party
DELETE link
"""


def read_nodes(label: NodeType) -> str:
    return f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN id, properties(n) AS properties"


def write_nodes(label: NodeType) -> str:
    return f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row"


def refer(label: NodeType) -> str:
    """Link mentions to canonical nodes of a type."""
    return f"""
UNWIND $rows AS row
MATCH (m:Mention {{id: row.mention}})
MATCH (n:{label} {{id: row.target}})
CREATE (m)-[:REFERS_TO {{how: row.how, facts: row.facts}}]->(n)
"""


def mentions_of(label: NodeType) -> str:
    """All mentions that refer to nodes of a type; a node that none refers to has no row."""
    return f"""
UNWIND $ids AS id
MATCH (:{label} {{id: id}})<-[link:REFERS_TO]-(m:Mention)
RETURN id, link.how AS how, properties(m) AS mention
"""


def delete_nodes(label: NodeType) -> str:
    return f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) DETACH DELETE n"


def count_mentions(label: NodeType) -> str:
    """How often articles mention parties of a type."""
    return f"""
UNWIND $rows AS row
MATCH (a:Article {{id: row.article}})
MATCH (n:{label} {{id: row.party}})
MERGE (a)-[link:MENTIONS]->(n) SET link.count = row.times, link.named = row.named
"""


def stated(label: NodeType, predicate: Predicate, *, at_object: bool) -> str:
    """All that is stated with a predicate of nodes of a type, as the object or the subject of the statements."""
    near, far = ("OBJECT", "SUBJECT") if at_object else ("SUBJECT", "OBJECT")
    return f"""
UNWIND $ids AS id
MATCH (:{label} {{id: id}})<-[:REFERS_TO]-(:Mention)<-[:{near}]-(s:Statement)-[:{far}]->(:Mention)-[:REFERS_TO]->(n)
WHERE s.predicate = '{predicate}'
MATCH (a:Article)-[:STATES]->(s)
RETURN id AS anchor, n.id AS other, a.id AS article, a.published_on AS published_on,
       s.confidence AS confidence, s.stance AS stance, s.cue AS cue, s.title AS title
"""


def delete_links(label: NodeType, predicate: Predicate, *, at_object: bool) -> str:
    arrow = f"<-[link:{predicate}]-" if at_object else f"-[link:{predicate}]->"
    return f"UNWIND $ids AS id MATCH (:{label} {{id: id}}){arrow}() DELETE link"


def add_links(predicate: Predicate, anchor: NodeType, other: NodeType, at_object: bool) -> str:
    """Add what articles say to links between nodes of two types, which are made if they are new."""
    key = " {title: row.title}" if predicate is Predicate.HOLDS_POSITION else ""
    arrow = f"<-[link:{predicate}{key}]-" if at_object else f"-[link:{predicate}{key}]->"
    return f"""
UNWIND $rows AS row
MATCH (anchor:{anchor} {{id: row.anchor}})
MATCH (other:{other} {{id: row.other}})
MERGE (anchor){arrow}(other)
SET {_STANCE if predicate is Predicate.MADE else ""}link.support = coalesce(link.support, 0) + row.support,
    link.confidence = CASE WHEN link.confidence > row.confidence THEN link.confidence ELSE row.confidence END,
    link.first_reported = CASE WHEN row.first IS NULL OR link.first_reported < row.first
                               THEN link.first_reported ELSE row.first END,
    link.last_reported = CASE WHEN row.last IS NULL OR link.last_reported > row.last
                              THEN link.last_reported ELSE row.last END
"""


_WORSE = """link.confidence > row.confidence
      OR (link.confidence = row.confidence AND (link.stance < row.stance
          OR (link.stance = row.stance AND link.cue <= row.cue)))"""
_STANCE = f"""link.cue = CASE WHEN {_WORSE} THEN link.cue ELSE row.cue END,
    link.stance = CASE WHEN {_WORSE} THEN link.stance ELSE row.stance END,
    """

# Rebuilding and looking

ARTICLE_IDS = "MATCH (a:Article) RETURN a.id AS id ORDER BY id"
FIND_ARTICLES = (
    "MATCH (a:Article {id: $text}) RETURN a.id AS id, a.name AS name",
    "MATCH (a:Article {url: $text}) RETURN a.id AS id, a.name AS name",
    "MATCH (a:Article {source: $text}) RETURN a.id AS id, a.name AS name",
)
READ_REBUILDING = "MATCH (m:Meta {id: 'rebuilding'}) RETURN m.id AS id"
SET_REBUILDING = "MERGE (m:Meta {id: 'rebuilding'}) RETURN m.id AS id"
END_REBUILDING = "MATCH (m:Meta {id: 'rebuilding'}) DELETE m"


def count_nodes(label: str) -> str:
    return f"MATCH (n:{label}) RETURN count(n) AS count"


def clear_some(label: str) -> str:
    """Delete some nodes of a label; answers how many."""
    return f"MATCH (n:{label}) WITH n LIMIT $limit DETACH DELETE n RETURN count(*) AS count"


CLEAR_SOME_LINKS = "MATCH (:Mention)-[link:REFERS_TO]->() WITH link LIMIT $limit DELETE link RETURN count(*) AS count"
