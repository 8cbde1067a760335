"""What the tandem sees of the messages that nobody is sure of, on its real pages."""

from __future__ import annotations

import aiohttp

UNSURE = "misschien niet aangekomen"  # bot/desk/words.py
_OURS = {"Sec-Fetch-Site": "same-origin"}


async def shows_unsure(base: str, person: str, handoffs: set[str]) -> set[str]:
    """Those of the handoffs on whose page this person sees an unsure message."""
    seen = set()
    jar = aiohttp.CookieJar(unsafe=True)  # an address without a name is fine here
    async with aiohttp.ClientSession(base, cookie_jar=jar) as browser:
        async with browser.post(
            "/werkplek/inloggen", data={"wie": person}, headers=_OURS
        ) as answer:
            answer.raise_for_status()
        for one in handoffs:
            async with browser.get(f"/werkplek/overdracht/{one}") as answer:
                answer.raise_for_status()
                if UNSURE in await answer.text():
                    seen.add(one)
    return seen
