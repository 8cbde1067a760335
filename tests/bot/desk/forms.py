"""The forms that stand on a page, as a browser without JavaScript would send them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

FREE = frozenset({"text", "search", "textarea"})  # what somebody may type anything into


@dataclass(slots=True)
class Field:
    """One field. `options`: what a select, or radio buttons of one name, let one choose."""

    name: str
    kind: str
    value: str = ""
    options: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Form:
    """Where it goes, and what is in it; `presses` are its buttons with a name."""

    action: str
    method: str
    fields: dict[str, Field] = field(default_factory=dict)
    presses: list[tuple[str, str]] = field(default_factory=list)

    @property
    def free(self) -> list[str]:
        """The names of the fields that one types into."""
        return [one.name for one in self.fields.values() if one.kind in FREE]

    def sent(self) -> dict[str, str]:
        """What pressing its first button sends, with nothing changed."""
        told = {one.name: one.value for one in self.fields.values() if one.kind != "checkbox"}
        return told | dict(self.presses[:1])


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: list[Form] = []
        self.links: list[str] = []
        self._form: Form | None = None
        self._filling: Field | None = None  # a textarea, whose words come after its tag

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.links.append(told.get("href", ""))
        if tag == "form":
            self._form = Form(told.get("action", ""), told.get("method", "get"))
            self.forms.append(self._form)
        if self._form is None:
            return
        if tag == "button" and "name" in told:
            self._form.presses.append((told["name"], told.get("value", "")))
        if tag in ("input", "select", "textarea") and "name" in told:
            self._add(self._form, tag, told)
        if tag == "option" and self._filling:
            self._filling.options.append(told.get("value", ""))
            if "selected" in told or len(self._filling.options) == 1:
                self._filling.value = told.get("value", "")

    def _add(self, form: Form, tag: str, told: dict[str, str]) -> None:
        kind = told.get("type", "text") if tag == "input" else tag
        one = form.fields.setdefault(told["name"], Field(told["name"], kind))
        one.options += [told.get("value", "")] if kind == "radio" else []
        if kind != "radio" or "checked" in told or not one.value:
            one.value = told.get("value", "")
        self._filling = one if tag in ("select", "textarea") else None

    def handle_data(self, data: str) -> None:
        if self._filling and self._filling.kind == "textarea":
            self._filling.value += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        if tag in ("select", "textarea"):
            self._filling = None


def forms_on(page: str) -> list[Form]:
    """Every form of this page, in order."""
    return _read(page).forms


def links_on(page: str) -> list[str]:
    """Where the links of this page lead."""
    return _read(page).links


def _read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader
