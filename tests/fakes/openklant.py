"""A local Open Klant that refuses each request its published description does not allow."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import jsonschema_rs
from aiohttp import web
from ruamel.yaml import YAML

PATH = (
    Path(__file__).resolve().parents[3] / "shared" / "openklant" / "klantinteracties-openapi.yaml"
)
BASE = "/klantinteracties/api/v1"


@cache
def load(path: Path = PATH) -> Description | None:
    """The description, or None where the file is absent."""
    return Description(YAML(typ="safe").load(path)) if path.exists() else None


class Description:
    """What the published file (OpenAPI 3.0) allows."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.version: str = data["info"]["version"]
        self._paths, self._all = data["paths"], data["components"]
        self._sent = {"components": {"schemas": _sent(data["components"]["schemas"])}}

    def query(self, path: str, given: set[str]) -> list[str]:
        """The parameters of this question that do not exist."""
        known = {one["name"] for one in self._paths[path]["get"].get("parameters", [])}
        return sorted(given - known)

    def body(self, path: str, given: Any) -> list[str]:
        """What is wrong with this body of a POST; a field that does not exist is wrong too."""
        content = self._paths[path]["post"]["requestBody"]["content"]
        wanted = content["application/json"]["schema"]["$ref"]
        schema = self._sent | {"$ref": wanted}
        wrong = [
            f"{one.instance_path}: {one.message}"
            for one in jsonschema_rs.Draft202012Validator(
                schema, validate_formats=True
            ).iter_errors(given)
        ]
        return wrong + [f"{name}: unknown" for name in self._unknown(wanted, given)]

    def _unknown(self, ref: str, given: Any) -> list[str]:
        known = _fields(self._all["schemas"], self._all["schemas"][ref.rpartition("/")[2]])
        return [] if not isinstance(given, dict) else sorted(set(given) - known)


def _fields(schemas: dict[str, Any], schema: dict[str, Any]) -> set[str]:
    """The names that a client may send, of all alternatives together."""
    found = {k for k, v in schema.get("properties", {}).items() if not v.get("readOnly")}
    for part in (*schema.get("allOf", ()), *schema.get("oneOf", ())):
        found |= _fields(schemas, schemas[part["$ref"].rpartition("/")[2]])
    return found


def _sent(node: Any) -> Any:
    """The schema as it holds for requests: what is read only need not, and may not, be there."""
    if isinstance(node, list):
        return [_sent(one) for one in node]
    if not isinstance(node, dict):
        return node
    made = {key: _sent(value) for key, value in node.items() if key != "discriminator"}
    if "discriminator" in node:  # one field chooses; by shape alone several may fit
        made["anyOf"] = made.pop("oneOf")
    if isinstance(properties := node.get("properties"), dict):
        hidden = {k for k, v in properties.items() if v.get("readOnly")}
        made["required"] = [name for name in node.get("required", []) if name not in hidden]
    if node.get("nullable"):
        return {"anyOf": [made, {"type": "null"}]}
    return made


@dataclass
class FakeOpenKlant:
    """`wrong` collects what was not allowed. `fault(verb, what)` may break a call:
    a status before it is done, or "lost" for one that is done and not answered."""

    token: str
    description: Description | None = field(default_factory=load)
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    calls: list[tuple[str, str]] = field(default_factory=list)
    fault: Callable[[str, str], int | str | None] = lambda verb, what: None
    url: str = ""

    async def handle(self, request: web.Request) -> web.Response:
        """One call."""
        what = request.match_info["what"]
        self.calls.append((request.method, what))
        fault = self.fault(request.method, what)
        if isinstance(fault, int):
            return web.json_response({"code": "fault"}, status=fault)
        if request.headers.get("Authorization") != f"Token {self.token}":
            return web.json_response({"code": "not_authenticated"}, status=401)
        if request.method == "GET":
            return self._found(what, dict(request.query))
        answer = self._made(what, json.loads(await request.read()))
        if fault == "lost":
            assert request.transport is not None
            request.transport.close()
        return answer

    def _found(self, what: str, query: dict[str, str]) -> web.Response:
        if self.description:
            self.wrong += self.description.query(f"/{what}", set(query))
        fits = [row for row in self.rows.get(what, []) if _fits(row, query)]
        return web.json_response({"count": len(fits), "results": fits})

    def _made(self, what: str, body: dict[str, Any]) -> web.Response:
        wrong = self.description.body(f"/{what}", body) if self.description else []
        if what == "internetaken" and not body.get("toegewezenAanActoren"):
            wrong.append("toegewezenAanActoren: the real one asks for it, beyond its description")
        self.wrong += wrong
        if wrong:
            return web.json_response({"code": "invalid", "wrong": wrong}, status=400)
        name = str(uuid4())
        self.rows.setdefault(what, []).append(
            body | {"uuid": name, "url": f"{self.url}/{what}/{name}"}
        )
        return web.json_response(self.rows[what][-1], status=201)


def _fits(row: dict[str, Any], query: dict[str, str]) -> bool:
    flat = {k: v for k, v in row.items() if isinstance(v, str)}
    for key, value in row.get("actoridentificator", {}).items():
        flat[f"actoridentificator{key[:1].upper()}{key[1:]}"] = value
    return all(flat.get(key) == value for key, value in query.items())


@asynccontextmanager
async def open_klant(token: str = "a-token") -> AsyncIterator[FakeOpenKlant]:
    """The server, on this loop."""
    fake = FakeOpenKlant(token)
    app = web.Application()
    app.router.add_route("*", BASE + "/{what}", fake.handle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    fake.url = f"http://127.0.0.1:{port}{BASE}"
    try:
        yield fake
    finally:
        await runner.cleanup()
