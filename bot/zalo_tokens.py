"""
The tokens of the Official Account: one row for all processes, renewed by one of them, encrypted at rest.

A refresh token works once, and an answer that is lost cannot be asked for again. So: the lease of the row's version is
taken first; Zalo is asked without holding a transaction; the answer is put on disk (sealed) before anything else, then
into the row, and only then used. A process that is killed in between leaves the answer on its disk for its next start.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import structlog

from actions.notices import tell_officers
from bot.keys import secret_key
from bot.sealing import Seal
from bot.settings import Settings
from bot.timing import Clock, SystemClock
from channels.contract import BadConfig, SendError, Unreachable
from channels.zalo_oa.oauth import REFRESH_LIFE, ConsentLost, OAuth, Pair, consent_link, new_verifier
from conversation.messages import Words, words
from domain.calendar import local_date
from storage import oauth, recipients
from storage.database import Database
from storage.oauth import StoredPair

log = structlog.get_logger(__name__)

CHANNEL: Final = "zalo_oa"
RENEW_BEFORE: Final = timedelta(hours=5)
"""An access token of 25 hours is renewed at about 20: five are left to mend what fails. Source: zalo reference B2."""

LEASE: Final = timedelta(seconds=60)
"""Longer than Zalo is waited for (15 s): two never send one refresh token."""

LOOK_AGAIN: Final = timedelta(seconds=30)
"""How long a token that was read is used without looking whether another process has renewed it."""

PATIENCE_SECONDS: Final = 30.0
WAIT_SECONDS: Final = 0.2
CONSENT_LIFE: Final = timedelta(hours=1)
"""How long a printed consent link may be used."""

ALARMS: Final = (timedelta(days=14), timedelta(days=1))
"""Before the refresh token's end; while all is well it is renewed daily and no alarm ever comes."""


@dataclass(frozen=True, slots=True)
class _Known:
    pair: Pair
    version: int
    expires_at: datetime
    read_at: datetime


