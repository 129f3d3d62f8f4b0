"""The sample articles as documents made from their annotations: what the graph holds if nothing is misread."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from schema import Document
from service.sources import Found, Reader

ROOT = Path(__file__).parents[3]
ROLES = [
    ("plaintiffs", "PLAINTIFF_IN"),
    ("defendants", "DEFENDANT_IN"),
    ("counsel", "COUNSEL_IN"),
    ("judges", "JUDGE_IN"),
]
PLACES = [("courts", "HEARD_BY"), ("platforms", "ON_PLATFORM")]
_SENTENCE = re.compile(r"\S.*?(?:[.?!][”\"]?(?=\s)|$)", re.MULTILINE)


def documents() -> Iterator[Document]:
    """One document for each sample that has annotations, in the order of their file names."""
    for file in sorted((ROOT / "service/samples").glob("*.txt")):
        for found in Reader().read([str(file)]):
            if isinstance(found, Found):
                yield _Draft(found, json.loads((ROOT / "tests/gold" / f"{file.stem}.json").read_text())).document()


@dataclass
class _Draft:
    found: Found
    notes: dict[str, Any]
    nodes: dict[str, dict[str, Any]] = field(default_factory=dict)
    triples: list[dict[str, Any]] = field(default_factory=list)

    def document(self) -> Document:
        for entity in self.notes["entities"]:
            self._node(entity["name"], entity["type"], name=entity["name"], aliases=entity["aliases"])
        for post in self.notes["positions"]:
            self._link(post["person"], "HOLDS_POSITION", [post["organization"]], title=post["title"])
        for number, case in enumerate(self.notes["cases"]):
            self._case(f"c{number}", case)
        for number, claim in enumerate(self.notes["claims"]):
            self._claim(f"k{number}", claim)
        body = {"article": self.found.article, "text": self.found.text}
        return Document.model_validate({**body, "nodes": tuple(self.nodes.values()), "triples": tuple(self.triples)})

    def _case(self, id_: str, case: dict[str, Any]) -> None:
        self._node(id_, "Case", name="case")
        for role, predicate in ROLES:
            for party in case[role]:
                self._link(party, predicate, [id_])
        for place, predicate in PLACES:
            self._link(id_, predicate, case[place])
        for offence in case["offences"]:
            self._node(offence, "Offence", name=offence)
        self._link(id_, "CONCERNS", case["offences"])
        for number, penalty in enumerate(case["penalties"]):
            facts = {key: value for key, value in penalty.items() if key != "on"}
            self._node(f"{id_}p{number}", "Penalty", name=penalty["kind"], properties=facts)
            self._link(id_, "HAS_PENALTY", [f"{id_}p{number}"])
            self._link(f"{id_}p{number}", "IMPOSED_ON", [penalty["on"]])
        for kind in case["events"]:
            self._node(f"{id_}{kind}", "Event", name=kind, properties={"kind": kind})
            self._link(id_, "HAS_EVENT", [f"{id_}{kind}"])

    def _claim(self, id_: str, claim: dict[str, Any]) -> None:
        start = self.found.text.find(claim["text"])
        if start >= 0:
            span = {"start": start, "end": start + len(claim["text"])}
            self._node(
                id_, "Claim", name=claim["text"][:60], properties={"text": claim["text"], **span}, mentions=(span,)
            )
            self._link(claim["speaker"], "MADE", [id_], stance=claim["stance"])
            self._link(id_, "ABOUT", claim["about"])

    def _node(self, id_: str, type_: str, **fields: Any) -> None:
        spans = self._spans([fields["name"], *fields.get("aliases", [])])
        self.nodes[id_] = {"id": id_, "type": type_, "mentions": spans, **fields}

    def _link(self, subject: str, predicate: str, objects: Iterable[str | None], **properties: Any) -> None:
        """A triple for each object that the annotations name; those after a question mark have no node."""
        for object_ in objects:
            if subject in self.nodes and object_ in self.nodes:
                fact = {"subject": subject, "predicate": predicate, "object": object_, "properties": properties}
                self.triples.append(
                    {**fact, "confidence": 0.9, "rule": "annotated", "evidence": (self._evidence(subject, object_),)}
                )

    def _evidence(self, *ids: str) -> dict[str, int]:
        """The first sentence that names both ends, else the first that names one."""
        sentences = list(self._sentences())
        named = [
            {i for i in ids for s in self.nodes[i]["mentions"] if start <= s["start"] < end} for start, end in sentences
        ]
        start, end = sentences[max(range(len(sentences)), key=lambda n: (len(named[n]), -n))]
        return {"start": start, "end": end}

    def _sentences(self) -> Iterator[tuple[int, int]]:
        return (sentence.span() for sentence in _SENTENCE.finditer(self.found.text))

    def _spans(self, names: Iterable[str]) -> tuple[dict[str, int], ...]:
        found = ((self.found.text.find(name), name) for name in names)
        return tuple({"start": start, "end": start + len(name)} for start, name in found if start >= 0)
