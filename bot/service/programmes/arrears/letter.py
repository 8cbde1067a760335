"""What the letter about a signal says. It names no creditor and no amount, inside or out."""

from __future__ import annotations

from bot.service.paper import Words
from dialogs.model import Text

WORDS = Words(
    body=(
        Text("Soms is er even te weinig geld. Dat overkomt veel gezinnen. Het ligt niet aan jou.",
             "letter"),
        Text("Misschien is een rekening nog niet betaald. {Team} denkt graag met je mee. Dat is "
             "gratis. Het helpt vaak om er vroeg over te praten.", "letter"),
        Text("Jij kiest. Je mag ja zeggen, later of nee. Ook nee is goed. Dan schrijven we hier "
             "niet meer over.", "letter"),
    ),
    steps=(
        Text("Richt de camera van je telefoon op het plaatje hieronder. Of ga naar het adres "
             "eronder.", "letter"),
        Text("Een computer stelt je hoogstens 4 korte vragen. Dat duurt ongeveer 2 minuten.",
             "letter"),
        Text("Mensen van {team} lezen wat je antwoordt. Je hoeft geen bedragen te noemen.",
             "letter"),
    ),
)  # fmt: skip
