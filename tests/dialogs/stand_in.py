"""A tiny service for engine tests: answers look-ups from fixed data and collects what happens."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache

from dialogs import codec, presses
from dialogs.authoring.shelf import load_shipped
from dialogs.effects import Do, Effect, Lookup, RecordAnswer, Say
from dialogs.engine import advance
from dialogs.events import Event, Interrupted, LookedUp, Pressed, Replied, Started, TimerFired
from dialogs.library import Library
from dialogs.model import Attachment, Intent, Option, Session
from dialogs.render import Message, render

FACTS = {
    "bot": "Stapje", "team": "het wijkteam", "Team": "Het wijkteam", "dienst": "de Sociale Dienst",
    "Dienst": "De Sociale Dienst", "gemeente": "Dordrecht",
    "termijn": "30 dagen", "min": "10", "teamnummer": "078 000 00 00",
    "nummer_112": "112", "nummer_113": "113", "nummer_veilig_thuis": "0800 - 2000",
    "nummer_luisterlijn": "088 - 0767 000", "nummer_kindertelefoon": "0800 - 0432",
    "zin_over_controle": "", "zin_over_bewaren": "", "wistermijn": "7 dagen", "pas": "Dordtpas",
    "maanden_samen": "3 maanden",
}  # fmt: skip
LOOKUPS: dict[str, tuple[dict[str, str], tuple[Option, ...]]] = {
    "pause_moments": ({}, (
        Option("2026-11-23T19:00", "vanavond 19:00"), Option("2026-11-24T09:00", "morgen 09:00"),
    )),
    "districts": ({}, tuple(
        Option(name.lower(), name)
        for name in ("Crabbehof", "Wielwijk", "Reeland", "Staart", "Dubbeldam", "Sterrenburg")
    )),
    "reach_team": ({
        "open_zin": "We zijn er tot 17:00 uur.", "lees_zin": "Het wijkteam krijgt dit nu te zien.",
    }, ()),
    "promise": ({"naam1": "Sanne", "naam2": "Karim", "belofte": "Je hoort van ons."}, ()),
    "open_slots": ({"naam1": "Sanne", "hoe_zin": "", "dag": "dinsdag"}, (
        Option("1", "di 24 nov 10:00"), Option("2", "wo 25 nov 10:00"),
    )),
    "slot_free": ({"free": "ja"}, ()),
    "told_before": ({
        "kinderen": "2 of 3 jaar", "opvang": "Te weinig", "nummer": "06 12 34 56 78",
    }, ()),
    "due_months": ({}, tuple(
        Option(f"2027-0{n}", f"{name} 2027")
        for n, name in enumerate(("januari", "februari", "maart", "april", "mei", "juni"), 1)
    )),
    "baby_toddler": ({"kan": "ja", "voorbij": "nee", "naam1": "Sanne"}, ()),
    "child_package": ({
        "kinderen": "4 tot en met 12 (2 kinderen)", "helpt": "mijn zus", "momenten": "Ochtend",
        "plek": "Bij mij thuis", "welk_kind": "ja", "nog_kind": "ja", "pas": "ja",
        "pas_naam": "Dordtpas", "pas_uitleg": "", "pas_zin": "Het wijkteam weet waar.",
    }, ()),
    "child_status": ({
        "loopt": "ja", "stand_zin": "Kind 1: gevraagd.", "naam1": "Sanne", "nog_kind": "ja",
        "nog_pakket": "ja", "kind_loopt": "ja", "pakket_loopt": "ja",
    }, ()),
    "child_told": ({
        "loopt": "ja", "stand_zin": "Kind 1: geregeld.", "verder_zin": "", "naam1": "Sanne",
    }, ()),
    "idea_answer": ({"loopt": "ja", "idee_tekst": "een ruilkast", "antwoord": "Die komt."}, ()),
    "nearby": ({
        "buurt": "ja", "buurt_zin": "Speeltuin: buiten spelen.", "buurt_namen": "Speeltuin",
        "meer": "ja", "verder": "2",
    }, ()),
    "child_again": ({"loopt": "ja", "wens": "sport", "naam1": "Sanne"}, ()),
    "childcare_before": ({"eerder": "DigiD: Ja, die werkt.", "nakijken": "ja"}, ()),
    "childcare_step": ({
        "loopt": "ja", "naam1": "Sanne", "dag": "dinsdag 1 december", "uiterste_zin": "",
        "kind_zin": "Het gaat om je kind van 2 of 3 jaar.",
        "eerste_dag": "maandag 11 januari", "nog": "week", "hulp": "ja",
        "uiterste_dag": "maandag 12 april",
    }, ()),
    "coaching": ({
        "loopt": "ja", "naam1": "Sanne", "naam2": "Karim", "goal": "1", "doel": "bellen",
        "doel_bekend": "ja", "doel_open": "ja", "opvang": "ja",
    }, ()),
    "town_pass": ({"pas_loopt": "ja", "pas": "Dordtpas", "pas_uitleg": "", "pas_waar": ""}, ()),
    "card": ({
        "kaart": "De tandarts is gratis.", "kaart_naam": "Tandarts", "kop_zin": "Een tip.",
        "meer_zin": "", "jaar_zin": "", "jaarlijks": "ja", "idee": "ja",
    }, ()),
    "card_day": ({"kaart_dag": "dinsdag 24 november"}, ()),
    "offers": ({"aanbod": "nee", "aanbod_zin": ""}, ()),
    "later_day": ({"loopt": "ja", "naam1": "Sanne", "dag": "dinsdag 1 december"}, ()),
    "staff_message": ({"naam1": "Sanne", "afdeling": "het wijkteam", "bericht": "Dag."}, ()),
    "broken_promise": ({
        "moment": "dinsdag 24 november om 12:00 uur", "belofte": "", "open_zin": "",
    }, ()),
    "my_tandem": ({"naam1": "Sanne", "naam2": "Karim"}, ()),
    "next_contact": ({"wanneer_zin": "Je hoort van ons.", "open_zin": "", "vraagt": "ja"}, ()),
    "may_erase": ({"mag": "ja", "mensen_zin": ""}, ()),
    "erased": ({"gewist": "ja"}, ()),
    "readers": ({"lezers": "Sanne van het wijkteam, op maandag 23 november."}, ()),
    "known_from": ({"signaal": "ja", "bron_zin": "Een bedrijf gaf het door."}, ()),
    "own_copy": ({"link": "https://stapje.example/mijn/chat", "hoe_zin": ""}, ()),
    "appointment": ({
        "appointment": "7", "naam1": "Sanne", "dag": "dinsdag 24 november",
        "dag_relatief": "Morgen",
        "tijd": "10:00", "plaats_zin": "", "minuten": "45", "vorige_zin": "",
        "afspraak_zin": "", "reizen": "ja", "ervoor": "ja", "als_niet_zin": "",
    }, ()),
}  # fmt: skip
NINE = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)  # 9:00 in Dordrecht


@cache
def calm() -> Library:
    """The shipped scripts, and no look-out for danger: that has tests of its own."""
    return Library(load_shipped())


@dataclass
class Chat:
    """One parent and the engine, without storage or network."""

    session: Session | None = None
    at: datetime = NINE
    said: list[Message] = field(default_factory=list)
    effects: list[Effect] = field(default_factory=list)
    lookups: dict[str, tuple[dict[str, str], tuple[Option, ...]]] = field(
        default_factory=lambda: dict(LOOKUPS)
    )

    library: Library = field(default_factory=calm)

    def event(self, event: Event) -> list[Effect]:
        """One whole turn, look-ups included; the session is saved and loaded on the way."""
        found: list[Effect] = []
        turn = advance(self.library, self.session, event)
        for _ in range(20):
            self.session = codec.load(codec.dump(turn.session))
            assert self.session == turn.session
            found += turn.effects
            last = turn.effects[-1] if turn.effects else None
            if not isinstance(last, Lookup):
                break
            facts, options = self.lookups[last.name]
            turn = advance(self.library, self.session, LookedUp(self.at, last.name, facts, options))
        else:
            raise AssertionError("look-ups without end")
        self.effects = found
        self.said += [render(s, lambda _, m: m, FACTS) for s in found if isinstance(s, Say)]
        return found

    def start(self, script: str = "intake", **given: str) -> list[Effect]:
        return self.event(Started(self.at, script, **given))  # type: ignore[arg-type]

    def types(self, *texts: str) -> list[Effect]:
        for text in texts:
            self.event(Replied(self.at, text))
        return self.effects

    def sends(self, kind: str = "voice") -> list[Effect]:
        return self.event(Replied(self.at, "", (Attachment("a1", kind, 5),)))

    def intends(self, intent: Intent) -> list[Effect]:
        return self.event(Interrupted(self.at, intent))

    def timer(self, kind: str, turn: int = 0, **facts: str) -> list[Effect]:
        topic = f"appointment:{facts['appointment']}" if facts else ""
        return self.event(TimerFired(self.at, kind, turn, facts, topic))

    def taps(self, *labels: str) -> list[Effect]:
        """Press the button with this label on the newest message that has it."""
        for label in labels:
            self.press(self.button(label))
        return self.effects

    def press(self, data: str, picked: tuple[str, ...] = ()) -> list[Effect]:
        event = presses.read(data, self.at, picked)
        assert isinstance(event, Pressed)
        return self.event(event)

    def button(self, label: str) -> str:
        for message in reversed(self.said):
            for button in self.buttons(message):
                if button[0] == label:
                    return button[1]
        raise AssertionError(f"no button {label!r}")

    @staticmethod
    def buttons(message: Message) -> list[tuple[str, str]]:
        rows = [(b.label, b.press) for row in message.menu for b in row]
        boxes = [(b.label, b.press) for b in message.boxes]
        return [(b.label, b.press) for b in message.answers] + boxes + rows

    @property
    def last(self) -> Message:
        return self.said[-1]

    @property
    def step(self) -> str:
        assert self.session
        return self.session.frames[-1].step

    @property
    def turn(self) -> int:
        assert self.session
        return self.session.turn

    def deeds(self) -> list[tuple[str, dict[str, str]]]:
        return [(e.name, dict(e.args)) for e in self.effects if isinstance(e, Do)]

    def recorded(self) -> dict[str, tuple[str, tuple[str, ...]]]:
        answers = (e.answer for e in self.effects if isinstance(e, RecordAnswer))
        return {a.step: (a.status.value, a.value) for a in answers}

    def later(self, **delta: float) -> None:
        self.at += timedelta(**delta)
