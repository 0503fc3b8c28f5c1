"""
Take the pictures of the README anew: `.venv/bin/python docs/images/take.py` (needs `make setup-dev` and a Chromium).

The real program runs on a free port over the demo in a folder that is thrown away; a resident files a petition, an
officer of that commune opens it.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parent
NGHEDAN = Path(sys.executable).with_name("nghedan")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
]  # fmt: skip
PETITION = "Đèn đường trước nhà văn hóa thôn Lai Trung xã Quảng Điền, Huế hỏng cả tháng nay, tối đi không thấy gì"
OFFICER_OF = "Quảng Điền"


@contextmanager
def program(folder: str) -> Iterator[tuple[str, str]]:
    """Yield the page's address and the login link of an officer."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = {"NGHEDAN_DATA_FOLDER": f"{folder}/var", "NGHEDAN_WEB_PORT": str(port), "DATABASE_URL": ""}
    environ = {**os.environ, **settings, "TELEGRAM_TOKEN": "", "PUBLIC_URL": ""}
    demo = subprocess.run(  # noqa: S603  # our own command
        [NGHEDAN, "demo", "--json"], cwd=folder, env=environ, check=True, capture_output=True, text=True
    )
    logins = json.loads(demo.stdout)["logins"]
    (link,) = [login["link"] for login in logins if login["role"] == "officer" and OFFICER_OF in login["unit"]]
    with (Path(folder) / "log").open("w") as log:
        running = subprocess.Popen([NGHEDAN, "run"], cwd=folder, env=environ, stdout=log, stderr=log)  # noqa: S603
        try:
            wait_for(port)
            yield f"http://127.0.0.1:{port}/", link
        finally:
            running.terminate()
            running.wait(20)


def wait_for(port: int) -> None:
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("the program did not open its port")


def a_page(browser: Browser, width: int, height: int, scale: float) -> Page:
    size = {"width": width, "height": height}
    return browser.new_context(viewport=size, locale="vi-VN", device_scale_factor=scale).new_page()


def say(page: Page, text: str) -> None:
    page.fill("#text", text)
    page.keyboard.press("Enter")
    page.wait_for_timeout(1200)


def tap(page: Page, *labels: str) -> None:
    """Tap the newest button of each label, one after the other."""
    for label in labels:
        page.get_by_role("button", name=label).last.click(timeout=10_000)
        page.wait_for_timeout(1200)


def shoot(page: Page, name: str) -> None:
    page.wait_for_timeout(500)
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        page.screenshot(path=file.name)
        Image.open(file.name).convert("RGB").save(HERE / name, optimize=True)
    print(f"{name}: {(HERE / name).stat().st_size / 1000:.0f} kB")


def file_petition(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_timeout(1500)
    say(page, PETITION)
    tap(page, "Tôi đồng ý", "Đúng rồi", "Mặt trận", "Tiếp tục")
    for _ in range(3):  # the demo may hold something that looks like a repeat
        if page.get_by_role("button", name="Việc khác").count():
            tap(page, "Việc khác")
    tap(page, "Đúng, gửi đi")


def main() -> None:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, program(folder) as (address, link), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        officer = a_page(browser, 1280, 860, 1)
        officer.goto(link)
        officer.wait_for_timeout(1500)
        resident = a_page(browser, 390, 844, 1.5)
        file_petition(resident, address)
        shoot(resident, "resident.png")
        tap(officer, "Mở việc này")
        shoot(officer, "officer.png")
        browser.close()


if __name__ == "__main__":
    main()
