"""Every request held against the published description of the Bot API, where it is at hand."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

PATH = Path(__file__).resolve().parents[4] / "shared" / "telegram" / "bot_api_spec.json"


@cache
def load(path: Path = PATH) -> Spec | None:
    """The description, or None where the file is absent."""
    return Spec(json.loads(path.read_text("utf-8"))) if path.exists() else None


class Spec:
    """Answers what is wrong with a request or an object, as readable lines."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._methods, self._types = data["methods"], data["types"]
        self._by_lower = {name.lower(): name for name in self._methods}

    def request(self, method: str, params: dict[str, Any], files: set[str]) -> list[str]:
        """What is wrong with this call; empty when nothing is. `files` are uploaded parts."""
        name = self._by_lower.get(method.lower())
        if name is None:
            return [f"{method}: unknown method"]
        return self._fields(name, self._methods[name].get("fields", []), params, files)

    def value(self, kind: str, value: Any) -> list[str]:
        """What is wrong with this object of a named type, such as an Update that we made."""
        return self._value(kind, [kind], value, set())

    def _fields(
        self, path: str, fields: list[dict[str, Any]], value: dict[str, Any], files: set[str]
    ) -> list[str]:
        known = {field["name"]: field for field in fields}
        wrong = [f"{path}.{name}: unknown" for name in value if name not in known]
        for name, field in known.items():
            if name in value:
                wrong += self._value(f"{path}.{name}", field["types"], value[name], files)
            elif field["required"] and name not in files:
                wrong.append(f"{path}.{name}: missing")
        return wrong

    def _value(self, path: str, kinds: list[str], value: Any, files: set[str]) -> list[str]:
        tries = [self._one(path, kind, value, files) for kind in kinds]
        return min(tries, key=len) if tries else []

    def _one(self, path: str, kind: str, value: Any, files: set[str]) -> list[str]:
        if kind.startswith("Array of "):
            if not isinstance(value, list):
                return [f"{path}: not a list"]
            inner = kind.removeprefix("Array of ")
            return [w for v in value for w in self._value(f"{path}[]", [inner], v, files)]
        if kind in _SCALARS:
            fits = isinstance(value, _SCALARS[kind]) and (
                kind == "Boolean" or not isinstance(value, bool)
            )
            return [] if fits else [f"{path}: not {kind}"]
        return self._object(path, kind, value, files)

    def _object(self, path: str, kind: str, value: Any, files: set[str]) -> list[str]:
        if kind == "InputFile":
            return [] if isinstance(value, str) and value in files else [f"{path}: no file"]
        described = self._types.get(kind)
        if described is None:
            return [f"{path}: unknown type {kind}"]
        if "subtypes" in described:
            return self._value(path, described["subtypes"], value, files)
        if not isinstance(value, dict):
            return [f"{path}: not {kind}"]
        return self._fields(path, described.get("fields", []), value, files)


_SCALARS: dict[str, type | tuple[type, ...]] = {
    "String": str,
    "Integer": int,
    "Float": (int, float),
    "Boolean": bool,
}
