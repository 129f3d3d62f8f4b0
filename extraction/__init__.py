"""Text in, documents out."""

from extraction.extractor import Extractor, Source
from extraction.version import EXTRACTOR

__all__ = ["EXTRACTOR", "Extractor", "Source"]
