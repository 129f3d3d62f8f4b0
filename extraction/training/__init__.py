"""Makes what `data/` and `models/` hold from annotated articles; needed by nobody who only reads articles."""
