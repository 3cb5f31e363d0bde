"""``worked_examples.toml``, read once."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

_TABLE = tomllib.loads((Path(__file__).parent / "worked_examples.toml").read_text(encoding="utf-8"))

AS_OF: date = _TABLE["as_of"]
CASES: dict[str, dict[str, Any]] = {case["id"]: case for case in _TABLE["cases"]}
