"""The command `casegraph` as a user runs it: a process of its own, with no settings but those given."""

import os
import subprocess
import sys
from pathlib import Path

from service.settings import Settings

CASEGRAPH = Path(sys.executable).with_name("casegraph")


def environment(**settings: str) -> dict[str, str]:
    """This process's environment with only these settings of casegraph."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith("CASEGRAPH_")}
    return {**bare, **{f"CASEGRAPH_{name.upper()}": value for name, value in settings.items()}}


def of(settings: Settings) -> dict[str, str]:
    """The environment that gives these settings."""
    given = {"home": str(settings.home)}
    if settings.uri and settings.password:
        given |= {"uri": settings.uri, "user": settings.user, "password": settings.password.get_secret_value()}
    return environment(**given)


def run(*words: str | Path, env: dict[str, str], stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [str(CASEGRAPH), *map(str, words)]
    return subprocess.run(command, env=env, input=stdin, capture_output=True, text=True, check=False, timeout=120)
