"""The error tree. Every error that casegraph raises on purpose is one of these, and says what, where and what to try.

CasegraphError
├── SettingsError          a setting that cannot be used
├── SourceError            an article that cannot be read or is no article
├── ModelError             a spaCy pipeline that is missing or unfit
├── LexiconError           a data file of extraction that breaks its own rules
├── DocumentError          an extraction document that breaks the schema
└── GraphError             the graph store
    ├── GraphUnavailable   down, or not to be reached
    ├── GraphRefused       wrong user, password or database
    └── GraphOutdated      written by a newer casegraph
"""


class CasegraphError(Exception):
    """Base of all: `what` happened, `where` (file, setting, address; or ""), what to `try_` next (or "")."""

    def __init__(self, what: str, *, where: str = "", try_: str = "") -> None:
        self.what, self.where, self.try_ = what, where, try_
        super().__init__(str(self))

    def __str__(self) -> str:
        located = f"{self.where}: {self.what}" if self.where else self.what
        return f"{located}; try: {self.try_}" if self.try_ else located


class SettingsError(CasegraphError):
    """A setting that cannot be used."""


class SourceError(CasegraphError):
    """An article that cannot be read or is no article."""


class ModelError(CasegraphError):
    """A spaCy pipeline that is missing or unfit."""


class LexiconError(CasegraphError):
    """A data file of extraction that breaks its own rules."""


class DocumentError(CasegraphError):
    """An extraction document that breaks the schema."""


class GraphError(CasegraphError):
    """Something went wrong with the graph store."""


class GraphUnavailable(GraphError):
    """The graph store is down, or not to be reached."""


class GraphRefused(GraphError):
    """The graph store refuses the user, the password or the database."""


class GraphOutdated(GraphError):
    """The graph was written by a newer casegraph."""
