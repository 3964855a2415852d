"""The page of one language as one file: nothing is loaded, nothing runs."""

import base64
import hashlib
import re
from html import escape
from pathlib import Path
from urllib.parse import unquote

from ...model.content import Content
from ..built_site import BuiltSite
from ..edition import Edition, content_hash
from ..words import made
from . import parts
from .parts import Part, Source

_SHEET = Path(__file__).with_name("rescue.css")
_ID = re.compile(r'\sid="([^"]*)"')
_INNER_LINK = re.compile(r'<a\b[^>]* ?href="#([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)


def name(content: Content, code: str) -> str:
    """Return the name of the file of a language."""
    return "rescue.html" if content.language(code).is_source else f"rescue-{code}.html"


def make(site: BuiltSite, content: Content, code: str, edition: Edition) -> str:
    """Return the page of a language; raise NotBuiltError if the site lacks one of the pages it is made of."""
    sheet = _SHEET.read_text(encoding="utf-8").replace("\n", "")
    source = Source(site=site, content=content, code=code, sheet=sheet)
    found = [part for part in parts.of_language(source) if part.body]
    words = source.words
    body = _without_dead_links("\n".join(_section(part) for part in found))
    toc = "".join(f'<li><a href="#{part.anchor}">{escape(part.title, quote=False)}</a></li>' for part in found)
    hashed = content_hash(body)
    return _FRAME.format(
        code=code,
        direction=content.language(code).direction,
        policy=f"default-src 'none'; style-src 'sha256-{_digest(sheet)}'; base-uri 'none'; form-action 'none'",
        title=escape(f"{words.say('offline_title')} · {words.site_name}"),
        sheet=sheet,
        heading=escape(words.say("offline_title")),
        site_name=escape(words.site_name),
        call=source.emergency(),
        made=escape(made(words, edition, hashed)),
        trust=escape(words.say("trust")),
        not_advice=escape(words.say("not_advice")),
        contents=escape(words.say("theme_toc")),
        toc=toc,
        body=body,
        rights=escape(edition.rights),
    )


def _without_dead_links(body: str) -> str:
    """Return the body with links to what was left out of it as text alone."""
    ids = set(_ID.findall(body))
    return _INNER_LINK.sub(lambda link: link[0] if unquote(link[1]) in ids else link[2], body)


def _section(part: Part) -> str:
    return f'<h2 id="{part.anchor}">{escape(part.title, quote=False)}</h2>\n{part.body}'


def _digest(sheet: str) -> str:
    return base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()


_FRAME = """\
<!DOCTYPE html>
<html lang="{code}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<style>{sheet}</style>
</head>
<body>
<header>
<p>{site_name}</p>
<h1>{heading}</h1>
<div class="call">{call}</div>
<p class="made">{made}</p>
</header>
<nav aria-label="{contents}"><ul class="toc">{toc}</ul></nav>
<main>
{body}
</main>
<footer>
<p>{trust}</p>
<p>{not_advice}</p>
<p>{rights}</p>
</footer>
</body>
</html>
"""
