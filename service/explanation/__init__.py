"""One article with what was found in it, for the eye: on a terminal and as a page."""

from service.explanation.page import page_of
from service.explanation.terminal import print_explanation

__all__ = ["page_of", "print_explanation"]
