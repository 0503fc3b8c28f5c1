"""Builds data/petitions_own.jsonl from data/cards.txt: constructed reports with duplicate labels, same bytes each time.

    python -m benchmarks.duplicates.build

The format is that of the development data, with `card` (the hand-written problem; splits go by it) and, for some
reports, `lat` and `lon`. Times within an issue: mostly days, with a tail to a month. Pins of one issue lie apart as
Boston's staff-labelled duplicates do (median 8 m, nine of ten within 75 m), those of others anywhere in the commune.
"""

from __future__ import annotations

import json
import math
import random
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

HERE = Path(__file__).parent
START = datetime(2026, 3, 2, 6, 0)  # noqa: DTZ001  local time, as in the development data
DAYS = 210
COMMUNES = 40
SEED = 20261122

NAMES = (
    "Đông Hạ|Tây Kỳ|Phúc Thọ|Yên Lạc|Vạn Xuân|Kim Sơn|Bình Lâm|Trung Hòa|Long Khê|Cẩm Bào|Mỹ Thạnh|An Cựu|Thạch Bàn|"
    "Quảng Yên|Hòa Mục|Ngọc Trì|Tân Quới|Phước Lý|Xuân Dục|Cổ Nhuế|Hữu Bằng|La Khê|Đồng Kỵ|Vĩnh Trụ|Thượng Cát|"
    "Lạc Đạo|Nghi Phú|Hà Lam|Trà Kiệu|Bàu Sen|Cây Dừa|Láng Tròn|Giồng Găng|Rạch Sỏi|Bến Đình|Suối Tre|Đồi Chè|"
    "Nà Phặc|Bản Mù|Pa Khóm|Khe Sanh|Ia Bă|Đắk Choong|Hang Đá|Lũng Vài|Sơn Trạch|Hải Khê|Gio Hải|Thanh Thủy|Vân Canh"
).split("|")
STREETS = (
    "Lê Lợi|Trần Phú|Nguyễn Huệ|Phan Chu Trinh|Hùng Vương|Lý Thái Tổ|Hai Bà Trưng|Bạch Đằng|Ngô Quyền|Đinh Công Tráng|"
    "Hoàng Diệu|Phạm Hồng Thái|Võ Thị Sáu|Tôn Đức Thắng|Lương Văn Can|Bùi Thị Xuân|Cao Thắng|Mai Hắc Đế|Trương Định|"
    "Đội Cấn|Hồ Tùng Mậu|Chu Văn An|Tô Hiệu|Kim Đồng|Nguyễn Tri Phương|Đào Tấn|Huỳnh Thúc Kháng|Thoại Ngọc Hầu"
).split("|")
SHORT = (
    "Đá|Vôi|Chui|Mây|Rào|Ngang|Đôi|Gáo|Ông Lãnh|Bà Chiêm|Cây Me|Hàm Rồng|Ván|Xép|Ninh Hạ|Tràng Kênh|Sắt|Bây"
).split("|")
WATERS = "Cà Ty|Vàm Tấn|Con|Lèn|Nhuệ Giang|Ba Lai|Chợ Đào|Cầu Chày|Bến Ngự|Tà Rụt|Ngàn Mọ|Thị Tính".split("|")
FIRMS = (
    "May Hưng Phát|Giày Đại Lộc|Gỗ Trường Thịnh|Điện tử Sao Mai|Thủy sản Biển Xanh|Bao bì Tân Tiến|Dệt Phú Cường"
).split("|")

OPENINGS = (
    "Kính gửi Mặt trận xã, ",
    "Kính thưa các bác, ",
    "Ad ơi, ",
    "Xã ơi, ",
    "Cho tôi phản ánh: ",
    "Tôi xin phản ánh việc sau. ",
    "Chào ban biên tập ạ. ",
    "Thưa cán bộ, ",
    "A lô, ",
    "Mọi người ơi, ",
    "Nhờ hội lên tiếng giùm: ",
    "Bức xúc quá, ",
)
ENDINGS = (
    " Mong các cấp xem xét.",
    " Xin cảm ơn.",
    " Rất mong được trả lời sớm.",
    " Đề nghị xử lý dứt điểm.",
    " Nhờ các bác giúp.",
    " Dân kêu nhiều lần rồi.",
    " Trân trọng cảm ơn.",
    " Khi nào mới xong vậy?",
    " Chờ mãi không thấy ai tới.",
    " Em cảm ơn ạ.",
    " Ai có trách nhiệm xuống xem giùm.",
    " Tôi có ảnh gửi kèm.",
)
ASIDES = (
    " Tôi sống ở đây từ nhỏ, chưa bao giờ thấy cảnh này.",
    " Họp tổ lần nào cũng nêu mà chưa có hồi âm.",
    " Gia đình tôi có người già và hai cháu nhỏ.",
    " Mấy hôm trước có đoàn về chụp ảnh rồi thôi.",
    " Chúng tôi là dân lao động, không biết kêu ai.",
    " Việc này ai ở đây cũng biết, cứ hỏi là rõ.",
)

