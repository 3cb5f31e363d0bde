"""What a recruiter does: upload several files, see the ranking fill, open one, check a quote."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

SAMPLES = Path(__file__).parents[1] / "samples"

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def upload(page: Page, address: str, *names: str) -> None:
    page.goto(f"{address}/upload")
    page.set_input_files("#files", [SAMPLES / name for name in names])
    page.click("#send")
    for name in names:
        expect(page.locator("tr", has_text=name)).to_contain_text("screened", timeout=30_000)


def test_several_files_are_uploaded_with_their_states(page: Page, address: str, tmp_path: Path) -> None:
    upload(page, address, "cv009.pdf", "cv054.docx")
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"")
    page.set_input_files("#files", broken)
    page.click("#send")
    row = page.locator("tr", has_text="broken.pdf")
    expect(row).to_contain_text("can't be read", timeout=30_000)
    expect(row).to_contain_text("send it again")
    page.goto(f"{address}/")
    page.goto(f"{address}/upload")
    expect(page.locator("tbody tr")).to_have_count(3)  # leaving and coming back keeps the list


def test_files_can_be_dropped(page: Page, address: str) -> None:
    page.goto(f"{address}/upload")
    transfer = page.evaluate_handle(
        "() => { const t = new DataTransfer(); t.items.add(new File(['Education\\nBSc Mechanical Engineering, 2010'], 'dropped.txt')); return t; }"
    )
    page.dispatch_event("#drop", "drop", {"dataTransfer": transfer})
    expect(page.locator("tr", has_text="dropped.txt")).to_contain_text("screened", timeout=30_000)


def test_the_ranking_leads_to_quotes_by_keyboard(page: Page, address: str) -> None:
    upload(page, address, "cv071.pdf", "cv074.txt")
    page.goto(f"{address}/")
    assert page.locator("tbody tr").count() >= 2
    shown = [int(t) for t in page.locator("tbody td.num strong").all_inner_texts()]
    assert shown == sorted(shown, reverse=True)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Applicant")
    expect(page.locator(".summary")).to_contain_text("shown")
    assert page.locator(".finding").count() >= 8
    assert page.locator(".finding blockquote").count() >= 1
    page.keyboard.press("e")
    lit = page.locator(".lit[data-evidence]")
    expect(lit.first).to_be_visible()
    assert len({quote.get_attribute("data-evidence") for quote in lit.all()}) == 1


def test_no_page_shows_a_bare_score_or_a_name(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    for bar in page.locator("svg.score").all():
        assert "open" in (bar.get_attribute("aria-label") or "")
    assert ".pdf" not in page.locator("tbody").inner_text()  # file names often are names


def test_search_in_evidence_narrows_the_list(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    everybody = page.locator("tbody tr").count()
    page.keyboard.press("/")
    page.keyboard.type("zzz-not-in-any-cv")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Nobody here fits")
    assert everybody > 0


def test_the_reference_needs_no_other_site(page: Page, address: str) -> None:
    page.goto(f"{address}/api")
    expect(page.locator("main")).to_contain_text("/api/v1/applications")


def test_without_javascript_the_form_still_works(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/upload")
    page.set_input_files("#files", [SAMPLES / "cv074.txt"])
    page.click("#send")
    expect(page.locator("main")).to_contain_text("waiting to be read")
    context.close()
