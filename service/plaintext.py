"""Bytes made into an article's text, or refused with the reason and the remedy.

Only newlines, a byte order mark and control characters are changed: every offset into the text must fit the file.
"""

import codecs
import re
from functools import cache
from typing import Any

from schema import SourceError

#: characters; spaCy's own limit (`nlp.max_length`)
LONGEST = 1_000_000
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_HTML = re.compile(r"\s*(<\?xml[^>]*>\s*)?<(!doctype html|html)\b", re.IGNORECASE)
_JSON = re.compile(r'\s*\{\s*"\w+"\s*:')
# Encodings that English text comes in. Among all that exist, charset-normalizer names Polish or Arabic ones for it.
_LIKELY = ["cp1252", "latin_1", "mac_roman"]
_WIDE = ["utf_16", "utf_16_le", "utf_16_be", "utf_32"]
# Below these the identifier takes English for Pidgin or Dutch; on 652 English articles they give no false alarm.
_LANGUAGE_NEEDS = 250
_LANGUAGE_READS = 4_000
_LANGUAGE_SURE = 0.95
_ENGLISH = {"en", "pcm"}
_NOT_LATIN = re.compile(r"[^\x00-\u024f\u2000-\u206f]+")


def decode(data: bytes, where: str, encoding: str | None = None) -> str:
    """The text of the bytes; raises SourceError that names the encoding they seem to be in."""
    wide = b"\0" in data or data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        if encoding or not wide:
            return data.decode(encoding or "utf-8")
    except UnicodeError as error:
        if encoding:
            raise SourceError(f"no {encoding} text", where=where, try_="another --encoding, or none") from error
    guess = _guess(data, _WIDE if wide else _LIKELY)
    if guess is None:
        what = "a binary file, no text"
        raise SourceError(what, where=where, try_="save the article as plain text (a PDF: pdftotext)")
    raise SourceError(f"no UTF-8 text, it seems to be {guess}", where=where, try_=f"--encoding {guess}")


def _guess(data: bytes, likely: list[str]) -> str | None:
    from charset_normalizer import from_bytes, is_binary

    head = data[: min(len(data) // 2 * 2, 50_000)]  # a line of UTF-16 ends in the middle of its newline
    if is_binary(head):
        return None
    best = from_bytes(head, cp_isolation=likely).best() or from_bytes(head).best()
    return best.encoding.replace("_", "-") if best else None


def clean(text: str) -> tuple[str, int]:
    """The text with newlines as \\n, without byte order mark and control characters, and how many of these it had."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.subn("", lines)


def check(text: str, where: str) -> None:
    """Raise SourceError if the text is no English article that can be read."""
    if not text.strip():
        raise SourceError("empty", where=where, try_="remove it, or put the article's text in it")
    if len(text) > LONGEST:
        raise too_long(f"{len(text):,} characters", where)
    if _JSON.match(text):
        raise SourceError("JSON, no plain text", where=where, try_="one object a line, in a file named .jsonl")
    if _HTML.match(text):
        raise SourceError("a web page, no plain text", where=where, try_="save the article's words as text")
    if not _encodable(text):
        raise SourceError("half a character (a lone surrogate)", where=where, try_="write the text again as UTF-8")
    if language := other_language(text):
        what = f"it seems to be in another language ({language}); only English is read"
        raise SourceError(what, where=where, try_="an English translation")


def too_long(size: str, where: str) -> SourceError:
    return SourceError(f"{size}, more than the {LONGEST:,} characters of an article", where=where, try_="split it")


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def other_language(text: str) -> str | None:
    """The code of the text's language if that is surely not English; None for a text too short to tell."""
    head = text[:_LANGUAGE_READS]
    latin = _NOT_LATIN.sub(" ", head)
    # The identifier counts bytes: one sentence of Khmer would outweigh three of English.
    read = latin if _letters(latin) * 2 >= _letters(head) else head
    if len(read) < _LANGUAGE_NEEDS:
        return None
    language, sure = _identifier().classify(read)
    return language if language not in _ENGLISH and sure > _LANGUAGE_SURE else None


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
