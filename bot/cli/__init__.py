"""
The command line: one file (or folder) a command, loaded when it is asked for.

Nothing heavy is imported here or at the top of such a file, so that `--help` answers at once. A command's
file holds `command`, a click command; its line in the table below stands first in the command's docstring.
"""

from __future__ import annotations

import importlib
import sys
from typing import Any

import click

from bot import __version__
from bot.cli.frame import report_error

COMMANDS = {
    "run": "Start the program and say which page to open.",
    "demo": "Load a believable data set to look at.",
    "doctor": "Check the installation and say what to do.",
    "channels": "Show how each messenger is: queue, quota, costs, last errors.",
    "zalo": "Connect a Zalo Official Account.",
    "migrate": "Bring the database to the newest schema and list of units.",
    "officer": "Invite and list officers, change where they work, disable them.",
    "office": "Enter where people can meet and phone a body.",
    "workdays": "Enter days off and extra working days that differ from the table of holidays.",
    "units": "Look at provinces and communes; load ward polygons.",
    "digest": "Compile a day's digests, or show what they would say.",
    "weekly": "Compile the leaders' weekly digests, or show what they would say.",
    "follows": "Send residents the month's news of what they follow, or show it.",
    "report": "Build, list, explain and approve periodic reports; set their calendar, heads and templates.",
    "indicator": "Set yearly targets and enter what was reached.",
    "jobs": "List the clock's jobs and run one by hand.",
    "match": "Show which open cases a text resembles.",
    "duplicates": "Group a province's petitions of one problem; rebuild their index.",
    "place": "Show which units a text or a position may mean.",
    "understand": "Show what is read out of a petition's text.",
    "audit": "Check that nobody changed the audit trail, and show it.",
    "backup": "Write a consistent copy of the database and the files.",
    "restore": "Put a backup into an empty installation.",
}
"""Name and short help of every command; each is `bot/cli/NAME.py`."""


class LazyGroup(click.Group):
    """A group that imports a command's file only when that command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's file."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = importlib.import_module(f"bot.cli.{cmd_name}").command
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table, without importing one."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Settings come from the environment and from .env; .env.example explains each.",
)
@click.version_option(__version__, message="nghedan %(version)s")
def cli() -> None:
    """Nghe Dân: residents tell the Fatherland Front what troubles them, and are answered."""


def main(arguments: list[str] | None = None) -> None:
    """
    Run the command line and end the process.

    Exit status: 0 done; 1 it could not be done, or a check found something; 2 wrong usage or wrong settings.
    """
    try:
        # Outside click's standalone mode an exit status comes back as the result.
        status: Any = cli.main(arguments, prog_name="nghedan", standalone_mode=False)
    except Exception as error:  # noqa: BLE001 - the last place that can turn it into a sentence
        sys.exit(report_error(error))
    sys.exit(status if isinstance(status, int) else 0)
