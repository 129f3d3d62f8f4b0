"""The graph store: the embedded graph or Neo4j, loading, resolution, retraction."""

from service.graph.canonical import rebuild
from service.graph.connection import Connection, connect
from service.graph.load import Loaded, load
from service.graph.retract import Retracted, retract
from service.graph.server import ServerStatus
from service.graph.store import Store

__all__ = ["Connection", "Loaded", "Retracted", "ServerStatus", "Store", "connect", "load", "rebuild", "retract"]
