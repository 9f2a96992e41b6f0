"""People's words: cleaning, folding accents, stems for search, direction of script."""

import re
import unicodedata
from functools import lru_cache

import Stemmer

# Kept: tab and line feed. Bidirectional overrides and isolates are dropped because they can
# reorder the interface's own words around a quotation; real Arabic needs none of them.
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]"
    "|[\ud800-\udfff]|[\U000e0000-\U000e007f]"
)
_LINE_ENDS = re.compile(r"\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")
_BLANK_LINES = re.compile(r"\n{3,}")
_BLANKS = re.compile(r"[^\S\n]+")
_WORD = re.compile(r"[^\W_]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l"})
_RTL = ("R", "AL")

# Words too common to say anything about a report; folded, as `terms` sees them.
STOP_WORDS = frozenset(
    """a ai au aux avec c ce ces cette d dans de des du elle en es est et eu il ils j je l la le les
    leur lui m ma mais me mes moi mon n ne nos notre nous on ou par pas pour qu que qui s sa se ses
    si son sont sur t ta te tes toi ton tu un une vos votre vous y the of to and in is it""".split()
)


def clean_line(typed: str) -> str:
    """One line as meant: NFC, no control characters, blanks collapsed."""
    return " ".join(clean_text(typed).split())


def clean_text(typed: str) -> str:
    """Several lines as meant: NFC, LF line ends, no control characters, at most one blank line."""
    text = _LINE_ENDS.sub("\n", typed)
    text = _CONTROL.sub("", unicodedata.normalize("NFC", text))
    text = "\n".join(_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", text).strip()


def fold(text: str) -> str:
    """Lower case without accents: ``Église`` and ``eglise`` are one word, ``œuf`` is ``oeuf``."""
    lowered = text.casefold().translate(_LIGATURES)
    if lowered.isascii():
        return lowered
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def fold_name(name: str) -> str:
    """A place's name as an alias key: folded, ``St``/``Ste`` spelled out, word order kept."""
    words = _WORD.findall(fold(name))
    spelled = {"st": "saint", "ste": "sainte", "bd": "boulevard", "av": "avenue", "pl": "place"}
    return " ".join(spelled.get(word, word) for word in words)


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    # The French stemmer reads accents, so it runs before folding; other scripts pass unchanged.
    return fold(_stemmer().stemWord(word))


@lru_cache(maxsize=1)
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("french", 0)


def terms(text: str) -> list[str]:
    """The search terms of a text, in order: French stems, folded, stop words and letters dropped."""
    found = []
    for word in _WORD.findall(text.casefold().translate(_LIGATURES)):
        if len(word) < 2 and not word.isdigit():
            continue
        if fold(word) in STOP_WORDS:
            continue
        found.append(_stem(word))
    return found


def direction(text: str) -> str:
    """``rtl`` or ``ltr``, by the first strong character (Unicode UAX #9, rule P2)."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in _RTL:
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def slugify(name: str) -> str:
    """A name as part of an address: ``Éclairage public`` → ``eclairage-public``."""
    return "-".join(_WORD.findall(fold(name)))


def excerpt(text: str, length: int) -> str:
    """The first ``length`` characters, cut at a word, on one line, with an ellipsis if cut."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    cut = line[: length - 1].rsplit(" ", 1)[0]
    return f"{cut or line[: length - 1]}…"
