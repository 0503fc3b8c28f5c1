from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from bot.environment import BadSettingsError
from bot.settings import SETTING_NAMES, Settings

TOKEN = "123456:AAE-made-up_token"


def load(env_file: Path | None = None, /, **environ: str) -> Settings:
    return Settings.load(environ, env_file=env_file)


def problems(env_file: Path | None = None, /, **environ: str) -> tuple[str, ...]:
    with pytest.raises(BadSettingsError) as caught:
        load(env_file, **environ)
    return caught.value.problems


def test_nothing_has_to_be_set():
    settings = load()

    assert settings == Settings()
    assert settings.database_url == "sqlite+aiosqlite:///var/nghedan.db"
    assert settings.public_url == "http://127.0.0.1:8080"
    assert not settings.telegram.enabled


def test_an_empty_variable_counts_as_unset():
    assert load(NGHEDAN_WEB_PORT="", TELEGRAM_TOKEN=" ") == Settings()


def test_all_bad_settings_are_named_at_once():
    found = problems(
        NGHEDAN_WEB_PORT="eighty",
        NGHEDAN_DIGEST_AT="7h30",
        TELEGRAM_API_URL="telegram.org",
        NGHEDAN_LOG_LEVEL="loud",
    )

    assert [sentence.partition(":")[0] for sentence in found] == [
        "NGHEDAN_LOG_LEVEL", "NGHEDAN_WEB_PORT", "TELEGRAM_API_URL", "NGHEDAN_DIGEST_AT",
    ]  # fmt: skip


def test_a_problem_says_what_is_expected_and_what_was_written():
    assert problems(NGHEDAN_WEB_PORT="70000") == (
        "NGHEDAN_WEB_PORT: a whole number from 0 to 65535 is expected; '70000' is not.",
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_TOKEN", "hunter2"),
        ("NGHEDAN_TELEGRAM_WEBHOOK_SECRET", "hunter2"),
        ("DATABASE_URL", "mysql://me:hunter2@h/d"),
    ],
)
def test_a_bad_secret_is_not_shown(name, value):
    assert "hunter2" not in str(problems(**{name: value}))


def test_a_misspelt_name_is_an_error_that_offers_the_right_one():
    assert problems(NGHEDAN_WEB_PROT="80") == (
        "NGHEDAN_WEB_PROT: there is no such setting. Is NGHEDAN_WEB_PORT meant?",
    )


def test_other_peoples_variables_are_left_alone():
    assert load(HOME="/home/an", TELEGRAM_ROOM="7") == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("NGHEDAN_WEB_PORT", "-1"),
        ("NGHEDAN_WEB_PORT", "80.5"),
        ("NGHEDAN_PACE_OVERALL", "nan"),
        ("NGHEDAN_PACE_PER_CHAT", "-1"),
        ("NGHEDAN_DIGEST_AT", "24:00"),
        ("NGHEDAN_DIGEST_AT", "7:5"),
        ("PUBLIC_URL", "ftp://nghedan.example.vn"),
        ("PUBLIC_URL", "https://nghedan.example.vn/?a=b"),
        ("PUBLIC_URL", "https://"),
        ("PUBLIC_URL", "https://nghe dan.vn"),
        ("DATABASE_URL", "sqlite://"),
        ("DATABASE_URL", "sqlite:///"),
        ("DATABASE_URL", "postgresql://host"),
        ("DATABASE_URL", "nghedan.db"),
        ("TELEGRAM_TOKEN", "abc:def"),
        ("NGHEDAN_TELEGRAM_MODE", "push"),
        ("NGHEDAN_FILE_MAX_BYTES", "20MB"),
    ],
)
def test_a_value_out_of_its_kind_or_bounds_is_refused(name, value):
    assert [sentence.partition(":")[0] for sentence in problems(**{name: value})] == [name]


@pytest.mark.parametrize(
    ("written", "used"),
    [
        ("sqlite:///a.db", "sqlite+aiosqlite:///a.db"),
        ("sqlite:////srv/a.db", "sqlite+aiosqlite:////srv/a.db"),
        ("postgres://u:p@h/d", "postgresql+asyncpg://u:p@h/d"),
        ("postgresql://u:p@h:5433/d", "postgresql+asyncpg://u:p@h:5433/d"),
        ("postgresql+asyncpg://h/d", "postgresql+asyncpg://h/d"),
    ],
)
def test_a_database_address_gets_our_driver(written, used):
    assert load(DATABASE_URL=written).database_url == used


