"""The links of a Reading that say the same, as one fact."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from extraction.reading import Link
from schema import Predicate


@dataclass(frozen=True)
class Fact:
    """Links between the same two things that say the same of them; they become one triple."""

    links: tuple[Link, ...]

    @cached_property
    def lead(self) -> Link:
        """The link whose rule is the surest; the first of several."""
        return max(self.links, key=lambda link: link.confidence)

    @property
    def predicate(self) -> Predicate:
        return self.lead.predicate


def facts_of(links: Iterable[Link]) -> list[Fact]:
    """In the order of their first links."""
    alike: dict[tuple[object, ...], list[Link]] = defaultdict(list)
    for link in links:
        properties = tuple(sorted((key, str(value)) for key, value in link.properties.items()))
        alike[id(link.subject), link.predicate, id(link.object), properties].append(link)
    return [Fact(tuple(same)) for same in alike.values()]
