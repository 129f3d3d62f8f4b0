"""The style and the guide of Neo4j Browser, and the routes that serve them."""

from service.browser.router import router

__all__ = ["router"]
