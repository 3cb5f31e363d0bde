"""A real Chromium against the real application."""

import os
import shutil
import threading
from collections.abc import Iterator

import pytest
import waitress
from playwright.sync_api import Browser, Page, sync_playwright

from screener.settings import embedded as embedded_settings
from screener.web import WebSettings, create_app
from screener.wiring import embedded

_QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    settings = embedded_settings({"SCREENER_JOB_THREADS": "2"}, data=tmp_path_factory.mktemp("data"))
    with embedded(settings) as app:
        server = waitress.create_server(create_app(app.services, WebSettings("k" * 32)), host="127.0.0.1", port=0)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.effective_port}"
        server.close()
        thread.join(5)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not path:
        # Loud on a developer's machine, a failure where nobody reads along.
        reason = "the browser tests need Chromium: install it or name it in CHROMIUM"
        assert not os.environ.get("CI"), reason
        pytest.skip(reason)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=_QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page; an error on the console fails the test."""
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []
