"""Bytes that are an article's text, and those that are not."""

import codecs
import struct
import zlib

import pytest
import spacy

from schema import SourceError
from service.plaintext import LONGEST, check, clean, decode, other_language

STORY = "The Regional Court fined Zoë Marr, editor of the Daily, over a post that named the minister. "
GERMAN = "Das Landgericht hat die Herausgeberin der Zeitung wegen Verleumdung zu einer Geldstrafe verurteilt. " * 4
FRENCH = "Le tribunal a condamné la rédactrice en chef du journal à une amende pour diffamation du ministre. " * 4
KHMER = "តុលាការបានផាកពិន័យអ្នកនិពន្ធកាសែតពីបទបរិហារកេរ្តិ៍រដ្ឋមន្ត្រី។ " * 6
PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + zlib.compress(bytes(range(256)) * 20)

UNREADABLE = [
    pytest.param(STORY.encode("latin-1"), "it seems to be cp1252; try: --encoding cp1252", id="Latin-1"),
    pytest.param(f"“{STORY}”".encode("cp1252"), "it seems to be cp1252; try: --encoding cp1252", id="Windows"),
    pytest.param(STORY.encode("utf-16"), "it seems to be utf-16; try: --encoding utf-16", id="UTF-16"),
    pytest.param(
        STORY.encode("utf-16-le"), "seems to be utf-16-le; try: --encoding utf-16-le", id="UTF-16 without mark"
    ),
    pytest.param(STORY.encode("utf-16-be"), "seems to be utf-16-be; try: --encoding utf-16-be", id="big-endian"),
    pytest.param(PNG, "a binary file", id="a picture"),
    pytest.param(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 9, "pdftotext", id="a PDF"),
    pytest.param(b"PK\x03\x04" + bytes(range(256)) * 9, "a binary file", id="an archive"),
]


@pytest.mark.parametrize(("data", "line"), UNREADABLE)
def test_unreadable(data: bytes, line: str) -> None:
    with pytest.raises(SourceError) as caught:
        decode(data, "a.txt")
    assert str(caught.value).startswith("a.txt: ")
    assert line in str(caught.value)


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-16", "utf-16-le", "utf-8-sig"])
def test_the_encoding_that_is_named_reads_the_text(encoding: str) -> None:
    assert clean(decode(STORY.encode(encoding), "a.txt", encoding)) == (STORY, 0)


def test_an_encoding_that_does_not_fit() -> None:
    with pytest.raises(SourceError, match=r"no ascii text; try: another --encoding"):
        decode(STORY.encode(), "a.txt", "ascii")


CLEANED = [
    pytest.param("a\r\nb\rc\n", "a\nb\nc\n", 0, id="newlines"),
    pytest.param(codecs.BOM_UTF8.decode() + "a", "a", 0, id="byte order mark"),
    pytest.param("a\x00b\x1b[1mc\x85", "ab[1mc", 3, id="control characters"),
    pytest.param("a\tb  c\u00a0d\u200be\u2028f ﬁ é", "a\tb  c\u00a0d\u200be\u2028f ﬁ é", 0, id="all else stays"),
]


@pytest.mark.parametrize(("text", "cleaned", "removed"), CLEANED)
def test_clean(text: str, cleaned: str, removed: int) -> None:
    assert clean(text) == (cleaned, removed)


NO_ARTICLE = [
    pytest.param("", "empty", id="empty"),
    pytest.param(" \n\t\n", "empty", id="blank"),
    pytest.param(
        "a" * (LONGEST + 1),
        "1,000,001 characters, more than the 1,000,000 characters of an article; try: split it",
        id="long",
    ),
    pytest.param("<!DOCTYPE html>\n<html><p>Hello", "a web page", id="a web page"),
    pytest.param('\n{"text": "Hello"}', "JSON, no plain text", id="JSON"),
    pytest.param("half a \ud83d", "half a character", id="a lone surrogate"),
    pytest.param(GERMAN, "another language (de)", id="German"),
    pytest.param(FRENCH, "another language (fr)", id="French"),
    pytest.param(KHMER, "another language (km)", id="Khmer"),
]


@pytest.mark.parametrize(("text", "what"), NO_ARTICLE)
def test_no_article(text: str, what: str) -> None:
    with pytest.raises(SourceError) as caught:
        check(text, "a.txt")
    assert what in str(caught.value)


ENGLISH = [
    pytest.param("Das Gericht. Le tribunal.", id="too short to tell"),
    pytest.param(STORY * 5, id="a story"),
    pytest.param((STORY + "„Verleumdung“ ") * 5, id="with foreign words"),
    pytest.param("SAM RAINSY, KEM SOKHA, CNRP, CPP, RFA: DRAVIK, PORT ALMIS, SENLOW. " * 9, id="names"),
    pytest.param(STORY * 3 + KHMER[:150], id="with a foreign sentence"),
    pytest.param("a" * LONGEST, id="as long as may be"),
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    assert other_language(text) is None


def test_the_limit_is_spacys_own() -> None:
    assert spacy.blank("en").max_length == LONGEST
