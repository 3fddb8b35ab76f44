"""A person at a browser: what they press, type and see. Every page they come to is looked over."""

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Response, expect

from tests.journeys import shapes

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """
async (only) => {
  const found = await axe.run(document, {
    runOnly: only, resultTypes: ["violations"], elementRef: false, preload: false,
  });
  return found.violations.map((v) => `${v.id}: ${v.help}: ` +
    v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200)).join(" | "));
}
"""
# What may be said aloud by a page that answers so, which the browser calls an error.
EXPECTED = re.compile(
    r"Failed to load resource: the server responded with a status of (401|404|410|422)"
)
# Far longer than any page takes, on a machine that others keep busy.
MILLISECONDS = 30_000
expect.set_options(timeout=MILLISECONDS)
PHONE, DESKTOP = {"width": 320, "height": 640}, {"width": 1280, "height": 800}


class Visitor:
    """One person's own browser window at `address`."""

    def __init__(
        self,
        browser: Browser,
        address: str,
        *,
        view: dict[str, int] = DESKTOP,
        scripts: bool = True,
        checks: bool = True,
    ) -> None:
        self.address = address
        self.checks = checks and scripts
        self.width = view["width"]
        self.context = browser.new_context(
            base_url=address,
            viewport=view,
            java_script_enabled=scripts,
            locale="nb-NO",
            reduced_motion="reduce",
            has_touch=view is PHONE,
        )
        self.context.set_default_timeout(MILLISECONDS)
        if self.checks:
            self.context.add_init_script(path=AXE)
        self.page: Page = self.context.new_page()
        self.wrong: list[str] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.wrong.append(f"script: {error}"))

    def with_session(self, key: str) -> "Visitor":
        """Signed in already, by the session's key."""
        self.context.add_cookies([{"name": "styrk_session", "value": key, "url": self.address}])
        return self

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not EXPECTED.match(message.text):
            self.wrong.append(f"console: {message.text}")

    # What a person does

    def opens(self, path: str, status: int = 200) -> "Visitor":
        answer: Response | None = self.page.goto(path)
        assert answer is not None
        assert answer.status == status, f"{path}: {answer.status}"
        return self.looks_over()

    def goes_back(self) -> "Visitor":
        """By the browser's own button, which asks again for what it may not keep."""
        self.page.go_back()
        return self.looks_over()

    def follows(self, name: str | re.Pattern[str], within: str = "main") -> "Visitor":
        """Press a link."""
        self.page.locator(within).get_by_role("link", name=name).first.click()
        return self.looks_over()

    def presses(self, name: str) -> "Visitor":
        """Press a button that sends a form."""
        self.page.get_by_role("button", name=name, exact=True).click()
        # Words that wait to be kept are kept first; then the form is sent, and another page comes.
        expect(self.page.locator("form[data-keeping]")).to_have_count(0)
        return self.looks_over()

    def unfolds(self, name: str) -> "Visitor":
        self.page.locator("main summary", has_text=name).click()
        return self

    def types(self, label: str, text: str) -> "Visitor":
        self.page.get_by_label(label).fill(text)
        return self

    def chooses(self, name: str, of: str | None = None) -> "Visitor":
        """Choose a chip or a card by its words, `of` a question where several have them."""
        box = self._group(of).get_by_label(name, exact=True)
        # As a finger does: on the words, which lie over the box.
        self.page.locator(f'label[for="{box.get_attribute("id")}"]').click()
        expect(box).to_be_checked()
        return self

    def picks(self, name: str, of: str) -> "Visitor":
        """Choose from a drop-down list."""
        self.page.get_by_label(of).select_option(label=name)
        return self

    def attaches(self, label: str, *files: tuple[str, bytes]) -> "Visitor":
        payload = [{"name": n, "mimeType": "image/jpeg", "buffer": content} for n, content in files]
        self.page.get_by_label(label).set_input_files(payload)  # type: ignore[arg-type]
        return self

    def _group(self, name: str | None) -> Page | Locator:
        return self.page.locator("fieldset", has_text=name) if name else self.page

    # What a person sees

    def sees(self, *texts: str) -> "Visitor":
        for text in texts:
            expect(self.page.locator("body")).to_contain_text(text)
        return self

    def sees_nothing_of(self, *texts: str) -> "Visitor":
        for text in texts:
            expect(self.page.locator("body")).not_to_contain_text(text)
        return self

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.address)

    def looks_over(self) -> "Visitor":
        """Check the page: with axe in both colours, for sideways scroll and for errors."""
        if self.checks:
            self.page.wait_for_load_state("load")
            problems = [*self._axe(), *self._sideways(), *self.wrong]
            assert not problems, f"{self.path}:\n" + "\n".join(f"- {one}" for one in problems)
        return self

    def _axe(self) -> list[str]:
        """All rules in light; in dark again those that colours decide. Nothing of what was found well before."""
        made_of, width = shapes.parts(self.page), self.width
        if shapes.known(made_of, width):
            return []
        found = self._run({"type": "tag", "values": RULES})
        self.page.emulate_media(color_scheme="dark")
        found += [
            f"dark: {one}" for one in self._run({"type": "rule", "values": ["color-contrast"]})
        ]
        self.page.emulate_media(color_scheme="light")
        if not found:
            shapes.keep(made_of, width)
        return found

    def _run(self, only: dict[str, Any]) -> list[str]:
        found: list[str] = self.page.evaluate(RUN, only)
        return found

    def _sideways(self) -> list[str]:
        wide: int = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        return [f"scrolls {wide} px sideways"] if wide > 0 else []

    def leaves(self) -> None:
        self.context.close()
