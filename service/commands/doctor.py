"""`casegraph doctor`: every part that casegraph needs is tried, and each fault comes with what to do."""

import os
import sys
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from pathlib import Path

import schema
from schema import CasegraphError, ModelError, SettingsError
from service.settings import Settings, load_settings

Check = Callable[[Settings], str]


def examine() -> int:
    """The exit status: 1 if anything is wrong."""
    faults = list(_odd_variables())
    for fault in faults:
        _tell("settings", str(fault), good=False)
    try:
        settings = load_settings()
    except CasegraphError as error:
        _tell("settings", str(error), good=False)
        return 1
    _tell("settings", f"graph: {settings.uri or f'embedded, in {settings.home}'}; model: {settings.model}", good=True)
    sound = [_examine(name, check, settings) for name, check in CHECKS.items()]
    return int(bool(faults) or not all(sound))


def _examine(name: str, check: Check, settings: Settings) -> bool:
    try:
        _tell(name, check(settings), good=True)
    except CasegraphError as error:
        _tell(name, str(error), good=False)
        return False
    except Exception as error:  # noqa: BLE001  a part that breaks in its own way is what the doctor is called for
        _tell(name, f"{type(error).__name__}: {' '.join(str(error).split())}", good=False)
        return False
    return True


def _tell(name: str, what: str, *, good: bool) -> None:
    sys.stdout.write(f"{'ok   ' if good else 'FAULT'}  {name:<8}  {what}\n")
    sys.stdout.flush()


def _odd_variables() -> Iterator[SettingsError]:
    known = [f"CASEGRAPH_{name.upper()}" for name in Settings.model_fields]
    for name in sorted(os.environ):
        if name.startswith("CASEGRAPH_") and name.upper() not in known:
            close = get_close_matches(name.upper(), known, 1, 0.0)[0]
            yield SettingsError("there is no such setting", where=name, try_=close)


def _check_schema(_: Settings) -> str:
    """Another package of the name `schema` would be imported where this one is installed after it."""
    folder, ours = Path(schema.__file__).parent, Path(__file__).parents[2] / "schema"
    if folder != ours:
        what = "another package named schema stands in front of casegraph's"
        raise SettingsError(what, where=str(folder), try_="install casegraph in an environment of its own")
    return f"Python {sys.version.split()[0]}, installed in {ours.parent}"


def _check_model(settings: Settings) -> str:
    try:
        from extraction import EXTRACTOR, Extractor
    except ImportError as error:
        raise ModelError(f"spaCy cannot be imported ({error})", try_="install casegraph again") from error
    Extractor(settings.model)
    return f"{settings.model} reads for {EXTRACTOR}"


def _check_graph(settings: Settings) -> str:
    from service.graph.canonical import counts
    from service.graph.store import Store

    if settings.uri and settings.password is None:
        raise SettingsError("no password is set for the graph", where=settings.uri, try_="set CASEGRAPH_PASSWORD")
    with Store.open(settings) as store:
        kind = "embedded graph" if store.connection.embedded else "graph"
        held = ", ".join(f"{count:,} {label}" for label, count in counts(store).items()) or "nothing yet"
        return f"{kind} answers at {store.connection.uri} and holds {held}"


CHECKS: dict[str, Check] = {"package": _check_schema, "model": _check_model, "graph": _check_graph}
