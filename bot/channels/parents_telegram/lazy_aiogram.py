"""aiogram without its 4.7 seconds and 170 MiB (why: docs/adr/0004-lazy-aiogram.md).

`import aiogram` builds a validator for each of its 450 types. Here they stay as written, and
only what we use is built, by `built`. Import aiogram through this module alone, and late: even so
it takes 0.6 seconds and 15 MiB.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, Literal, Optional, TypeVar, Union

from pydantic import BaseModel

__all__ = [
    "BaseSession", "Bot", "TelegramAPIServer", "TelegramMethod", "built", "types",
    "unbuilt_models", "without",
]  # fmt: skip

Model = TypeVar("Model", bound=BaseModel)


@contextmanager
def unbuilt_models() -> Iterator[None]:
    """Models imported inside wait for their first use; `BaseModel.model_rebuild` does nothing."""

    def later(_model: type[BaseModel], /, **_: object) -> None:
        """Not now."""

    rebuild = BaseModel.__dict__["model_rebuild"]
    type.__setattr__(BaseModel, "model_rebuild", classmethod(later))
    try:
        yield
    finally:
        type.__setattr__(BaseModel, "model_rebuild", rebuild)


@contextmanager
def without(module: str, **names: object) -> Iterator[None]:
    """What imports this module inside gets these names and the module stays unloaded."""
    missing = module not in sys.modules
    if missing:
        stand_in = ModuleType(module)
        vars(stand_in).update(names)
        sys.modules[module] = stand_in
    try:
        yield
    finally:
        if missing:
            del sys.modules[module]


# aiogram's own HTTP session brings aiohttp: 8 MiB for what our session takes the place of.
with unbuilt_models(), without("aiogram.client.session.aiohttp", AiohttpSession=None):
    from aiogram import Bot, types
    from aiogram.client.default import Default
    from aiogram.client.session.base import BaseSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.methods import TelegramMethod

# The names that aiogram gives its models when it builds them itself.
_NAMES: dict[str, Any] = {name: getattr(types, name) for name in types.__all__}
_NAMES |= {"List": list, "Optional": Optional, "Union": Union, "Literal": Literal}
_NAMES |= {"Default": Default}


def built(model: type[Model]) -> type[Model]:
    """This model, ready for use, with all it refers to. Raises PydanticUndefinedAnnotation."""
    if not model.__pydantic_complete__:
        model.model_rebuild(_types_namespace=_NAMES)
    return model
