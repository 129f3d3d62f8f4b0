"""The lock fits what pyproject.toml asks for, and says nothing of where packages come from."""

import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "constraints.txt").read_text().splitlines()
PINNED = [Requirement(line) for line in LOCK if line and not line.startswith("#")]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
ASKED = [*PROJECT["dependencies"], *(r for extra in PROJECT["optional-dependencies"].values() for r in extra)]


@pytest.mark.parametrize("asked", ASKED)
def test_what_is_asked_for_is_locked(asked: str) -> None:
    requirement = Requirement(asked)
    pins = [p for p in PINNED if canonicalize_name(p.name) == canonicalize_name(requirement.name)]
    assert pins, "run `make lock`"
    for pin in pins:
        [exact] = pin.specifier
        assert exact.operator == "=="
        assert Version(exact.version) in requirement.specifier


def test_the_lock_names_no_place() -> None:
    assert [line for line in LOCK if "://" in line or line.startswith("-")] == []


def test_no_package_is_asked_for_twice() -> None:
    names = [canonicalize_name(Requirement(r).name) for r in ASKED]
    assert sorted(names) == sorted(set(names))
