"""The house's one-way streets, read from the source: schema <- extraction <- service."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import schema

ROOT = Path(__file__).parents[1]
PACKAGES = ("schema", "extraction", "service")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
#: where service may reach extraction: ingestion and the command line
MAY_EXTRACT = ("service/documents.py", "service/ingest.py", "service/workers.py", "service/commands/")
#: what may not be loaded by what a reader waits for
HEAVY = {"spacy", "neo4j", "pydantic", "strawberry", "fastapi", "uvicorn", "py3langid", "numpy"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}: a relative import"
            yield node.module or ""


def reached(path: Path) -> set[str]:
    """The top-level packages that a module imports, also inside functions."""
    return {name.partition(".")[0] for name in imports(path)}


def loaded_by(statement: str) -> set[str]:
    code = f"{statement}; import sys; print(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_one_way(path: Path) -> None:
    here = path.relative_to(ROOT).parts[0]
    above = set(PACKAGES[PACKAGES.index(here) + 1 :])
    if here == "service" and not name_of(path).startswith(MAY_EXTRACT):
        above = {"extraction", "spacy"}
    assert reached(path).isdisjoint(above | {"tests", "benchmarks"})


def test_schema_needs_pydantic_and_the_standard_library_only() -> None:
    foreign = set().union(*(reached(path) for path in MODULES if path.relative_to(ROOT).parts[0] == "schema"))
    assert foreign - sys.stdlib_module_names == {"schema", "pydantic"}


def test_schema_is_ours() -> None:
    assert schema.__file__ == str(ROOT / "schema" / "__init__.py")


@pytest.mark.parametrize(
    ("statement", "never"),
    [
        pytest.param("import service.api", {"spacy", "extraction", "thinc"}, id="the API never loads spaCy"),
        pytest.param("import schema", HEAVY - {"pydantic"}, id="the schema is light"),
        pytest.param("import service.cli", HEAVY | {"schema", "extraction"}, id="the command line loads nothing"),
    ],
)
def test_what_is_not_loaded(statement: str, never: set[str]) -> None:
    assert loaded_by(statement) & never == set()


@pytest.mark.parametrize("package", PACKAGES)
def test_every_folder_of_modules_is_a_package(package: str) -> None:
    folders = {path.parent for path in (ROOT / package).rglob("*.py")}
    assert [name_of(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


CONTRACTS = [path for path in MODULES if path.name == "__init__.py" and "__all__" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("path", CONTRACTS, ids=name_of)
def test_the_contract_of_a_package_is_sorted_and_complete(path: Path) -> None:
    """`__all__` in ruff's order (constants, classes, the rest); all that is imported, where a package only imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    listed = next(ast.literal_eval(value) for n in tree.body if (value := _value_of_all(n)))
    imported = {alias.asname or alias.name for n in tree.body if isinstance(n, ast.ImportFrom) for alias in n.names}
    defined = {n.name for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef)}
    assert listed == sorted(set(listed), key=lambda name: (not name.isupper(), not name[0].isupper(), name))
    assert set(listed) == (defined & set(listed) if defined else imported)


def _value_of_all(node: ast.stmt) -> ast.expr | None:
    """What the statement assigns to `__all__`, if it does."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    assigned = any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets)
    return node.value if assigned and isinstance(node, ast.Assign | ast.AnnAssign) else None
