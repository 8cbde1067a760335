"""Rules of the house that no other tool watches. Each scan first shows that it saw something."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from bot.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
CORE = ("casework", "dialogs")
LAYERS = (*CORE, "storage", "bot")
TOP = {  # what may stand at the top; folders end in a slash
    ".ci/", ".github/", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile",
    "README.md", "SECURITY.md", "bench/", "bot/", "casework/", "constraints.txt", "dialogs/",
    "docs/", "locales/", "publiccode.yml", "pyproject.toml", "storage/", "tests/", "training/",
}  # fmt: skip
MOST_LINES = 400
LONGEST_FUNCTION = 60
TEXT = {".cfg", ".css", ".html", ".js", ".md", ".po", ".pot", ".py", ".svg", ".toml", ".txt",
        ".yaml", ".yml", ""}  # fmt: skip

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def ours() -> list[Path]:
    """Every file of the project, relative to its root: tracked, or new and not ignored."""
    asked = ["git", "ls-files", "-co", "--exclude-standard", "-z"]
    listed = subprocess.run(asked, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    files = [Path(name) for name in sorted(set(listed.split("\0"))) if name]
    return [file for file in files if (ROOT / file).is_file()]


def code(*tops: str) -> list[Path]:
    """The Python files under these folders; never none."""
    files = [file for file in ours() if file.suffix == ".py" and file.parts[0] in tops]
    assert {file.parts[0] for file in files} == set(tops), "the scan missed a folder"
    return files


def texts() -> Iterator[tuple[Path, str]]:
    """Every text file and what is in it; never none."""
    files = [file for file in ours() if file.suffix in TEXT]
    assert len(files) > 50, "the scan saw too little"
    for file in files:
        yield file, (ROOT / file).read_text("utf-8")


@cache
def parsed(file: Path) -> ast.Module:
    """The syntax tree of one file."""
    return ast.parse((ROOT / file).read_text("utf-8"), str(file))


def nodes(kind: type[ast.AST] | tuple[type[ast.AST], ...], *tops: str) -> list[tuple[str, ast.AST]]:
    """All nodes of this kind as (file:line, node); never none."""
    found = [
        (f"{file}:{getattr(node, 'lineno', 1)}", node)
        for file in code(*tops)
        for node in ast.walk(parsed(file))
        if isinstance(node, kind)
    ]
    assert found, "the scan saw nothing"
    return found


def dotted(node: ast.AST) -> str:
    """`a.b.c` of a name or attribute, else the empty text."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def test_only_the_agreed_things_stand_at_the_top() -> None:
    tops = {file.parts[0] + ("/" if len(file.parts) > 1 else "") for file in ours()}
    assert {"bot/", "dialogs/", "locales/", "storage/", "tests/", "README.md"} <= tops
    assert sorted(tops - TOP) == []


def test_no_file_grows_too_long() -> None:
    long = {
        str(file): lines
        for file in code(*LAYERS, "tests")
        if (lines := len((ROOT / file).read_text("utf-8").splitlines())) > MOST_LINES
    }
    assert long == {}