class StoredTokens:
    """Implements `channels.zalo_oa.Tokens`. `journal` is the file that holds an answer until it is in the row."""

    def __init__(
        self,
        database: Database,
        client: OAuth,
        seal: Seal,
        *,
        clock: Clock,
        me: str,
        journal: Path,
        wake: Callable[[], None] = lambda: None,
    ) -> None:
        self._database, self._client, self._seal = database, client, seal
        self._clock, self._me, self._journal, self._wake = clock, me, journal, wake
        self._known: _Known | None = None
        self._turn = asyncio.Lock()

    # --- Using ---------------------------------------------------------------------------------------------------

    async def current(self) -> str:
        """See `Tokens.current`."""
        known, now = self._known, self._clock.now()
        if known is None or now >= known.expires_at or now - known.read_at > LOOK_AGAIN:
            known = await self._read()
        if now < known.expires_at:
            return known.pair.access
        return await self.renewed(known.pair.access)

    async def stored(self) -> str:
        """Return the token of the row, good or not."""
        return (await self._read()).pair.access

    async def renewed(self, spent: str) -> str:
        """See `Tokens.renewed`."""
        async with self._turn:
            return (await self._renewed(spent)).pair.access

    async def _renewed(self, spent: str) -> _Known:
        waited = 0.0
        while True:
            known = await self._read()
            if known.pair.access != spent:
                return known  # another process was faster
            if await self._leased(known.version):
                return await self._renew(known)
            if waited >= PATIENCE_SECONDS:
                raise Unreachable("another process is renewing the token and does not come to an end")
            await self._clock.sleep(WAIT_SECONDS)
            waited += WAIT_SECONDS

    async def _leased(self, version: int) -> bool:
        async with self._database.begin() as db:
            return await oauth.take_lease(db, CHANNEL, version, self._me, now=self._clock.now(), lasts=LEASE)

    async def _renew(self, known: _Known) -> _Known:
        """Ask Zalo with the only right to do so."""
        try:
            pair = await self._client.refresh(known.pair.refresh)
        except ConsentLost as error:
            await self._lost(known.version, str(error))
            raise
        except SendError as error:
            log.error("token_not_renewed", channel=CHANNEL, code=error.code, doubtful=error.doubtful)  # noqa: TRY400
            await self._give_lease_back()
            raise
        await asyncio.to_thread(self._write_journal, known.version, pair)
        await self._store(known.version, pair)
        log.info("token_renewed", channel=CHANNEL, version=known.version + 1)
        return await self._read()

    async def _store(self, version: int, pair: Pair) -> None:
        """Write the next version; while the database is away, try again: the old refresh token is spent."""
        while True:
            now = self._clock.now()
            try:
                async with self._database.begin() as db:
                    await oauth.rotate(
                        db,
                        CHANNEL,
                        version,
                        self._sealed(pair),
                        now=now,
                        access_until=now + pair.lifetime,
                        refresh_until=now + REFRESH_LIFE,
                    )
            except Exception as error:  # noqa: BLE001 - whatever it is, the pair must not be lost
                log.warning("token_waits_for_database", channel=CHANNEL, error=type(error).__name__)
                await self._clock.sleep(1.0)
            else:
                await asyncio.to_thread(self._journal.unlink, missing_ok=True)
                return

    async def _read(self) -> _Known:
        async with self._database.read() as db:
            row = await oauth.pair_of(db, CHANNEL)
        if row is None:
            raise BadConfig("the Official Account is not connected: run `nghedan zalo connect`")
        if row.lost_at is not None and self._clock.now() >= row.access_expires_at:
            raise ConsentLost("the consent is lost: run `nghedan zalo connect`")
        self._known = _Known(self._opened(row.sealed), row.version, row.access_expires_at, self._clock.now())
        return self._known

    async def _give_lease_back(self) -> None:
        with contextlib.suppress(Exception):  # it runs out by itself
            async with self._database.begin() as db:
                await oauth.release(db, CHANNEL, self._me)

    async def _lost(self, version: int, reason: str) -> None:
        """Zalo refuses the refresh token: an alarm at once, for the access token lives hours at most."""
        now = self._clock.now()
        async with self._database.begin() as db:
            if not await oauth.mark_lost(db, CHANNEL, version, at=now):
                return
            await self._alarm(db, words("zalo-token-lost"), f"zalo-token-lost/{version}", now)
        log.critical("token_lost", channel=CHANNEL, reason=reason, do="nghedan zalo connect")
        self._wake()

    async def _alarm(self, db: object, sentence: Words, once: str, now: datetime) -> None:
        administrators = await recipients.administrators(db)  # type: ignore[arg-type]
        await tell_officers(db, administrators, sentence, now=now, once=once)  # type: ignore[arg-type]

    # --- Keeping -------------------------------------------------------------------------------------------------

    async def keep(self) -> int:
        """Renew ahead of time and give alarms; for the clock. Returns how many things were done."""
        await self.recover()
        async with self._database.read() as db:
            row = await oauth.pair_of(db, CHANNEL)
        if row is None:
            return 0
        done = await self._alarms(row)
        if row.lost_at is None and row.access_expires_at - self._clock.now() <= RENEW_BEFORE:
            await self.renewed(self._opened(row.sealed).access)
            done += 1
        return done

    async def _alarms(self, row: StoredPair) -> int:
        now = self._clock.now()
        left = row.refresh_expires_at - now
        near = [ahead for ahead in ALARMS if left <= ahead]
        if not near:
            return 0
        days = near[-1].days
        sentence = words("zalo-token-ends", day=local_date(row.refresh_expires_at), days=max(0, left.days))
        async with self._database.begin() as db:
            await self._alarm(db, sentence, f"zalo-token/{row.version}/{days}", now)
        log.critical("token_ends", channel=CHANNEL, days=max(0, left.days), do="nghedan zalo connect")
        self._wake()
        return 1

    async def recover(self) -> bool:
        """Take in an answer that a killed process of this folder left; True when there was one."""
        left = await asyncio.to_thread(self._read_journal)
        if left is None:
            return False
        version, pair = left
        async with self._database.read() as db:
            row = await oauth.pair_of(db, CHANNEL)
        if row is not None and row.version == version:
            await self._store(version, pair)
            log.warning("token_recovered", channel=CHANNEL, version=version + 1)
            return True
        await asyncio.to_thread(self._journal.unlink, missing_ok=True)
        return False

    def _write_journal(self, version: int, pair: Pair) -> None:
        text = json.dumps({"version": version, "sealed": self._sealed(pair)})
        unfinished = self._journal.with_suffix(".part")
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(self._journal)

    def _read_journal(self) -> tuple[int, Pair] | None:
        try:
            left = json.loads(self._journal.read_text())
            return int(left["version"]), self._opened(left["sealed"])
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError):
            log.error("token_journal_not_read", channel=CHANNEL)  # noqa: TRY400  # never its content
            return None

    # --- Connecting ----------------------------------------------------------------------------------------------

    async def begin_consent(self, app_id: str, redirect_uri: str, *, url: str) -> str:
        """Return the link that an administrator of the account opens to agree."""
        verifier, state = new_verifier(), secrets.token_urlsafe(24)
        now = self._clock.now()
        async with self._database.begin() as db:
            await oauth.forget_consents(db, before=now - timedelta(days=1))
            sealed = self._seal.close(verifier, place=_place(state))
            await oauth.begin_consent(db, CHANNEL, _hashed(state), sealed, expires_at=now + CONSENT_LIFE)
        return consent_link(app_id, redirect_uri, verifier, state, url=url)

    async def finish_consent(self, state: str, code: str) -> bool:
        """
        Exchange a consent's code; False when the state is none of ours, or was used.

        Raises:
            SendError: Zalo gave no token.
        """
        async with self._database.begin() as db:
            sealed = await oauth.use_consent(db, CHANNEL, _hashed(state), now=self._clock.now())
        if sealed is None:
            return False
        await self.put(await self._client.exchange(code, self._seal.open(sealed, place=_place(state))))
        return True

    async def put(self, pair: Pair) -> None:
        """Store a pair that was got elsewhere, such as in the console's API Explorer: the way back."""
        now = self._clock.now()
        async with self._database.begin() as db:
            await oauth.put_new(
                db,
                CHANNEL,
                self._sealed(pair),
                now=now,
                access_until=now + pair.lifetime,
                refresh_until=now + REFRESH_LIFE,
            )
        await asyncio.to_thread(self._journal.unlink, missing_ok=True)
        self._known = None

    def _sealed(self, pair: Pair) -> str:
        text = json.dumps([pair.access, pair.refresh, pair.lifetime.total_seconds()])
        return self._seal.close(text, place=f"oauth_pair/{CHANNEL}")

    def _opened(self, sealed: str) -> Pair:
        access, refresh, seconds = json.loads(self._seal.open(sealed, place=f"oauth_pair/{CHANNEL}"))
        return Pair(access, refresh, timedelta(seconds=seconds))


def _hashed(state: str) -> str:
    return hashlib.sha256(state.encode()).hexdigest()


def _place(state: str) -> str:
    return f"oauth_consent/{_hashed(state)}"


def stored_tokens(database: Database, settings: Settings, *, clock: Clock | None = None, me: str = "") -> StoredTokens:
    """Return the tokens of the account that the settings name."""
    oa = settings.zalo_oa
    return StoredTokens(
        database,
        OAuth(oa.app_id, oa.app_secret.reveal(), url=oa.oauth_url),
        Seal(secret_key(settings.key_file), "zalo oa tokens"),
        clock=clock or SystemClock(),
        me=me or secrets.token_hex(8),
        journal=settings.general.data_folder / "zalo-oa-token.json",
    )


class _ReadOnly:
    """Gives the stored token and renews nothing: for whoever only wants to look."""

    def __init__(self, tokens: StoredTokens) -> None:
        self._tokens = tokens

    async def current(self) -> str:
        return await self._tokens.stored()

    async def renewed(self, spent: str) -> str:
        raise BadConfig("the token is refused; the running program renews it")


def read_only(database: Database, settings: Settings) -> _ReadOnly:
    """Return the stored token for a look at the account."""
    return _ReadOnly(stored_tokens(database, settings))
