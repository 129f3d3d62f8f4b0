"""An article on a terminal: its text with what was found, then every fact."""

from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from schema import PARTY, Document, Evidence
from service.explanation.facts import Fact, Group, groups_of
from service.explanation.marked import ROLES, cut, marks_of, roles_of

STYLES = {
    "person": "bold blue",
    "organization": "bold yellow",
    "court": "bold magenta",
    "platform": "bold cyan",
    "place": "green",
    "claim": "underline",
    "denial": "underline red",
    "trigger": "italic",
}
ROLE_STYLES = {"subject": "bold cyan", "trigger": "bold red", "object": "bold green"}
LONGEST = 120  # characters of a stretch of text that are shown


def print_explanation(document: Document, console: Console) -> None:
    console.print(Rule(Text(document.article.title or document.article.source), align="left"))
    console.print(marked_text(document))
    console.print(Text.assemble("\n", *_legend()))
    for group in groups_of(document):
        console.print()
        console.print(_title(group))
        for fact in group.facts:
            console.print(Padding(_heading(fact), (0, 0, 0, 2)))
            for evidence in fact.evidence:
                passage = _passage(evidence, document.text, coloured=console.color_system is not None)
                console.print(Padding(passage, (0, 0, 0, 6)))
    if document.rejected:
        console.print(Text("\nRejected", style="bold"))
        for rejected in document.rejected:
            words = _in_one_line(document.text[rejected.start : rejected.end])
            console.print(Padding(Text.assemble((words, "dim"), f"  {rejected.reason}"), (0, 0, 0, 2)))


def marked_text(document: Document) -> Text:
    """The text in the styles of what was found; of parties inside one another the longest decides."""
    text = Text()
    for piece in cut(document.text, marks_of(document)):
        types = [kind for kind in piece.kinds if kind.title() in PARTY]
        styles = [STYLES[kind] for kind in piece.kinds if kind not in types]
        text.append(piece.text, style=" ".join([*styles, *(STYLES[kind] for kind in types[:1])]))
    return text


def _legend() -> Iterator[tuple[str, str] | str]:
    for kind in ("person", "organization", "court", "platform", "place", "claim", "denial"):
        yield kind, STYLES[kind]
        yield "  "
    yield "of a fact: "
    for role in ROLES:
        yield role, ROLE_STYLES[role]
        yield "  "


def _title(group: Group) -> Text:
    title = f"“{_shortened(group.title)}”" if group.kind == "claim" else group.title
    return Text.assemble((_in_one_line(title), "bold"), (f"  {group.kind}" if group.kind != "positions" else "", "dim"))


def _heading(fact: Fact) -> Text:
    what = _in_one_line(fact.what)
    return Text.assemble((f"{fact.predicate:<15}", "dim"), what, (f"  {fact.confidence:.2f} {fact.rule}", "dim"))


def _passage(evidence: Evidence, text: str, *, coloured: bool) -> Text:
    """The evidence with its words in their colours, or named by their roles where there are none."""
    line = Text()
    for piece in cut(text, roles_of(evidence), evidence.start, evidence.end):
        words = _shortened(piece.text.replace("\n", " "))
        named = words if coloured or not piece.role else f"[{piece.role}: {words}]"
        line.append(named, style=ROLE_STYLES[piece.role] if piece.role else "dim")
    return line


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


def _shortened(words: str) -> str:
    """Its beginning and its end."""
    return words if len(words) <= LONGEST else f"{words[: LONGEST // 2]} … {words[-LONGEST // 2 :]}"
