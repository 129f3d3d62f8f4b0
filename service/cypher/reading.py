"""Every statement that the API reads with: labels, types and property names are from here and the enums.

A batched statement takes `$keys`, a list of maps that each carry their number `n`, and answers rows that name it. Rows
stay flat: on the embedded graph a map literal that holds a map projection, `{a: 1, b: n{.id}}`, is answered as the
projection alone.
"""

from dataclasses import dataclass

from schema import DOMAIN_AND_RANGE, NodeType, Predicate
from service.cypher.anchors import ANCHORED_AT_OBJECT

_ENTITY = (
    "{.id, .name, .aliases, .titles, .kind, .status, .filed_on, .decided_on, .amount, .currency, .months, .date, .text}"
)
_ARTICLE = (
    "{.id, .name, .source, .url, .title, .publisher, .authors, .published_on, .language, .ingested_at, .extractor}"
)
_STATEMENT = (
    "{.quote, .start, .end, .rule, .confidence, .subject_start, .subject_end,"
    " .trigger_start, .trigger_end, .object_start, .object_end}"
)

READY = "RETURN 1 AS ready"
ARTICLE_TEXTS = """
UNWIND $keys AS key
MATCH (a:Article {id: key.id})
RETURN key.n AS n, a.text AS text
"""
SEARCH = f"""
CALL db.index.fulltext.queryNodes('entity_search', $text) YIELD node, score
WITH node, score WHERE any(label IN labels(node) WHERE label IN $labels)
RETURN node{_ENTITY} AS node, score
ORDER BY score DESC, node.id LIMIT $first
"""


@dataclass(frozen=True)
class Order:
    """A total order of nodes {n} met over {link}: expressions, never null, each ascending or (True) descending."""

    name: str
    keys: tuple[tuple[str, bool], ...]

    def values(self, n: str) -> str:
        return "[" + ", ".join(text.format(n=n, link="link") for text, _ in self.keys) + "]"

    def by(self, n: str) -> str:
        return ", ".join(text.format(n=n, link="link") + (" DESC" if down else "") for text, down in self.keys)

    def beyond(self, n: str) -> str:
        """The condition that a node comes after the one whose values are `$after`."""
        texts = [text.format(n=n, link="link") for text, _ in self.keys]
        steps = []
        for i, (_, down) in enumerate(self.keys):
            equal = [f"{text} = $after[{j}]" for j, text in enumerate(texts[:i])]
            steps.append(" AND ".join([*equal, f"{texts[i]} {'<' if down else '>'} $after[{i}]"]))
        return "(" + " OR ".join(f"({step})" for step in steps) + ")"


_FIRST, _LAST = "''", "'~'"
_ID = ("{n}.id", False)
_TYPE = ("type({link})", False)
BY_NAME = Order("name", (("{n}.name", False), _ID))
NEWEST = Order("newest", (("coalesce(toString({n}.published_on), '')", True), _ID))
LINKS_BY_NAME = Order("link name", (*BY_NAME.keys, _TYPE))
LINKS_NEWEST = Order("link newest", (*NEWEST.keys, _TYPE))
BEST_SUPPORTED = Order("support", (("coalesce({link}.support, 0)", True), *LINKS_BY_NAME.keys))


def by_properties(properties: list[tuple[str, bool]]) -> Order:
    """By texts or dates, each ascending or (True) descending, nodes without one last; those alike in all by name."""
    keys = tuple((f"coalesce(toString({{n}}.{name}), {_FIRST if down else _LAST})", down) for name, down in properties)
    return Order(" ".join(f"{name} {'down' if down else 'up'}" for name, down in properties), keys + BY_NAME.keys)


@dataclass(frozen=True)
class Hop:
    """The step from a node of type `label` over the links of `predicates`, in the direction of domain and range."""

    label: NodeType
    predicates: tuple[Predicate, ...]

    @property
    def outward(self) -> bool:
        return self.label in DOMAIN_AND_RANGE[self.predicates[0]][0]

    @property
    def targets(self) -> tuple[NodeType, ...]:
        """The types that the step may arrive at."""
        ends = [DOMAIN_AND_RANGE[p][1 if self.outward else 0] for p in self.predicates]
        return tuple(t for t in NodeType if any(t in end for end in ends))

    def arrow(self, link: str, *, back: bool = False) -> str:
        types = "|".join(self.predicates)
        return f"-[{link}:{types}]->" if self.outward != back else f"<-[{link}:{types}]-"