# words of the region: alley, hamlet with a name, hamlet with a number
REGIONS = {
    "north": (("ngõ", "ngách"), ("thôn", "xóm"), ("tổ", "xóm", "khu")),
    "central": (("kiệt", "ngõ"), ("thôn", "làng"), ("khối", "tổ", "đội")),
    "south": (("hẻm",), ("ấp", "xóm"), ("khu phố", "ấp", "tổ")),
    "hills": (("ngõ", "hẻm"), ("bản", "thôn"), ("tổ", "thôn")),
}
SLANG = {
    "không": ["ko", "k", "kg"],
    "được": ["dc", "đc"],
    "rồi": ["r", "rùi"],
    "với": ["vs"],
    "người": ["ng"],
    "mọi": ["mn"],
    "đường": ["đg"],
    "trước": ["trc"],
    "phường": ["p"],
    "gì": ["j"],
    "giờ": ["h"],
    "biết": ["bít"],
    "nhiều": ["nhìu"],
}
SOUTH = {"hỏng": "hư", "ngã": "té", "bẩn": "dơ", "không": "hổng", "vào": "vô", "lợn": "heo", "này": "nầy", "thế": "vậy"}
CENTRAL = {"không": "nỏ", "này": "ni", "sao": "răng", "thế": "rứa", "đâu": "mô", "kia": "tê", "chúng tôi": "bầy tui"}
TELEX = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}
TELEX_LETTERS = {"ă": "aw", "â": "aa", "đ": "dd", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw"}
OLD_TONES = {"òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "ùy": "uỳ", "úy": "uý", "ủy": "uỷ", "ụy": "uỵ"}


@dataclass(frozen=True)
class Card:
    """One hand-written problem: wordings with and without a place, thanks, returns."""

    name: str
    category: str
    kinds: tuple[str, ...]
    other: str
    placed: list[str] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)
    fixed: list[str] = field(default_factory=list)
    again: list[str] = field(default_factory=list)


def read_cards(path: Path) -> dict[str, Card]:
    """Return the cards of the file, by name."""
    cards: dict[str, Card] = {}
    card: Card | None = None
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            name, category, kinds, other = line[1:].replace("]", "").split()
            card = cards[name] = Card(name, category, tuple(kinds.split(",")), other)
        elif card is not None and line[:2] in {"= ", "~ ", "+ ", "! "}:
            {"=": card.placed, "~": card.bare, "+": card.fixed, "!": card.again}[line[0]].append(line[2:])
    return cards


class Commune:
    """A made-up commune: its own names for everything that a report may name."""

    def __init__(self, number: int, dice: random.Random) -> None:
        self.code = 70000 + number * 37
        self.province = 80 + number // 5
        self.region = ("north", "central", "south", "hills")[number % 4]
        self.centre = (10.5 + number * 0.4, 105.1 + (number % 7) * 0.4)
        self.spots: dict[str, list[float]] = {}
        hamlets = dice.sample(NAMES, 7)
        streets = dice.sample(STREETS, 6)
        alley_words, named, numbered = REGIONS[self.region]
        self.places: dict[str, list[list[str]]] = {
            "hamlet": [[f"{dice.choice(named)} {name}", f"{dice.choice(named)} {name}", name] for name in hamlets]
            + [
                [f"{word} {number}", f"{word} {number}"] for word in numbered for number in dice.sample(range(1, 15), 2)
            ],
            "street": [
                [f"đường {name}", f"phố {name}" if self.region == "north" else f"đường {name}", name]
                for name in streets
            ]
            + [
                [f"quốc lộ {n} đoạn km {k}", f"ql{n} km {k}"]
                for n, k in ((dice.randrange(1, 60), dice.randrange(3, 90)),)
            ],
            "alley": [
                [f"{word} {number} {street}", f"{word} {number} đường {street}", f"{word} {number}"]
                for street in streets[:4]
                for word in alley_words[:1]
                for number in dice.sample([*range(2, 80), "12A", "45/3", "7/21", "112/8"], 3)
            ],
            "bridge": [[f"cầu {name}"] for name in dice.sample(SHORT, 3)],
            "market": [[f"chợ {name}"] for name in dice.sample(SHORT + NAMES[:10], 3)],
            "school": [
                [f"trường tiểu học {hamlets[0]}", f"tiểu học {hamlets[0]}", f"trường {hamlets[0]}"],
                [f"trường THCS {streets[0]}", f"thcs {streets[0]}", f"cấp 2 {streets[0]}"],
                [f"trường mầm non {dice.choice(['Họa Mi', 'Sơn Ca', 'Tuổi Thơ', 'Ánh Dương'])}"],
            ],
            "river": [[f"sông {name}", f"sông {name}"] for name in dice.sample(WATERS, 2)]
            + [[f"kênh {name}"] for name in dice.sample(WATERS, 1)],
            "crossing": [[f"ngã tư {name}"] for name in dice.sample(SHORT + streets, 2)] + [[f"ngã ba {hamlets[1]}"]],
            "estate": [
                [f"chung cư {dice.choice(['Sunrise', 'Hoàng Anh', 'Bình Minh', 'Vạn Lộc'])}"],
                [f"khu dân cư {hamlets[2]}", f"kdc {hamlets[2]}"],
            ],
            "company": [[f"công ty {name}", f"cty {name}", name] for name in dice.sample(FIRMS, 3)],
            "clinic": [["trạm y tế xã", "trạm xá", "trạm y tế"]],
            "office": [["xã", "ủy ban", "phường mình"]],
            "none": [["xã mình", "xã ta", "địa phương"]],
        }

    def spot(self, place: str, dice: random.Random) -> list[float]:
        """Return where the place lies: always the same, whatever is wrong there."""
        if place not in self.spots:
            self.spots[place] = [centre + dice.uniform(-0.018, 0.018) for centre in self.centre]
        return self.spots[place]


@dataclass
class Issue:
    """One problem in one place, and what is still unsaid about it."""

    card: Card
    commune: Commune
    kind: str
    forms: list[str]
    at: float
    relation: str | None = None
    related: str | None = None
    id: str = ""
    last: float = 0.0


def set_place(sentence: str, form: str) -> str:
    """Put a place into a sentence: no head said twice, a capital at the start, no diacritics where there are none."""
    if sentence.isascii():
        form = plain(form).lower()
    elif sentence[0].islower():
        form = form.lower()
    head = form.split(" ")[0].lower()
    sentence = re.sub(rf"\b({head})\s+\{{p\}}", "{p}", sentence, flags=re.IGNORECASE)
    said = sentence.replace("{p}", form)
    return said[0].upper() + said[1:] if sentence.startswith("{p}") and not sentence.isascii() else said


def plain(text: str) -> str:
    """Return the text without diacritics, letters' case kept."""
    text = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(char for char in text if not unicodedata.combining(char))


def telex_word(word: str) -> str:
    """Return a word as a telex keyboard leaves it when the input method is off."""
    tone = ""
    out = []
    for char in unicodedata.normalize("NFC", word):
        parts = unicodedata.normalize("NFD", char)
        tone = next((TELEX[mark] for mark in parts if mark in TELEX), tone)
        bare = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in TELEX))
        out.append(TELEX_LETTERS.get(bare.lower(), bare))
    return "".join(out) + tone


