"""Plain text to safe HTML. The only module that knows bleach.

bleach is no longer maintained (its own notice, June 2026): it is called from this one function,
on capped input, and nh3 runs over what it returns.
"""

import html
import re

import bleach
import nh3

MAXIMUM = 20_000
_PARAGRAPHS = re.compile(r"\n{2,}")
_TAGS = {"p", "br", "a"}


def _protect(attributes: dict[tuple[None, str], str], new: bool = False) -> dict[tuple[None, str], str]:
    attributes[None, "rel"] = "nofollow ugc noopener noreferrer"
    return attributes


_linker = bleach.linkifier.Linker(callbacks=[_protect], parse_email=False)


def text_to_html(text: str) -> str:
    """Paragraphs, line breaks and http(s) links of a plain text; everything else is escaped.

    :param text: at most :data:`MAXIMUM` characters are read.
    :returns: HTML with only ``p``, ``br`` and ``a[href|rel]``.
    """
    paragraphs = []
    for paragraph in _PARAGRAPHS.split(text[:MAXIMUM].strip()):
        escaped = html.escape(paragraph, quote=False)
        linked = _linker.linkify(escaped) if "." in paragraph else escaped
        paragraphs.append("<p>" + linked.replace("\n", "<br>") + "</p>")
    return nh3.clean(
        "".join(paragraphs),
        tags=_TAGS,
        attributes={"a": {"href", "rel"}},
        url_schemes={"http", "https"},
        link_rel=None,
    )
