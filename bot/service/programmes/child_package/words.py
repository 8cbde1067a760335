"""What is said to her about something for a child: plain, and never a promise that it comes."""

from __future__ import annotations

from collections.abc import Mapping

from dialogs.model import Text

ASK_TEAM = Text("Waar je hem krijgt, weet {team}: **{teamnummer}**.", "service")
WISH = Text("Je vraag over {wens}:", "service")
CHILD_WISH = Text("Kind {n}, {wens}:", "service")
CHILD = Text("Kind {n}:", "service")
SOMETHING = Text("iets dat past", "service")
WISHES: Mapping[str, Text] = {  # as casework.funds.WISHES
    "sport": Text("sport", "service"),
    "music": Text("muziek, dans of kunst", "service"),
    "school": Text("school of een fiets", "service"),
    "other": Text("iets anders", "service"),
}
STANDS: Mapping[str, Text] = {  # as casework.requests
    "asked": Text("gevraagd. Een mens kijkt met je mee.", "service"),
    "visit": Text("een mens praat er met je over.", "service"),
    "sent": Text("gestuurd naar een fonds. We wachten op antwoord.", "service"),
    "refused": Text("het fonds zei nee. Dat ligt niet aan jou. We zoeken verder.", "service"),
    "arranged": Text("geregeld.", "service"),
    "not_found": Text("dat lukt nu niet. Weer vragen mag altijd.", "service"),
    "withdrawn": Text("niet meer nodig. Weer vragen mag altijd.", "service"),
}
PAID: Mapping[str, Text] = {
    "kind": Text("Je kind krijgt wat nodig is.", "service"),
    "own": Text("Dat lukte met hulp die er al was.", "service"),
    "club": Text("Het geld gaat direct naar de club of school.", "service"),
}
NEXT: Mapping[str, Text] = {  # said when it becomes so; at its end nothing follows
    "visit": Text("Is er nog geen tijd? Die hoor je van {naam1}.", "service"),
    "refused": Text("{naam1} kijkt met je mee.", "service"),
    "sent": Text("Weten we meer? Dan hoor je het hier.", "service"),
}