def test_no_function_grows_too_long() -> None:
    long = {
        f"{place} {node.name}": lines
        for place, node in nodes((ast.FunctionDef, ast.AsyncFunctionDef), *LAYERS, "tests")
        if isinstance(node, Function) and "/migrations/versions/" not in place
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert long == {}


def public(tree: ast.Module) -> Iterator[Function | ast.ClassDef | ast.Module]:
    """A module, its public functions and classes, and the public methods of those."""
    yield tree
    within: list[ast.AST] = [tree]
    while within:
        for node in ast.iter_child_nodes(within.pop()):
            if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
                yield node
                within += [node] if isinstance(node, ast.ClassDef) else []


def test_every_public_name_says_what_it_is_for() -> None:
    bare = [
        f"{file}: {getattr(node, 'name', 'the module')}"
        for file in code(*LAYERS)
        if (ROOT / file).read_text("utf-8").strip() and "versions" not in file.parts
        for node in public(parsed(file))
        if ast.get_docstring(node) is None
    ]
    assert bare == []


def test_no_name_hides_what_it_does() -> None:
    vague = re.compile(r"(?i)(manager|helpers?|utils?)$")
    named = [(place, node.name) for place, node in nodes(ast.ClassDef, *LAYERS)
             if isinstance(node, ast.ClassDef)]  # fmt: skip
    named += [(str(file), file.stem) for file in code(*LAYERS)]
    assert [(place, name) for place, name in named if vague.search(name)] == []


def test_only_the_command_line_prints() -> None:
    loud = [
        place
        for place, node in nodes(ast.Call, *LAYERS)
        if isinstance(node, ast.Call) and dotted(node.func) == "print"
        if not re.match(r"bot/(cli|simulator|app/running)\.py", place)
    ]
    assert loud == []


def test_the_core_asks_for_no_time_and_throws_no_dice() -> None:
    clocks = re.compile(r"(^|\.)(now|today|utcnow|uuid4|time_ns|monotonic|token_\w+|urandom)$")
    asked = [
        f"{place} {dotted(node.func)}"
        for place, node in nodes(ast.Call, *CORE)
        if isinstance(node, ast.Call) and clocks.search(dotted(node.func))
    ]
    assert asked == []


def test_the_core_waits_for_nothing() -> None:
    waiting = (ast.AsyncFunctionDef, ast.Await, ast.AsyncFor, ast.AsyncWith)
    found = [place for file in code(*CORE) for node in ast.walk(parsed(file))
             if isinstance(node, waiting) for place in [f"{file}:{node.lineno}"]]  # fmt: skip
    assert found == []


def test_what_is_made_a_number_is_asked_whether_it_is_decimal() -> None:
    """`"❶".isdigit()` is true, and `int("❶")` fails: a parent's emoji broke a reader with it."""
    seen = {file: (ROOT / file).read_text("utf-8") for file in code(*LAYERS)}
    assert sum(".isdecimal()" in text for text in seen.values()) > 20
    loose = {file for file, text in seen.items() if ".isdigit()" in text}
    language = Path("dialogs/language")  # where such signs are looked for, or made digits
    assert {file for file in loose if language / "guard" not in file.parents} == {
        language / "normal.py"
    }


def test_exceptions_to_a_rule_give_their_reason() -> None:
    mark = re.compile(r"#\s*(noqa|type:\s*ignore)(?P<codes>:?\s*[\w, ]*|\[[\w\-, ]*\])?(?P<why>.*)")
    reason = re.compile(r"#\s*(?:noqa:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*|type:\s*ignore\[[^\]]+\])"
                        r"[\s:#–-]+\w[\w ]{2,}")  # fmt: skip
    bare = [
        f"{file}:{number}"
        for file in code(*LAYERS)
        for number, line in enumerate((ROOT / file).read_text("utf-8").splitlines(), 1)
        if mark.search(line) and not reason.search(line)
    ]
    assert bare == []


def test_the_imports_keep_the_layers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == 0


def test_every_module_can_be_imported() -> None:
    names = [".".join(file.with_suffix("").parts).removesuffix(".__init__")
             for file in code(*LAYERS)
             if file.name != "__main__.py" and "migrations" not in file.parts]  # fmt: skip
    assert len(names) > 30
    script = "import importlib, sys\nfor name in sys.argv[1:]: importlib.import_module(name)"
    done = subprocess.run(
        [sys.executable, "-W", "error::SyntaxWarning", "-c", script, *names],
        cwd=ROOT, capture_output=True, text=True, timeout=100,
        env={**os.environ, "STAPJE_DEMO": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]


def test_no_machine_or_registry_leaks_into_the_files() -> None:
    hosts = ["py" + "pi.org", "python" + "hosted", "npm" + "js.org", "deb." + "debian.org"]
    paths = ["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "/opt/" + "wheels", "/opt/" + "py"]
    leaks = [(str(file), leak) for file, text in texts() for leak in hosts + paths if leak in text]
    assert leaks == []


def test_no_secret_is_in_the_files() -> None:
    secret = re.compile(
        r"\b\d{8,10}:[A-Za-z0-9_-]{35}\b"  # a bot token
        r"|-----BEGIN [A-Z ]*PRIVATE KEY-----|\bgh[pousr]_[A-Za-z0-9]{36}\b|\bAKIA[A-Z0-9]{16}\b"
    )
    assert secret.search("123456789:" + "A" * 35)
    assert [str(file) for file, text in texts() if secret.search(text)] == []


def test_the_readme_names_every_setting() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    told = set(re.findall(r"^\| `(STAPJE_[A-Z_]+)`", readme, re.MULTILINE))
    assert told == {f"STAPJE_{name.upper()}" for name in Settings.model_fields}


def test_the_readme_points_at_things_that_exist() -> None:
    pages = [file for file in ours() if file.suffix == ".md"]
    links = [
        (page, target)
        for page in pages
        for target in re.findall(r"(?:\]\(|src=\")([^)#\s\"]+)", (ROOT / page).read_text("utf-8"))
        if "://" not in target
    ]
    assert links
    dead = [f"{page} → {t}" for page, t in links if not (ROOT / page.parent / t).exists()]
    assert dead == []


def test_every_command_the_pages_name_exists() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    pages = [file for file in ours() if file.suffix in {".md", ".yml"} or file.parts[0] == ".ci"]
    named = {
        (str(page), name)
        for page in pages
        for name in re.findall(
            r"(?:`|run: |^)make ([a-z-]+)", (ROOT / page).read_text("utf-8"), re.M
        )
    }
    assert {"run", "test", "check"} <= {name for _, name in named}
    assert sorted((page, name) for page, name in named if name not in targets) == []


def test_every_dependency_is_pinned_without_an_address() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pin = re.compile(r"^([a-z0-9-]+)==[^\s/:]+( ; .+)?$")
    assert [line for line in lines if not pin.match(line)] == []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = project["dependencies"] + project["optional-dependencies"]["dev"]
    names = {re.split(r"[\[<>=!~; ]", one)[0].lower().replace(".", "-") for one in asked}
    assert len(names) > 30
    assert sorted(names - {line.split("==")[0] for line in lines}) == []


def test_every_decision_is_numbered_and_in_the_index() -> None:
    folder = ROOT / "docs" / "adr"
    numbered = sorted(file.name for file in folder.glob("[0-9]*.md"))
    assert numbered
    numbers = [int(name[:4]) for name in numbered]
    assert numbers == sorted(set(numbers)), "two decisions share a number"
    index = (folder / "README.md").read_text("utf-8")
    assert sorted(re.findall(r"\]\((\d{4}[^)]+\.md)\)", index)) == numbered
    heads = {name: (folder / name).read_text("utf-8").split("\n", 1)[0] for name in numbered}
    assert [name for name in numbered if not heads[name].startswith(f"# {name[:4]}. ")] == []


def test_every_function_of_storage_is_used_by_what_is_shipped() -> None:
    """`make dead` cannot tell functions of one name apart; here each is looked for by module."""
    sources = {file: (ROOT / file).read_text("utf-8") for file in code(*LAYERS)}
    named = [
        (file, node.name)
        for file in code("storage")
        if "migrations" not in file.parts
        for node in parsed(file).body
        if isinstance(node, Function) and not node.name.startswith("_")
    ]
    assert len(named) > 60
    assert [f"{file.stem}.{name}" for file, name in named if not _used(file, name, sources)] == []


def _used(where: Path, name: str, sources: dict[Path, str]) -> bool:
    """Within its own file, as `module.name` (also by another name), or imported itself."""
    here = rf"(?<!def )\b{name}\b"
    imported = rf"from [\w.]*\b{where.stem} import [^#]*?\b{name}\b"
    for file, text in sources.items():
        aliases = [where.stem, *re.findall(rf"\b{where.stem} as (\w+)", text)]
        there = rf"\b(?:{'|'.join(aliases)})\.{name}\b|{imported}"
        if re.search(here if file == where else there, text):
            return True
    return False
