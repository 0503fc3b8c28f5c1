"""Write `days_off.json` from the holidays library (MIT): `python -m domain.data.make_days_off`."""

from __future__ import annotations

import importlib.metadata
import json
from pathlib import Path
from typing import Final

from domain.calendar import year_from_library

YEARS: Final = range(2020, 2041)
DECIDED_THROUGH: Final = 2026
"""Last year whose Tết days and swaps the Government has published. Source: holidays 0.109 (read 2026-11)."""

TARGET: Final = Path(__file__).with_name("days_off.json")


def table() -> dict[str, object]:
    """Return `{"years": {"2026": {"off": {"2026-01-01": {"vi": …, "en": …}}, "work": ["2026-08-22"]}}}`."""
    years = {}
    for number in YEARS:
        year = year_from_library(number)
        years[str(number)] = {
            "off": {day.isoformat(): dict(names) for day, names in year.off.items()},
            "work": sorted(day.isoformat() for day in year.make_up),
        }
    return {"decided_through": DECIDED_THROUGH, "years": years}


def main() -> None:
    version = importlib.metadata.version("holidays")
    content = {"source": f"holidays {version}, country VN, MIT licence", **table()}
    TARGET.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