def typo(text: str, dice: random.Random) -> str:
    """Return the text with one or two slips of the finger in longer words."""
    words = text.split(" ")
    long = [at for at, word in enumerate(words) if len(word) > 3]
    for at in dice.sample(long, min(len(long), dice.choice((1, 1, 2)))):
        word, spot = words[at], dice.randrange(1, len(words[at]) - 1)
        way = dice.randrange(3)
        if way == 0:
            words[at] = word[:spot] + word[spot + 1] + word[spot] + word[spot + 2 :]
        elif way == 1:
            words[at] = word[:spot] + word[spot + 1 :]
        else:
            words[at] = word[:spot] + dice.choice("nhgoaiek") + word[spot + 1 :]
    return " ".join(words)


def swap(text: str, table: dict[str, str], dice: random.Random, share: float) -> str:
    """Replace whole words by another region's, each with the given probability."""
    for word, other in table.items():
        if dice.random() < share:
            text = re.sub(rf"\b{word}\b", other, text)
    return text


def dress(text: str, commune: Commune, dice: random.Random, *, is_thanks: bool) -> tuple[str, list[str]]:
    """Return the sentence as somebody might type it, and which mechanical changes were made."""
    made: list[str] = []
    if dice.random() < 0.22 and not is_thanks:
        opening = dice.choice(OPENINGS)
        text = (plain(opening).lower() if text.isascii() else opening) + text
    if dice.random() < 0.08 and not is_thanks:
        text += dice.choice(ASIDES) if not text.isascii() else plain(dice.choice(ASIDES)).lower()
    if dice.random() < 0.25 and not is_thanks:
        ending = dice.choice(ENDINGS)
        text += plain(ending).lower() if text.isascii() else ending
    if commune.region == "south":
        text = swap(text, SOUTH, dice, 0.35)
    if commune.region == "central":
        text = swap(text, CENTRAL, dice, 0.25)
    if dice.random() < 0.18:
        text = swap(text, {word: dice.choice(ways) for word, ways in SLANG.items()}, dice, 0.6)
        made.append("teencode")
    if not text.isascii() and dice.random() < 0.18:
        text = plain(text)
        made.append("strip")
    if dice.random() < 0.10:
        text = typo(text, dice)
        made.append("typo")
    return mangle(text, made, dice), made


