"""Write `days_off.json` from the holidays library (MIT, for developers): `python -m domain.data.make_days_off`."""

from __future__ import annotations

import importlib.metadata
import json
from pathlib import Path
from typing import Final

YEARS: Final = range(2000, 2101)
"""Up to the end of the library's lunar table. Source: holidays 0.109, `Vietnam.end_year` (read 2026-11)."""

DECIDED_THROUGH: Final = 2026
"""Last year whose Tết days and swaps the Government has published. Source: holidays 0.109 (read 2026-11)."""

TARGET: Final = Path(__file__).with_name("days_off.json")


def year(number: int) -> dict[str, object]:
    """Return `{"off": {"2026-01-01": {"vi": …, "en": …}}, "work": ["2026-08-22"]}` as the library computes it."""
    from holidays import country_holidays

    # A Saturday worked in exchange for a day of the next year appears only when that year is asked for, too.
    around = range(number - 1, number + 2)
    vietnamese = country_holidays("VN", language="vi", years=around)
    english = country_holidays("VN", language="en_US", years=around)
    days = sorted((day, name) for day, name in vietnamese.items() if day.year == number)
    return {
        "off": {day.isoformat(): {"vi": name, "en": english[day]} for day, name in days},
        "work": sorted(day.isoformat() for day in vietnamese.weekend_workdays if day.year == number),
    }


def main() -> None:
    version = importlib.metadata.version("holidays")
    years = {str(number): year(number) for number in YEARS}
    content = {
        "source": f"holidays {version}, country VN, MIT licence",
        "decided_through": DECIDED_THROUGH,
        "years": years,
    }
    TARGET.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