def test_values_arrive_as_what_they_are():
    settings = load(
        NGHEDAN_DIGEST_AT="6:45", NGHEDAN_DATA_FOLDER="/srv/nghedan", NGHEDAN_PACE_OVERALL="2.5",
        PUBLIC_URL="https://nghedan.example.vn/", NGHEDAN_LOG_LEVEL="DEBUG",
    )  # fmt: skip

    assert settings.digest.at == time(6, 45)
    assert settings.database_url == "sqlite+aiosqlite:////srv/nghedan/nghedan.db"
    assert settings.files_folder == Path("/srv/nghedan/files")
    assert settings.pace.overall == 2.5
    assert settings.public_url == "https://nghedan.example.vn"
    assert settings.general.log_level == "debug"


def test_the_public_address_of_a_server_open_to_all_is_this_machine():
    assert load(NGHEDAN_WEB_HOST="0.0.0.0", NGHEDAN_WEB_PORT="81").public_url == "http://127.0.0.1:81"


def test_an_ipv6_address_is_put_in_brackets():
    assert load(NGHEDAN_WEB_HOST="::1").public_url == "http://[::1]:8080"


def test_telegram_is_called_by_webhook_only_where_it_can_reach_us():
    assert load(PUBLIC_URL="https://nghedan.example.vn").telegram_by_webhook
    assert not load(PUBLIC_URL="http://nghedan.example.vn").telegram_by_webhook
    assert not load(PUBLIC_URL="https://nghedan.example.vn", NGHEDAN_TELEGRAM_MODE="polling").telegram_by_webhook


def test_a_webhook_without_a_public_https_address_is_a_contradiction():
    assert problems(NGHEDAN_TELEGRAM_MODE="webhook", PUBLIC_URL="http://nghedan.example.vn") == (
        "NGHEDAN_TELEGRAM_MODE: webhook needs PUBLIC_URL to be an https address.",
    )


def test_secrets_do_not_show_in_a_listing_of_the_settings():
    settings = load(TELEGRAM_TOKEN=TOKEN, DATABASE_URL="postgresql://u:hunter2@h/d")

    assert settings.telegram.token.reveal() == TOKEN
    assert TOKEN not in repr(settings)
    assert "hunter2" not in repr(settings)
    assert settings.telegram.webhook_secret.reveal() not in repr(settings)


def test_the_webhook_secret_comes_from_the_token_unless_one_is_given():
    made = load(TELEGRAM_TOKEN=TOKEN).telegram.webhook_secret
    given = load(TELEGRAM_TOKEN=TOKEN, NGHEDAN_TELEGRAM_WEBHOOK_SECRET="a-secret-of-our-own").telegram.webhook_secret

    assert made == load(TELEGRAM_TOKEN=TOKEN).telegram.webhook_secret
    assert made != load(TELEGRAM_TOKEN=TOKEN + "2").telegram.webhook_secret
    assert given.reveal() == "a-secret-of-our-own"
    assert not load().telegram.webhook_secret


def test_a_file_is_read_and_the_environment_wins_over_it(tmp_path):
    file = tmp_path / ".env"
    file.write_text(
        "# a remark\n\nexport NGHEDAN_WEB_PORT=81 # why\nNGHEDAN_WEB_HOST = '0.0.0.0'\n"
        'NGHEDAN_OFFICE_ADDRESS="12 Trần Phú # tầng 2"\nNGHEDAN_DIGEST_AT=\n',
        encoding="utf-8",
    )

    settings = load(file, NGHEDAN_WEB_HOST="127.0.0.2")

    assert (settings.web.port, settings.web.host) == (81, "127.0.0.2")
    assert settings.office.address == "12 Trần Phú # tầng 2"
    assert settings.digest.at == time(7, 30)


def test_a_file_with_mistakes_names_the_lines_without_showing_them(tmp_path):
    file = tmp_path / ".env"
    file.write_text("TELEGRAM_TOKEN 1:secret\nNGHEDAN_WEB_HOST='open\nNGHEDAN_WEB_PROT=1\n", encoding="utf-8")

    found = problems(file)

    assert [sentence.split(": ")[0] for sentence in found] == [
        f"{file}, line 1",
        f"{file}, line 2",
        "NGHEDAN_WEB_PROT",
    ]
    assert "secret" not in str(found)


def test_a_missing_file_says_nothing(tmp_path):
    assert load(tmp_path / ".env") == Settings()


def test_every_setting_has_its_own_name():
    assert len(set(SETTING_NAMES)) == len(SETTING_NAMES)
