"""The GraphQL API: what analysts ask of the graph. It reads only, and never loads a language model."""

from service.api.app import create_app
from service.api.execution import execute_query

__all__ = ["create_app", "execute_query"]
