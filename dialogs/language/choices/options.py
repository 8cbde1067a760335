"""Options as a reader sees them: the words that matter, what they say, the numbers they cover."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from dialogs.language.choices.measures import Stretch
from dialogs.language.choices.slots import Slot
from dialogs.language.choices.stance import Stance
from dialogs.values import value_class


@value_class(frozen=True, slots=True)
class Known:
    """One choice as a reader knows it: its label and other ways to say it."""

    id: str
    label: str
    says: tuple[str, ...] = ()


@value_class(frozen=True, slots=True)
class Way:
    """One way to say an option: its words without articles; `telling` are those that must be said.

    `denies`: it holds a negation of its own ("geen opvang").
    """

    words: tuple[str, ...]
    telling: frozenset[str]
    denies: bool


@value_class(frozen=True, slots=False)
class Option:
    """One option, prepared."""

    id: str
    exact: frozenset[str]
    ways: tuple[Way, ...]
    said: str  # its label in plain words
    label: tuple[str, ...]  # those words, turns of phrase as signs
    stance: Stance | None
    numbers: range | None
    days: frozenset[int]
    slot: Slot | None
    span: Stretch | None = None  # how much, how long or how often it covers
    implied: Stance | None = None  # what it answers where no button says yes, or no

    @cached_property
    def real(self) -> bool:
        """Whether it answers the question, rather than "weet ik niet" or "geen van deze"."""
        aside = (Stance.UNKNOWN, Stance.ANY, Stance.DECLINE, Stance.NONE)
        return self.stance not in aside

    @cached_property
    def other(self) -> bool:
        """Whether it is "iets anders", "een andere tijd"."""
        return bool({"anders", "andere"} & set(self.label))

    @cached_property
    def tells(self) -> bool:
        """Whether it is an offer to explain: "Uitleg", "Leg nog eens uit"."""
        said = set(self.label)
        return bool({"uitleg", "uitleggen"} & said) or {"leg", "uit"} <= said


@dataclass(frozen=True)
class Options:
    """All options of a question, with every word they use; those of a lack also marked LACK."""

    all: tuple[Option, ...]
    words: frozenset[str]

    @cached_property
    def others(self) -> frozenset[str]:
        """The words that tell of "iets anders"."""
        ways = (way for o in self.all if o.other and not o.slot for way in o.ways)
        return frozenset(w for way in ways for w in way.telling)

    @cached_property
    def glued(self) -> dict[str, tuple[str, ...]]:
        """Each two or three words of a label that stand together, by those words in one."""
        return _glued(tuple(o.label for o in self.all))

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The labels in plain words."""
        return tuple(o.said for o in self.all)

    @cached_property
    def signs(self) -> tuple[str, ...]:
        """The labels with turns of phrase as signs."""
        return tuple(" ".join(o.label) for o in self.all)

    @cached_property
    def single(self) -> frozenset[tuple[str, ...]]:
        """The labels of one word where one is "Ik": there that small word is the answer."""
        if "ik" not in self.words:
            return frozenset()
        return frozenset(o.label for o in self.all if len(o.label) == 1)

    @cached_property
    def numeric(self) -> bool:
        """Whether the options themselves are numbers."""
        return sum(o.numbers is not None for o in self.all) >= 2

    @cached_property
    def slots(self) -> list[Option]:
        """The options that are a day, a time or both."""
        return [o for o in self.all if o.slot]

    def of(self, stance: Stance) -> list[Option]:
        """The options that take this stance."""
        return [o for o in self.all if o.stance is stance]

    def implied(self, stance: Stance) -> list[Option]:
        """The options that a plain yes or no means where no button says it: "Verder"."""
        return [o for o in self.all if o.implied is stance]


@lru_cache(256)
def _glued(labels: tuple[tuple[str, ...], ...]) -> dict[str, tuple[str, ...]]:
    parts = (
        label[at : at + many]
        for label in labels
        for many in (2, 3)
        for at in range(len(label) - many + 1)
    )
    return {"".join(part): part for part in parts}
