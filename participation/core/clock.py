"""Time as a value: UTC inside, the city's zone for people, deadlines in working days."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]


def now() -> datetime:
    """The present instant, in UTC, to the microsecond."""
    return datetime.now(UTC)


@lru_cache(maxsize=32)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def local_date(instant: datetime, zone: str) -> date:
    """The calendar date of ``instant`` where the city is."""
    return instant.astimezone(_zone(zone)).date()


def local_time(instant: datetime, zone: str) -> datetime:
    """``instant`` on the city's clocks."""
    return instant.astimezone(_zone(zone))


@lru_cache(maxsize=64)
def _easter(year: int) -> date:
    """Easter Sunday, Gregorian calendar (Meeus/Jones/Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=64)
def public_holidays(year: int) -> frozenset[date]:
    """The eleven French public holidays (Code du travail, art. L.3133-1)."""
    easter = _easter(year)
    fixed = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
    moving = (easter + timedelta(days=n) for n in (1, 39, 50))
    return frozenset({date(year, m, d) for m, d in fixed} | set(moving))


def is_working_day(day: date) -> bool:
    """Monday to Friday, public holidays excepted."""
    return day.weekday() < 5 and day not in public_holidays(day.year)


def add_working_days(start: date, days: int) -> date:
    """The date ``days`` working days after ``start`` (0 gives the next working day or ``start``)."""
    day = start
    while days > 0 or not is_working_day(day):
        day += timedelta(days=1)
        if is_working_day(day) and days > 0:
            days -= 1
    return day