def mangle(text: str, made: list[str], dice: random.Random) -> str:
    """Apply at most one of the rarer changes: capitals, telex leftovers, tone placement, decomposed letters."""
    chance = dice.random()
    if chance < 0.03:
        made.append("upper")
        return text.upper()
    if text.isascii():
        return text
    if chance < 0.06:
        made.append("telex")
        return " ".join(telex_word(word) if dice.random() < 0.3 else word for word in text.split(" "))
    if chance < 0.09:
        made.append("tone")
        for new, old in OLD_TONES.items():
            text = re.sub(rf"{new}\b", old, text)
        return text
    if chance < 0.13:
        made.append("nfd")
        return unicodedata.normalize("NFD", text)
    return text


def gap(dice: random.Random) -> float:
    """Return the days until somebody else reports the same: mostly two, one in ten up to a month."""
    return dice.uniform(5, 30) if dice.random() < 0.1 else dice.expovariate(1 / 2.4) + 0.02


class Builder:
    """Lays issues into communes and time, and writes their reports."""

    def __init__(self, cards: dict[str, Card]) -> None:
        self.dice = random.Random(SEED)
        self.cards = cards
        self.communes = [Commune(number, self.dice) for number in range(COMMUNES)]
        self.rows: list[dict[str, object]] = []
        self.issues = 0
        self.laid: set[tuple[str, int]] = set()  # a card comes once in a commune, but for its own other spot

    def build(self) -> list[dict[str, object]]:
        """Return all reports in time order."""
        for card in self.cards.values():
            free = [commune for commune in self.communes if (card.name, commune.code) not in self.laid]
            for commune in self.dice.sample(free, 3 if card.kinds != ("none",) else 2):
                self.lay(card, commune)
        self.rows.sort(key=lambda row: (str(row["created_at"]), str(row["issue_id"]), str(row["text"])))
        for number, row in enumerate(self.rows, start=1):
            row["id"] = f"O{number:04d}"
        return self.rows

    def lay(self, card: Card, commune: Commune) -> None:
        """Lay a problem and, around it, the neighbours that only look like it."""
        dice = self.dice
        self.laid.add((card.name, commune.code))
        kind = dice.choice(card.kinds)
        issue = Issue(card, commune, kind, dice.choice(commune.places[kind]), dice.uniform(0, DAYS))
        around = dice.random()
        spots = [forms for forms in commune.places[kind] if forms[0] != issue.forms[0]]
        lonely = around < 0.25 and spots and kind not in {"none", "office", "clinic"}
        used = self.report(issue, dice.choice((1, 2, 2, 3, 3, 3, 4, 4)), with_bare=not lonely)
        if lonely:
            other = Issue(card, commune, kind, dice.choice(spots), issue.at + dice.uniform(-4, 16))
            other.relation, other.related = "same_category_other_spot", issue.id
            self.report(other, dice.choice((1, 1, 2, 3)), avoid=used, with_bare=False)
        elif around < 0.43 and self.fits(card.other, kind, commune):
            self.laid.add((card.other, commune.code))
            other = Issue(self.cards[card.other], commune, kind, issue.forms, issue.at + dice.uniform(-6, 12))
            other.relation, other.related = "same_place_other_problem", issue.id
            self.report(other, dice.choice((1, 2, 2, 3)))
        if card.fixed and dice.random() < 0.45:
            fixed = Issue(card, commune, kind, issue.forms, issue.last + dice.uniform(2, 14))
            fixed.relation, fixed.related = "resolved_thanks", issue.id
            self.write(fixed, [dice.choice(card.fixed)])
        if card.again and dice.random() < 0.45:
            again = Issue(card, commune, kind, issue.forms, issue.last + dice.uniform(24, 60))
            again.relation, again.related = "recurrence_after_fix", issue.id
            self.write(again, [dice.choice(card.again), *dice.sample(card.placed, dice.choice((0, 0, 1)))])

    def fits(self, name: str, kind: str, commune: Commune) -> bool:
        """Whether the card can be laid here too."""
        return name in self.cards and kind in self.cards[name].kinds and (name, commune.code) not in self.laid

    def report(
        self, issue: Issue, count: int, *, avoid: frozenset[str] = frozenset(), with_bare: bool = True
    ) -> frozenset[str]:
        """Write `count` wordings of an issue, at most one without the place; return those that were used."""
        fresh = [wording for wording in issue.card.placed if wording not in avoid] or issue.card.placed
        chosen = self.dice.sample(fresh, min(count, len(fresh)))
        if with_bare and count > 1 and issue.card.bare and self.dice.random() < 0.6:
            chosen[self.dice.randrange(len(chosen))] = self.dice.choice(issue.card.bare)
        self.write(issue, chosen)
        return frozenset(chosen)

    def write(self, issue: Issue, wordings: list[str]) -> None:
        """Write one row per wording."""
        dice, commune = self.dice, issue.commune
        self.issues += 1
        issue.id = issue.id or f"OI{self.issues:03d}"
        spot = commune.spot(issue.forms[0], dice)
        pinned = dice.random() < 0.5
        at = max(0.0, issue.at)
        for wording in wordings:
            text, made = dress(
                set_place(wording, dice.choice(issue.forms)),
                commune,
                dice,
                is_thanks=issue.relation == "resolved_thanks",
            )
            row: dict[str, object] = {
                "id": "",
                "issue_id": issue.id,
                "card": issue.card.name,
                "text": text,
                "created_at": (START + timedelta(days=at)).isoformat(timespec="seconds"),
                "commune_code": commune.code,
                "province_code": commune.province,
                "category": issue.card.category,
                "mechanical": made,
                "relation": issue.relation,
                "related_issue": issue.related,
                "no_place": wording in issue.card.bare,
            }
            if pinned and dice.random() < 0.6:
                row["lat"], row["lon"] = self.pin(spot)
            self.rows.append(row)
            issue.last = at
            at += gap(dice)

    def pin(self, spot: list[float]) -> tuple[float, float]:
        """Return a pin near the spot: median 8 m, nine of ten within 75 m, a few far off."""
        dice = self.dice
        metres = dice.choice((0.0, 3.0, 8.0, 8.0, 18.0, 25.0, 30.0, 37.0, 75.0, 140.0)) * dice.uniform(0.6, 1.4)
        way = dice.uniform(0, 2 * math.pi)
        return (
            round(spot[0] + metres * math.sin(way) / 111_320, 6),
            round(spot[1] + metres * math.cos(way) / (111_320 * math.cos(math.radians(spot[0]))), 6),
        )


def main() -> None:
    """Write the data beside the cards."""
    rows = Builder(read_cards(HERE / "data" / "cards.txt")).build()
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    (HERE / "data" / "petitions_own.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    issues = {row["issue_id"] for row in rows}
    print(f"{len(rows)} reports, {len(issues)} issues, {COMMUNES} communes")


if __name__ == "__main__":
    main()
