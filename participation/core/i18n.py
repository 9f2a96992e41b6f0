"""Languages: French is the source, the reader's language is a context value.

Messages are the French text itself; ``translations/<code>/LC_MESSAGES/messages.mo`` hold the
others. A missing catalogue or message falls back to French, never to a key (F-30).
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from babel import Locale, dates, numbers
from babel.support import NullTranslations, Translations

SOURCE: Final = "fr"


@dataclass(frozen=True, slots=True)
class Language:
    """One interface language: BCP 47 code, its own name, its direction."""

    code: str
    name: str
    direction: str

    @property
    def locale(self) -> Locale:
        return _locale(self.code)


LANGUAGES: Final[Mapping[str, Language]] = {
    "fr": Language("fr", "Français", "ltr"),
    "en": Language("en", "English", "ltr"),
    "ar": Language("ar", "العربية", "rtl"),
    "nl": Language("nl", "Nederlands", "ltr"),
}

_current: ContextVar[str] = ContextVar("language", default=SOURCE)
_catalogues: dict[str, NullTranslations] = {}
_folder: list[Path] = []


@lru_cache(maxsize=16)
def _locale(code: str) -> Locale:
    # British English and not American: dates are read day first everywhere in the interface.
    return Locale.parse({"en": "en_GB"}.get(code, code))


def load_catalogues(folder: Path) -> None:
    """Say where the compiled catalogues are; they are read when first needed."""
    _folder[:] = [folder]
    _catalogues.clear()


def _catalogue(code: str) -> NullTranslations:
    if code not in _catalogues:
        _catalogues[code] = (
            Translations.load(_folder[0], [code]) if _folder else NullTranslations()
        )
    return _catalogues[code]


def current() -> Language:
    """The reader's language."""
    return LANGUAGES[_current.get()]


@contextmanager
def use_language(code: str) -> Iterator[Language]:
    """Speak ``code`` within the block (French when it is not one of ours)."""
    token = _current.set(code if code in LANGUAGES else SOURCE)
    try:
        yield current()
    finally:
        _current.reset(token)


def gettext(message: str, /, **values: Any) -> str:
    """``message`` in the reader's language, with ``%(name)s`` filled in."""
    code = _current.get()
    text: str = message if code == SOURCE else _catalogue(code).gettext(message)
    return text % values if values else text


def ngettext(one: str, many: str, n: int, /, **values: Any) -> str:
    """The plural form the language wants for ``n``; ``%(num)s`` is the number, formatted."""
    text: str = _catalogue(_current.get()).ngettext(one, many, n)
    if _current.get() == SOURCE:
        text = one if abs(n) < 2 else many
    return text % {"num": format_number(n), **values}


class LazyText:
    """A message looked up when it is printed: for labels that are declared once."""

    __slots__ = ("message", "values")

    def __init__(self, message: str, **values: Any) -> None:
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return gettext(self.message, **self.values)

    def __repr__(self) -> str:
        return f"LazyText({self.message!r})"

    def __eq__(self, other: object) -> bool:
        return str(self) == str(other)

    def __hash__(self) -> int:
        return hash(self.message)


def lazy_gettext(message: str, /, **values: Any) -> LazyText:
    """Mark ``message`` for translation now, translate it when printed."""
    return LazyText(message, **values)


def translated(texts: Mapping[str, str] | None) -> str:
    """A city's own text in the reader's language, else in French, else in any it has."""
    if not texts:
        return ""
    return texts.get(_current.get()) or texts.get(SOURCE) or next(iter(texts.values()), "")


@lru_cache(maxsize=4096)
def _date(value: date, pattern: str, code: str) -> str:
    return str(dates.format_date(value, pattern, locale=_locale(code)))


def format_date(value: date, pattern: str = "long") -> str:
    """A date in words: *27 novembre 2026*. ``pattern`` is a CLDR style or skeleton text."""
    if isinstance(value, datetime):
        value = value.date()
    return _date(value, pattern, _current.get())


def format_day(value: date) -> str:
    """A promised day, with its weekday: *vendredi 27 novembre 2026*."""
    return format_date(value, "full")


@lru_cache(maxsize=4096)
def _time(value: datetime, code: str) -> str:
    return str(dates.format_time(value, "short", locale=_locale(code)))


def format_datetime(value: datetime) -> str:
    """Date and time of an instant already on the city's clocks."""
    return gettext(
        "%(date)s à %(time)s", date=format_date(value), time=_time(value, _current.get())
    )


@lru_cache(maxsize=4096)
def _number(value: float, code: str) -> str:
    return str(numbers.format_decimal(value, locale=_locale(code)))


def format_number(value: float) -> str:
    """A number with the language's separators."""
    return _number(value, _current.get())


def format_money(cents: int) -> str:
    """Whole euros when there are no cents, else with them."""
    pattern_digits = cents % 100 != 0
    return str(
        numbers.format_currency(
            cents / 100 if pattern_digits else cents // 100,
            "EUR",
            locale=current().locale,
            currency_digits=pattern_digits,
            format=None if pattern_digits else "#,##0 ¤",
        )
    )


def format_distance(metres: float) -> str:
    """*350 m* or *1,2 km*: rounded to what a walker can use."""
    if metres < 1000:
        return gettext("%(n)s m", n=format_number(max(10, round(metres, -1))))
    return gettext("%(n)s km", n=format_number(round(metres / 1000, 1)))
