"""Ladders of how she feels and follows: gladness, stress, understanding. Shape as in `ladders`."""

from __future__ import annotations

_VERY = r"(?:heel|erg|zeer|echt|super|mega|ontzettend|vreselijk|veel te|heel erg|hartstikke)"
_SAD = """
(?:heel |erg |zo |best )*(?:verdrietig|somber|down|depri|triest|neerslachtig)
huil\\w*
niet (?:zo )?(?:blij|vrolijk|happy)
"""
_NEITHER_SAD_NOR_GLAD = """
gewoon(?:tjes)?
normaal
ok
gaat(?: wel)?
neutraal
"""
_GLAD = """
(?:best |wel |gewoon )?(?:blij|vrolijk|happy|opgewekt|gelukkig)
"""
_VERY_GLAD = f"""
{_VERY} (?:blij|vrolijk|happy|gelukkig)
dolblij
dolgelukkig
"""
_NOT_UNDERSTOOD = r"""
(?:ik )?(?:snap|begrijp|volg|vat) (?:(?:ik|het|er|dit|dat|hem|de \w+|echt) )*(?:niet|NO)
(?:ik )?(?:snap|begrijp|volg|vat) (?:ik |er |echt )*(?:niks|niets|NONE|geen \w+)(?: van)?
(?:is |dit is |het is )?(?:niet (?:zo |echt |helemaal )?duidelijk|onduidelijk|vaag)
"""
_HALF_UNDERSTOOD = """
(?:snap het |begrijp het )?(?:een |klein |wel )*(?:beetje|deels|half|gedeeltelijk|niet helemaal)
"""
_UNDERSTOOD = r"""
(?:ik )?(?:snap|begrijp|vat) (?:ik )?(?:het|dit|dat|hem|de \w+)(?: wel| helemaal| nu)*(?! niet)
(?:is |het is |dit is )?(?:helemaal )?(?:duidelijk|helder|begrepen|gesnapt)
"""
_RELAXED = """
(?:helemaal |totaal )?geen stress
(?:helemaal |totaal )?niet (?:stressvol|gestrest|gestresst|gespannen)
(?:heel |erg )?(?:relaxed|ontspannen)
"""
_SOME_STRESS = """
(?:een |klein |wel )*beetje (?:stress|stressvol|gestrest|gestresst|gespannen)
weinig stress
"""
_STRESSED = """
(?:best |wel |best wel )?(?:stress|stressvol|gestrest|gestresst|gespannen)
"""
_VERY_STRESSED = rf"""
{_VERY} (?:veel )?(?:stress|stressvol|gestrest|gestresst|gespannen)
(?:veel|te veel|heel wat|zoveel) stress
"""
_READS_BADLY = r"""
(?:ik )?(?:lees|lezen) (?:\w+ ){0,2}(?:niet|slecht|moeilijk|lastig)(?: zo)?(?: goed| makkelijk)?
(?:ik )?kan (?:\w+ )?(?:niet|slecht|moeilijk|amper)(?: zo)?(?: goed)? lezen
(?:ben )?(?:laaggeletterd|analfabeet|dyslectisch)
"""
_READS_SO_SO = """
(?:lees|lezen) (?:gaat |kan ik )?(?:wel|redelijk|een beetje)
"""
_READS_WELL = r"""
(?:ik )?(?:lees|lezen) (?:\w+ ){0,2}(?:goed|prima|makkelijk)
(?:ik )?kan (?:wel |gewoon )?(?:goed |prima )?lezen
"""
_IN_DOUBT = r"""
(?:ik )?(?:twijfel|aarzel)(?: \w+)?
(?:ik )?(?:weet het|ben|weet) (?:nog )?niet (?:helemaal )?zeker
misschien
"""
_SUPPOSED = """
(?:ik )?denk (?:ik )?(?:het|van)(?: wel| ja)?
waarschijnlijk(?: wel)?
"""
_CERTAIN = r"""
(?:ik )?(?:weet het |ben er |ben )?(?:heel |100 procent |honderd procent )?zeker(?: weten)?
(?:100|honderd) procent
absoluut
"""
CERTAINTY = (_IN_DOUBT, _SUPPOSED, _CERTAIN)
READING = (_READS_BADLY, _READS_SO_SO, _READS_WELL)
GLADNESS = (_SAD, _NEITHER_SAD_NOR_GLAD, _GLAD, _VERY_GLAD)
STRESS = (_RELAXED, _SOME_STRESS, _STRESSED, _VERY_STRESSED)
UNDERSTANDING = (_NOT_UNDERSTOOD, _HALF_UNDERSTOOD, _UNDERSTOOD)
