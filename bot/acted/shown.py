"""What a transcript shows: messages as she sees them, and what is kept and done."""

from __future__ import annotations

from collections.abc import Iterable

from bot.service.ports import Outgoing
from bot.simulation import Simulation
from dialogs.effects import Do, Effect, RecordAnswer, WithdrawAnswer
from dialogs.model import Status

_INDENT = "     "
_LEFT = {
    Status.SKIPPED: "overgeslagen",
    Status.DECLINED: "liever niet",
    Status.UNCLEAR: "niet begrepen",
}


class BadLine(ValueError):
    """An input line that cannot be played; the message says which."""


def told(sim: Simulation, sent: Iterable[Outgoing]) -> list[str]:
    """Messages and effects as lines."""
    lines = [line for out in sent if not out.close for line in message(out)]
    return lines + [line for effect in sim.taken_effects() if (line := effect_line(effect))]


def message(out: Outgoing) -> list[str]:
    """A message as she sees it; the fixed row is left out."""
    first, *rest = out.message.text.splitlines() or [""]
    lines = [f"bot: {first}", *(_INDENT + line if line else "" for line in rest)]
    boxes = [f"({'x' if b.picked else ' '}) {b.label}" for b in out.message.boxes]
    buttons = " ".join(f"[{b.label}]" for b in out.message.answers)
    lines += [_INDENT + box for box in boxes]
    lines += [_INDENT + buttons] if buttons else []
    lines += [f"{_INDENT}<{out.document.name}>"] if out.document else []
    return lines


def effect_line(effect: Effect) -> str:
    """What is kept and done, one line; "" for what nobody needs to see."""
    match effect:
        case RecordAnswer(answer):
            value = _LEFT.get(answer.status) or ", ".join(answer.value)
            kept = value or ", ".join(a.kind for a in answer.attachments)
            return f"!! {answer.step} = {kept}"
        case WithdrawAnswer(_, step):
            return f"!! {step} telt niet meer"
        case Do(name, args):
            return " ".join([f"!! {name}", *(f"{k}={v}" for k, v in args.items())])
        case _:
            return ""
