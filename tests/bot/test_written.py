"""`stapje scripts check`: what people wrote, each finding in its place, with what to do."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot import written
from bot.cli import app
from bot.service.known import ARRANGED_NAMES, BEGUN_NAMES, LOOKUP_NAMES, REMINDED_NAMES
from bot.service.lookups import LOOKUPS
from bot.service.plans import BEGUN
from casework.reminders import APPOINTMENT, ARRANGED

TODAY = date(2026, 11, 22)
SCRIPT = """
id: proef
version: 1
title: Proef
steps:
  - id: money
    kind: choice
    text: "U dient uw aanvraag in te dienen. Waarom heb je dat niet gedaan?"
    choices:
      - {id: fine, label: OK, says: [goed]}
      - {id: tight, label: Krap, says: [weinig], goto: end}
    do:
      - {do: tel_team, with: {soort: x}}
"""


def run(*args: str) -> Result:
    return CliRunner().invoke(app, ["scripts", "check", *args])


@pytest.fixture
def wrote(tmp_path: Path) -> Callable[..., str]:
    """Writes a file and says where it is."""

    def write(text: str, name: str = "proef.yaml") -> str:
        (tmp_path / name).write_text(text, "utf-8")
        return str(tmp_path / name)

    return write


def test_what_we_ship_has_no_errors() -> None:
    result = run()
    wrong = [line for line in result.output.splitlines() if ": fout " in line]
    assert (wrong, result.exit_code) == ([], 0)
    assert "bekeken" in result.output


def test_all_that_a_parent_reads_is_looked_at() -> None:
    seen = {said.file for said in written.check([], TODAY).texts}
    assert {"dialogs/scripts/intake.yaml", "dialogs/municipalities/dordrecht.yaml",
            "bot/channels/web/templates/chat.html", "bot/service/wording.py",
            "locales/nl/LC_MESSAGES/formal.po"} <= seen  # fmt: skip
    assert not any(file.startswith("bot/desk") for file in seen)


def test_each_finding_has_its_file_line_name_and_advice(wrote: Callable[..., str]) -> None:
    file = wrote(SCRIPT)
    result = run(file)
    assert result.exit_code == 1
    lines = result.output.splitlines()
    for start in (
        f"{file}:8: fout jargon: steps[money].text: 'dient' is een woord van kantoor",
        f"{file}:8: fout blame: steps[money].text: ",
        f"{file}:8: fout mixed-form: ",
        f"{file}:10: fout button-word: ",
        f"{file}:6: fout unknown-deed: steps[money]: 'tel_team' kan Stapje niet doen",
    ):
        assert any(line.startswith(start) for line in lines), start
    assert "bedoel je 'tell_team'?" in result.output
    assert lines[-1].endswith("bekeken.")


def test_a_mistake_in_the_file_and_one_in_its_words_are_told_together(
    wrote: Callable[..., str],
) -> None:
    found = {
        issue.code for issue in written.check([Path(wrote(SCRIPT + "extra: 1\n"))], TODAY).issues
    }
    assert {"unknown-key", "jargon"} <= found


def test_what_two_checks_find_is_told_once(wrote: Callable[..., str]) -> None:
    long = SCRIPT.replace("label: Krap", "label: Het is bij ons heel erg krap")
    found = [i for i in written.check([Path(wrote(long))], TODAY).issues if i.code == "long-button"]
    assert [bool(issue.suggestion) for issue in found] == [True]


def test_a_script_that_cannot_be_read_brings_no_findings_about_others(
    wrote: Callable[..., str], tmp_path: Path
) -> None:
    good = SCRIPT.split("    do:")[0].replace("says: [goed]", "overlay: twee.start")
    wrote(good, "een.yaml")
    wrote(
        SCRIPT.replace("id: proef", "id: twee").replace("kind: choice", "kind: keuze"), "twee.yaml"
    )
    codes = {issue.code for issue in written.check([tmp_path], TODAY).issues}
    assert "enum" in codes
    assert "unknown-step" not in codes


def test_for_programs_there_is_json_and_github(wrote: Callable[..., str]) -> None:
    file = wrote(SCRIPT)
    rows = json.loads(run(file, "--format", "json").output)
    assert {tuple(row) for row in rows} == {
        ("file", "line", "field", "severity", "code", "reason", "suggestion")
    }
    assert {row["severity"] for row in rows} <= {"error", "warning", "info"}
    first = run(file, "--format", "github").output.splitlines()[0]
    line, code = rows[0]["line"], rows[0]["code"]
    assert line > 1
    assert first.startswith(f"::error file={file},line={line},title={code}::")


def test_strict_stops_at_a_warning_too(wrote: Callable[..., str]) -> None:
    passive = SCRIPT.replace("U dient uw aanvraag in te dienen. Waarom heb je dat niet gedaan?",
                             "De brief wordt gelezen. Gaat het?")  # fmt: skip
    passive = passive.replace("label: OK", "label: Ja").split("    do:")[0]
    file = wrote(passive)
    assert (run(file).exit_code, run(file, "--strict").exit_code) == (0, 1)


def test_a_file_that_is_not_there_is_named() -> None:
    result = run("nergens.yaml")
    assert result.exit_code == 2
    assert "'nergens.yaml' is er niet" in result.output


@pytest.fixture
def danger_copy(tmp_path: Path) -> Path:
    """A copy of the shipped danger lists that a test may break."""
    copy = tmp_path / written.DANGER.name
    copy.mkdir()
    for file in written.DANGER.glob("*.yaml"):
        shutil.copy(file, copy)
    return copy


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_the_danger_lists_that_are_named_are_the_ones_that_are_read(danger_copy: Path) -> None:
    assert run(str(danger_copy)).exit_code == 0
    spoil(danger_copy / "roof.yaml", "hoort: |\n", "hoort: |\n      wat een mooie dag\n")
    result = run(str(danger_copy))
    assert result.exit_code == 1
    assert "'wat een mooie dag'" in result.output
    assert run(str(danger_copy / "roof.yaml")).exit_code == 1
    assert run(str(danger_copy / "mind.yaml")).exit_code == 0
    assert run(str(written.DANGER)).exit_code == 0


@pytest.mark.parametrize(
    ("old", "new"), [("tier: check", "tier: misschien"), ("category: roof", "category: [roof")]
)
def test_a_broken_danger_list_is_told_also_from_the_one_beside_it(
    danger_copy: Path, old: str, new: str
) -> None:
    spoil(danger_copy / "roof.yaml", old, new)
    for asked in (danger_copy, danger_copy / "roof.yaml", danger_copy / "mind.yaml"):
        result = run(str(asked))
        assert (result.exit_code, "roof.yaml:" in result.output) == (1, True)


def test_a_broken_danger_list_in_place_stops_publishing(
    danger_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = tuple(danger_copy if f == written.DANGER else f for f in written.SHIPPED)
    monkeypatch.setattr(written, "SHIPPED", shipped)
    spoil(danger_copy / "roof.yaml", "tier: check", "tier: misschien")
    result = run()
    assert result.exit_code == 1
    assert "'misschien' kan hier niet" in result.output


def test_a_danger_list_is_known_from_within_its_own_folder(
    danger_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(danger_copy / "roof.yaml", "tier: check", "tier: misschien")
    monkeypatch.chdir(danger_copy)
    assert "'misschien' kan hier niet" in run("roof.yaml").output


def test_a_danger_list_is_known_by_what_stands_in_it(danger_copy: Path) -> None:
    elsewhere = danger_copy.rename(danger_copy.parent / "onze lijsten")
    (elsewhere / "proef.yaml").write_text(SCRIPT, "utf-8")  # no list, though it lies beside them
    assert run(str(elsewhere / "roof.yaml")).exit_code == 0
    spoil(elsewhere / "roof.yaml", "tier: check", "tier: misschien")
    assert "'misschien' kan hier niet" in run(str(elsewhere)).output


def test_a_folder_with_nothing_to_check_is_not_all_well(tmp_path: Path) -> None:
    result = run(str(tmp_path))
    assert result.exit_code == 2
    assert "geen .yaml-bestand" in result.output


def test_a_municipality_is_read_as_one(wrote: Callable[..., str]) -> None:
    issues = written.check([Path(wrote("id: nergens\nname: Nergens\n"))], TODAY).issues
    assert {issue.code for issue in issues} == {"missing", "id-not-file"}


def test_a_tip_by_topic_is_read_as_a_parent_reads_it(wrote: Callable[..., str]) -> None:
    plain = (written.MUNICIPALITIES / "dordrecht.yaml").read_text("utf-8")
    hard = plain.replace("Soms is er geld van", "U dient een aanvraag in te dienen bij")
    issues = written.check([Path(wrote(hard, "dordrecht.yaml"))], TODAY).issues
    (line, *_) = [n for n, said in enumerate(hard.splitlines(), 1) if "U dient een aanv" in said]
    assert line in {issue.line for issue in issues}
    assert line not in {issue.line for issue in written.check([], TODAY).issues}


def test_a_helpline_that_nobody_called_for_half_a_year_is_named() -> None:
    assert [i for i in written.check([], TODAY).issues if i.code == "stale-helpline"] == []
    late = written.check([], date(2027, 6, 1)).issues
    stale = [issue for issue in late if issue.code == "stale-helpline"]
    assert len(stale) >= 6
    assert {issue.severity for issue in stale} == {"warning"}


def test_the_names_of_the_checker_are_those_of_the_service() -> None:
    assert frozenset(LOOKUPS) == LOOKUP_NAMES
    assert (BEGUN, APPOINTMENT) == (BEGUN_NAMES, REMINDED_NAMES)
    assert ARRANGED == ARRANGED_NAMES


@pytest.mark.parametrize(
    ("name", "args", "said"),
    [
        ("pause_untl", {}, "'pause_untl' kan Stapje niet doen; bedoel je 'pause_until'?"),
        ("pause_until", {}, "'pause_until' heeft 'moment' nodig"),
        ("stop_reminders", {"x": "1"}, "'stop_reminders' kent geen 'x'"),
        ("pause_until", {"moment": "gauw"}, "'moment' van 'pause_until' kan niet 'gauw' zijn"),
        ("pause_until", {"moment": "=pause"}, None),
        ("confirm_appointment", {"appointment": "{appointment}"}, None),
    ],
)
def test_a_deed_that_cannot_be_done_is_told_in_dutch(
    name: str, args: dict[str, str], said: str | None
) -> None:
    assert written.deed_problems(name, args) == ([said] if said else [])


def test_all_of_it_is_checked_within_a_breath() -> None:
    written.check([], TODAY)  # the word list is read once
    spent = []
    for _ in range(3):
        began = time.process_time()
        written.check([], TODAY)
        spent.append(time.process_time() - began)
    assert min(spent) < 3.0  # 0.8 on a calm machine
