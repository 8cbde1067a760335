"""What she wants no more: help ("laat maar, ik red het zelf"), a call ("bel maar niet")."""

from __future__ import annotations

import re

from dialogs.language.chat import plain
from dialogs.language.wishes.patterns import bare

LONGEST = 14  # words
_LEAVE_IT = r"(?:nee |ach )?laat(?: het| dat)?(?: allemaal)?(?: zitten)?"
_NO_HELP = (
    r"(?:ik )?(?:wil|hoef) (?:bij nader inzien )?(?:geen|niet) (?:jullie )?(?:hulp|geholpen)"
    r"(?: meer)?(?: nodig| worden| hebben| van (?:jullie|de gemeente))?"
    r"|(?:ik )?heb geen hulp(?: meer)? nodig"
    r"|geen hulp(?: meer)?(?: nodig| dank)?"
    r"|(?:ik )?(?:wil|hoef) niet(?: meer)?"
    r" (?:meedoen|mee doen|praten|dat (?:er )?iemand (?:belt|komt))"
    r"|(?:ik )?(?:red|regel|doe|los) (?:het|dit|me|mij)(?: allemaal)? zelf(?: op)?|ik red me"
    r"|(?:ik )?(?:heb (?:me|mij) bedacht|bedenk (?:me|mij)|ben van gedachten veranderd)"
    r"|(?:het |dat |hulp )?hoe(?:ft|f) niet meer|nee bedankt"
)
_REFUSED = re.compile(
    rf"{_LEAVE_IT}|(?:{_LEAVE_IT} |nee |sorry )*(?:{_NO_HELP})(?: (?:{_LEAVE_IT}|{_NO_HELP}))*"
)
_AFTER_ALL = re.compile(r"(?:nee |sorry )*(?:eigenlijk )?toch (?:maar |liever )?niet")


_NO_CALL = re.compile(
    r"(?:nee )?(?:bel|belt|bellen)(?: (?:me|mij))? niet(?: (?:meer|op|terug))?"
    r"|(?:nee )?niet (?:meer )?(?:op|terug)?(?:bellen|gebeld worden)"
    r"|(?:(?:je|jij|jullie|u|ze|niemand) )?hoe(?:f|ft|ven)(?: (?:me|mij|nu))* niet(?: meer)?"
    r"(?: te)? (?:op|terug)?bellen"
    r"|ik (?:wil|hoef) (?:toch )?niet(?: meer)? (?:op|terug)?gebeld (?:te )?worden"
    r"|(?:laat )?(?:dat )?bellen (?:hoeft niet(?: meer)?|zitten)"
)


def refuses_help(text: str) -> bool:
    """Whether the whole message says so; "ik heb geen hulp" answers a question and is none."""
    said = plain(text)
    meant = bare(said)
    short = meant.count(" ") < LONGEST
    return short and bool(_REFUSED.fullmatch(meant) or _AFTER_ALL.fullmatch(said))


def refuses_call(text: str) -> bool:
    """Whether the whole message says that nobody need call."""
    return bool(_NO_CALL.fullmatch(bare(plain(text))))
