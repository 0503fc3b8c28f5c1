"""`nghedan channels`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bot.cli.frame import example, in_loop, json_option, load_settings, print_json
from bot.cli.opened import opened

if TYPE_CHECKING:
    from datetime import datetime

    from bot.settings import Settings
    from storage.usage import ChannelState


@click.command(epilog=example("channels", "channels --json | jq '.[] | select(.failure != \"\")'"))
@json_option
@in_loop
async def command(*, as_json: bool) -> None:
    """
    Show how each messenger is: queue, quota, costs, last errors.

    `waiting` are messages that Zalo lets us send only when the person writes again. Exit status 1 when a messenger
    has failed and delivered nothing since.
    """
    settings = load_settings()
    from datetime import UTC, datetime

    from storage import oauth, usage

    now = datetime.now(UTC)
    async with opened(settings) as database, database.read() as db:
        states = dict(await usage.channel_states(db, now=now))
        used = await usage.used(db, now=now)
        pair = await oauth.pair_of(db, "zalo_oa")
    for name in _enabled(settings):
        states.setdefault(name, usage.ChannelState(name))
    entries = [_entry(settings, states[name], used.get(name, {}), now) for name in sorted(states)]
    for entry in entries:
        if entry["channel"] == "zalo_oa" and entry["enabled"]:
            entry["consent_until"] = pair.refresh_expires_at if pair is not None and pair.lost_at is None else None
    if as_json:
        print_json(entries)
    else:
        for entry in entries:
            _print(entry)
    if any(entry["health"] == "bad" for entry in entries):
        click.get_current_context().exit(1)


def _enabled(settings: Settings) -> list[str]:
    possible = {
        "webchat": True,
        "telegram": settings.telegram.enabled,
        "zalo_oa": settings.zalo_oa.enabled,
        "zalo_bot": settings.zalo_bot.enabled,
        "email": settings.email.enabled,
    }
    return [name for name, enabled in possible.items() if enabled]


def _entry(settings: Settings, state: ChannelState, used: dict[str, tuple[int, int]], now: datetime) -> dict[str, Any]:
    enabled = state.channel in _enabled(settings)
    broken = state.failed_at is not None and (state.delivered_at is None or state.delivered_at < state.failed_at)
    return {
        "channel": state.channel,
        "enabled": enabled,
        "health": "bad" if enabled and broken else "ok" if enabled else "off",
        "queued": state.queued,
        "oldest_seconds": round((now - state.oldest).total_seconds()) if state.oldest else 0,
        "waiting": state.waiting,
        "failed_today": state.failed,
        "people": state.people,
        "unreachable": state.unreachable,
        "received_this_month": state.received,
        "sent_this_month": state.sent,
        "counted": {kind: count for kind, (count, _) in sorted(used.items())},
        "cost_dong": sum(cost for _, cost in used.values()),
        "quota": _quota(settings, state, used),
        "last_received": state.heard_at,
        "last_delivered": state.delivered_at,
        "last_failed": state.failed_at,
        "failure": state.failure,
    }


def _quota(settings: Settings, state: ChannelState, used: dict[str, tuple[int, int]]) -> str:
    if state.channel == "zalo_bot":
        plan = settings.zalo_bot
        messages = state.sent + (state.received if plan.plan_counts == "both" else 0)
        return f"{state.people}/{plan.plan_users or '∞'} users, {messages}/{plan.plan_messages or '∞'} messages"
    if state.channel == "zalo_oa":
        ceiling = settings.zalo_oa.ceiling
        return f"{sum(cost for _, cost in used.values())}/{ceiling or '∞'} dong"
    return ""


def _print(entry: dict[str, Any]) -> None:
    colour = {"ok": "green", "bad": "red", "off": "yellow"}[entry["health"]]
    health = click.style(f"{entry['health']:>4}", fg=colour)
    click.echo(f"{health}  {click.style(entry['channel'], bold=True)}")
    age = f", the oldest for {entry['oldest_seconds']} s" if entry["oldest_seconds"] else ""
    click.echo(f"      queue: {entry['queued']} to send{age}, {entry['waiting']} wait for people to write")
    click.echo(
        f"      this month: {entry['received_this_month']} received, {entry['sent_this_month']} sent; "
        f"{entry['people']} people, {entry['unreachable']} unreachable"
    )
    if entry["quota"]:
        kinds = ", ".join(f"{kind} {count}" for kind, count in entry["counted"].items())
        click.echo(f"      quota: {entry['quota']}" + (f" ({kinds})" if kinds else ""))
    if "consent_until" in entry:
        until = entry["consent_until"]
        click.echo(f"      consent: {f'until {until:%Y-%m-%d}' if until else 'none: run `nghedan zalo connect`'}")
    if entry["failure"]:
        click.echo(f"      last error: {entry['failure']} at {entry['last_failed']:%Y-%m-%d %H:%M} UTC")
    for reason, count in sorted(entry["failed_today"].items()):
        click.echo(f"      given up today: {count} × {reason}")
