"""The look: tokens of each town, what is vendored, and nothing that the strict policy forbids."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bot.desk.app import theme_of
from bot.desk.web import CSP, HERE
from tests.bot.desk import standin
from tests.bot.desk.standin import MUNICIPALITY
from tests.bot.desk.test_desk_access import PREFIX, client, enter
from tests.bot.desk.test_desk_shown import PAGE, opened

STATIC = HERE / "static"
TOWNS = sorted(path.stem for path in (STATIC / "themes").glob("*.css"))
DAY, NIGHT = ("#ffffff", "#f4f5f4"), ("#1b2322", "#111716")  # --paper and --page


def light(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    digits = colour.lstrip("#")
    digits = "".join(c * 2 for c in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def brand(sheet: Path) -> dict[str, str]:
    return dict(re.findall(r"--((?:on-)?brand(?:-dark)?): (#\w+)", sheet.read_text("utf-8")))


@pytest.mark.parametrize("town", ["", *TOWNS])
def test_each_towns_colours_can_be_read_by_day_and_by_night(town: str) -> None:
    found = brand(STATIC / (f"themes/{town}.css" if town else "theme.css"))
    assert set(found) == {"brand", "on-brand", "brand-dark", "on-brand-dark"}
    for name, papers in (("brand", DAY), ("brand-dark", NIGHT)):
        for paper in (*papers, found[f"on-{name}"]):
            assert contrast(found[name], paper) >= 4.5, (town, name, paper)


def test_a_town_without_tokens_of_its_own_has_the_neutral_look() -> None:
    assert "dordrecht" in TOWNS
    assert theme_of(MUNICIPALITY) == "themes/dordrecht.css"
    assert theme_of(replace(MUNICIPALITY, id="elders")) == ""
    assert "themes/dordrecht.css" in opened(standin.shelf())


def test_what_is_vendored_names_its_licence_and_loses_to_our_rules() -> None:
    sheet = (STATIC / "vendor" / "utrecht.css").read_text("utf-8")
    assert "EUPL-1.2" in sheet
    assert sheet.index("@layer utrecht {") < sheet.index(".utrecht-html")
    assert "EUROPEAN UNION PUBLIC LICENCE" in (STATIC / "vendor" / "LICENSE.md").read_text("utf-8")
    assert not re.findall(r"url\(|@import|http", sheet)
    assert "@layer" not in (STATIC / "desk.css").read_text("utf-8")


@pytest.mark.parametrize("path", [PREFIX + "/", PAGE, PAGE + "/tijden", PREFIX + "/inloggen"])
def test_no_page_has_a_style_or_script_of_its_own(path: str) -> None:
    page = opened(standin.busy(), path)
    assert not re.search(r"<style|\sstyle=|<script(?! src=)|javascript:", page)
    assert "unsafe" not in CSP
    linked = re.findall(r'(?:href|src)="/werkplek/(static/[^"]+)"', page)
    assert len(linked) >= 5
    for one in linked:
        assert (HERE / one).is_file(), one


def test_style_sheets_are_packed_and_pages_are_not() -> None:
    sanne = client(standin.shelf())
    enter(sanne, "sanne")
    asks = {"accept-encoding": "gzip"}
    sheet = sanne.get(f"{PREFIX}/static/vendor/utrecht.css", headers=asks)
    assert sheet.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in sanne.get(PREFIX + "/", headers=asks).headers


def test_no_template_turns_escaping_off() -> None:
    """What is drawn without it is made in Python, where the linter asks for a reason."""
    found = list((HERE / "templates").rglob("*.html"))
    assert len(found) > 40
    off = re.compile(r"\|\s*safe\b|autoescape|\bMarkup\b|\s[a-z-]+=\{\{")
    assert [path.name for path in found if off.search(path.read_text("utf-8"))] == []
