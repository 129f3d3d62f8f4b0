"""`casegraph schema`."""

import json
import sys

from schema import DOMAIN_AND_RANGE, PARTY, TRIPLE_PROPERTIES, Document, NodeType
from service.report import print_table


def print_schema(*, as_table: bool) -> None:
    if as_table:
        print_table(predicates(), "predicate", "from", "to", "properties")
    else:
        sys.stdout.write(json.dumps(Document.model_json_schema(), indent=2) + "\n")


def predicates() -> list[tuple[str, str, str, str]]:
    """A row for each predicate, in the order of the vocabulary."""
    return [
        (predicate, _types(domain), _types(range_), _properties(predicate))
        for predicate, (domain, range_) in DOMAIN_AND_RANGE.items()
    ]


def _types(types: frozenset[NodeType]) -> str:
    named = ["Party"] if types >= PARTY else []
    return ", ".join([*named, *sorted(types - PARTY if named else types)])


def _properties(predicate: str) -> str:
    model = next((m for p, m in TRIPLE_PROPERTIES.items() if p == predicate), None)
    return ", ".join(model.model_fields) if model else "count"
