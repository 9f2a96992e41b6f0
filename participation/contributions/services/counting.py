"""Counters written with the change they count: tallies for lists, cells for the map."""

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import BigInteger, cast, delete, func, insert, select
from sqlalchemy.orm import Session

from participation.contributions.models import Contribution, MapCell, Tally
from participation.contributions.rules import MICRO, SUMMARY_ZOOM, Counted
from participation.core.geo import ZOOM, Point, morton
from participation.db.upsert import add_to_counters

_SHIFT = 2 * (ZOOM - SUMMARY_ZOOM)
_TALLY_KEYS = ("area_id", "category_id", "kind", "stage")
_CELL_KEYS = ("cell", "kind", "category_id", "stage")


def counted(contribution: Contribution) -> Counted:
    """What a contribution is counted under now."""
    return Counted(
        area_id=contribution.area_id,
        category_id=contribution.category_id,
        kind=contribution.kind,
        stage=contribution.stage,
        lat=contribution.lat,
        lon=contribution.lon,
    )


def recount(db: Session, before: Counted | None, after: Counted | None) -> None:
    """Move a contribution from one count to another (None: it was not, or is no longer, there)."""
    if before != after:
        count_changes(db, [(before, -1), (after, 1)])


def count_changes(db: Session, changes: Iterable[tuple[Counted | None, int]]) -> None:
    """Add many changes at once; those that cancel out are never written."""
    tallies: Counter[tuple[object, ...]] = Counter()
    cells: dict[tuple[object, ...], list[int]] = {}
    for facts, sign in changes:
        if facts is None or facts.stage is None:
            continue
        tallies[facts.area_id or 0, facts.category_id, facts.kind, facts.stage] += sign
        if facts.lat is None or facts.lon is None:
            continue
        cell = morton(Point(facts.lat, facts.lon)) >> _SHIFT
        sums = cells.setdefault((cell, facts.kind, facts.category_id, facts.stage), [0, 0, 0])
        sums[0] += sign
        sums[1] += sign * round(facts.lat * MICRO)
        sums[2] += sign * round(facts.lon * MICRO)
    add_to_counters(
        db,
        Tally.__table__,  # type: ignore[arg-type]
        _TALLY_KEYS,
        [dict(zip(_TALLY_KEYS, key, strict=True), count=n) for key, n in tallies.items() if n],
    )
    add_to_counters(
        db,
        MapCell.__table__,  # type: ignore[arg-type]
        _CELL_KEYS,
        [
            dict(zip(_CELL_KEYS, key, strict=True), count=n, sum_lat=lat, sum_lon=lon)
            for key, (n, lat, lon) in cells.items()
            if n or lat or lon
        ],
    )


def rebuild(db: Session) -> None:
    """Count everything anew (nightly, and after bulk loads)."""
    db.execute(delete(Tally))
    db.execute(delete(MapCell))
    public = Contribution.stage.is_not(None)
    area = func.coalesce(Contribution.area_id, 0)
    keys = (Contribution.category_id, Contribution.kind, Contribution.stage)
    db.execute(
        insert(Tally).from_select(
            ["area_id", "category_id", "kind", "stage", "count"],
            select(area, *keys, func.count()).where(public).group_by(area, *keys),
        )
    )
    cell = Contribution.morton.op(">>")(_SHIFT)
    groups = (cell, Contribution.kind, Contribution.category_id, Contribution.stage)
    db.execute(
        insert(MapCell).from_select(
            ["cell", "kind", "category_id", "stage", "count", "sum_lat", "sum_lon"],
            select(*groups, func.count(), _micro(Contribution.lat), _micro(Contribution.lon))
            .where(public, Contribution.morton.is_not(None))
            .group_by(*groups),
        )
    )


def _micro(column: object) -> object:
    return func.sum(cast(func.round(column * MICRO), BigInteger))  # type: ignore[operator]
