"""The text of `.env.example`, made from the settings: `python -m bot.env_example > .env.example`."""

from __future__ import annotations

import inspect
from datetime import time

from bot.environment import Secret, declared_settings
from bot.settings import GROUPS

HEAD = """\
# Nghe Dân: every setting, with its default. None is needed to start.
# To change one, copy this file to .env and take away the # before it; a variable of the environment wins over
# .env. Quotes around a value are allowed. What cannot be used is named at start, all of it at once.
"""


def env_example() -> str:
    """Return every setting in its group, each with its meaning and its default behind a `#`."""
    blocks = [HEAD]
    for group in GROUPS:
        title = (inspect.getdoc(group) or "").splitlines()[0].rstrip(".")
        blocks.append(f"# ---- {title} {'-' * (110 - len(title))}"[:110] + "\n")
        for declared in declared_settings(group):
            about = "".join(f"# {line}\n" for line in declared.metadata["about"].splitlines())
            blocks.append(f"{about}#{declared.metadata['name']}={shown(declared.default)}\n")
    return "\n".join(blocks)


def shown(default: object) -> str:
    """Return a default as it would be written."""
    match default:
        case Secret():
            return ""
        case time():
            return f"{default:%H:%M}"
        case float():
            return f"{default:g}"
        case _:
            return str(default)


if __name__ == "__main__":
    print(env_example(), end="")  # noqa: T201 - printing it is its purpose