def projection(label: NodeType) -> str:
    """What is read of a node; never an article's text, which is large."""
    return _ARTICLE if label is NodeType.ARTICLE else _ENTITY


def nodes(label: NodeType) -> str:
    """The nodes with the ids of `$keys`."""
    return f"""
UNWIND $keys AS key
MATCH (other:{label} {{id: key.id}})
RETURN key.n AS n, other{projection(label)} AS other
"""


def linked(hop: Hop, order: Order = BEST_SUPPORTED, *, after: bool = False) -> str:
    """For each of `$keys` the first `$first` links of the step, with the nodes they lead to."""
    beyond = f"\n  WHERE {order.beyond('other')}" if after else ""
    return f"""
UNWIND $keys AS key
CALL (key) {{
  MATCH (anchor:{hop.label} {{id: key.id}}){hop.arrow("link")}(other){beyond}
  WITH link, other ORDER BY {order.by("other")} LIMIT $first
  RETURN properties(link) AS link, type(link) AS predicate, other{projection(hop.targets[0])} AS other,
         {order.values("other")} AS sort
}}
RETURN key.n AS n, link, predicate, other, sort
"""


def linked_count(hop: Hop) -> str:
    """For each of `$keys` the number of links of the step."""
    return f"""
UNWIND $keys AS key
MATCH (anchor:{hop.label} {{id: key.id}}){hop.arrow("link")}()
RETURN key.n AS n, count(link) AS count
"""


def articles_about(label: NodeType) -> str:
    """For each of `$keys` the first `$first` articles that mention the node, the newest first."""
    return f"""
UNWIND $keys AS key
CALL (key) {{
  MATCH (anchor:{label} {{id: key.id}})<-[:REFERS_TO]-(:Mention)<-[:HAS_MENTION]-(other:Article)
  WITH DISTINCT other ORDER BY {NEWEST.by("other")} LIMIT $first
  RETURN other{_ARTICLE} AS other
}}
RETURN key.n AS n, other
"""


def found_in_articles(label: NodeType) -> str:
    """For each article of `$keys` the first `$first` nodes of the type that it mentions."""
    return f"""
UNWIND $keys AS key
CALL (key) {{
  MATCH (anchor:Article {{id: key.id}})-[:HAS_MENTION]->(:Mention)-[:REFERS_TO]->(other:{label})
  WITH DISTINCT other ORDER BY {BY_NAME.by("other")} LIMIT $first
  RETURN other{_ENTITY} AS other
}}
RETURN key.n AS n, other
"""


def walked_from_object(predicate: Predicate) -> bool:
    """Whether the evidence of such a link is reached from its object, which is then the `few` of a key."""
    return predicate in ANCHORED_AT_OBJECT


def evidence(predicate: Predicate) -> str:
    """For each link (`few`, `many`, `title` or null) of `$keys` its `$first` surest statements, with their articles."""
    from_object = walked_from_object(predicate)
    label = min(DOMAIN_AND_RANGE[predicate][1 if from_object else 0])
    few, many = ("OBJECT", "SUBJECT") if from_object else ("SUBJECT", "OBJECT")
    return f"""
UNWIND $keys AS key
CALL (key) {{
  MATCH (:{label} {{id: key.few}})<-[:REFERS_TO]-(:Mention)<-[:{few}]-(s:Statement)
  MATCH (s)-[:{many}]->(:Mention)-[:REFERS_TO]->(many)
  WHERE s.predicate = '{predicate}' AND many.id = key.many AND (key.title IS NULL OR s.title = key.title)
  MATCH (article:Article)-[:STATES]->(s)
  WITH s, article ORDER BY s.confidence DESC, {NEWEST.by("article")}, s.start, s.id LIMIT $first
  RETURN s{_STATEMENT} AS statement, article{_ARTICLE} AS article
}}
RETURN key.n AS n, statement, article
"""
