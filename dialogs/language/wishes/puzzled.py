"""She asks what the question means, where any words of hers would be an answer."""

from __future__ import annotations

from dialogs.language.chat import pieces
from dialogs.language.phrases import phrases
from dialogs.language.wishes.patterns import COURTESY

_IT = r"(?:het|dit|dat|je|jullie|deze vraag|de vraag|die vraag)"
_YOU = r"(?:je|jij|u|jullie)"
_DO = "(?:doen|zeggen|invullen|typen|schrijven|opschrijven|antwoorden)"
_PUZZLED = phrases(rf"""
(?:wat|hoe) bedoel(?:t|en)?(?: {_YOU})?(?: (?:hier ?mee|met \w+|precies))*
(?:ik )?(?:snap|begrijp|volg) (?:{_IT} )?niet(?: wat {_YOU} (?:bedoelt?|vraagt?))?
wat (?:moet|kan|mag) ik (?:hier |nu )*{_DO}
wat (?:wil|willen|wilt) {_YOU} (?:weten|horen|van mij|van me)(?: weten| horen)?
(?:(?:kun|kan|kunt) {_YOU} )?(?:{_IT} )?(?:uitleggen|uitleg)
leg (?:{_IT} )?uit
wat voor (?:dingen|iets)
zoals(?: wat)?
bijvoorbeeld
huh+
""")


def puzzled(text: str) -> bool:
    """Whether all she says is that she does not know what is asked: "wat bedoel je", "?"."""
    if not any(letter.isalnum() for letter in text):
        return "?" in text
    words = [word for word in pieces(text).split() if word not in COURTESY and word != "|"]
    return _PUZZLED.fullmatch(" ".join(words)) is not None
