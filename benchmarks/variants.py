"""Any number of articles out of the twelve samples, by varying names, dates and amounts."""

import datetime
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

from schema import Article, article_id
from service.fields import split_front_matter

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "service" / "samples").glob("*.txt"))
GOLD = ROOT / "tests" / "gold"
VARIED = {"Person", "Place"}
ONSETS, VOWELS, CODAS = list("BDFGHKLMNPRSTVZ"), list("aeiou"), ["n", "r", "l", "s", "t", "nd", "rk", "sh"]


def variants(count: int, *, seed: int = 0) -> Iterator[tuple[Article, str]]:
    """`count` articles with their texts; the first twelve are the samples as they are. Deterministic for a seed."""
    samples = [(split_front_matter(p.read_text("utf-8"), p.name), _names(p)) for p in SAMPLES]
    for number in range(count):
        ((fields, content), names), round_ = samples[number % len(samples)], number // len(samples)
        text = _varied(content, names, random.Random(f"{seed}/{round_}")) if round_ else content
        url = f"https://benchmark.example/{seed}/{number}"
        published = fields["date"] - datetime.timedelta(days=7 * round_)
        yield Article(id=article_id(url, text), source=f"{number:06}.txt", url=url, published_on=published), text


def _names(sample: Path) -> set[str]:
    """The words of the names that are varied."""
    entities = json.loads((GOLD / f"{sample.stem}.json").read_text("utf-8"))["entities"]
    return {w for e in entities if e["type"] in VARIED for w in e["name"].split() if w[0].isupper() and len(w) > 2}


def _varied(text: str, names: set[str], rng: random.Random) -> str:
    fresh = {name: _name(rng) for name in sorted(names)}
    text = re.sub(r"\b[A-Z]\w+", lambda m: fresh.get(m[0], m[0]), text)
    return re.sub(r"(?<=[€$£])\d+", lambda m: str(int(m[0]) + rng.randrange(1, 90)), text)


def _name(rng: random.Random) -> str:
    return "".join(
        rng.choice(ONSETS if i == 0 else [o.lower() for o in ONSETS]) + rng.choice(VOWELS) for i in range(2)
    ) + rng.choice(CODAS)
