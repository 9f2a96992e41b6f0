"""Map tiles: what one square of the map shows, asked per tile and never per viewport.

Far out, clusters come from the one summary level (``map_cell``); close in, from the covering index
on the Morton key; where few are left, each contribution is a point of its own.
"""

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import ColumnElement, Integer, Select, func, literal_column, select
from sqlalchemy.orm import Session

from participation.contributions.models import Contribution, MapCell
from participation.contributions.queries.listing import Filter
from participation.contributions.rules import MICRO, SUMMARY_ZOOM, Kind, Stage
from participation.core.geo import ZOOM, tile_range

ZOOMS: Final = range(6, 20)
_CELLS: Final = 2  # a tile is cut in 4 × 4 cells of 64 px
_LAST_SUMMED: Final = SUMMARY_ZOOM - _CELLS
_POINTS: Final = 120
_STAGES: Final = tuple(Stage)
_KINDS: Final = tuple(Kind)


def get_tile(db: Session, zoom: int, x: int, y: int, wanted: Filter) -> dict[str, Any]:
    """Clusters ``c`` and points ``p`` of one tile.

    :returns: ``c``: ``[lat, lon, count, waiting, under_way, done, not_done]``;
        ``p``: ``[lat, lon, stage, kind, category, reference]`` with stage and kind as positions in
        their enumerations. Degrees, five decimals.
    """
    first, after = tile_range(zoom, x, y)
    if zoom <= _LAST_SUMMED:
        return {"c": _summed(db, zoom, first, after, wanted), "p": []}
    rows = db.execute(
        _narrow(
            select(
                Contribution.lat,
                Contribution.lon,
                Contribution.stage,
                Contribution.kind,
                Contribution.category_id,
                Contribution.reference,
            ),
            wanted,
        )
        .where(Contribution.morton >= first, Contribution.morton < after)
        .limit(_POINTS + 1)
    ).all()
    if len(rows) <= _POINTS:
        return {"c": [], "p": [_point(row) for row in rows]}
    return {"c": _clustered(db, zoom, first, after, wanted), "p": []}


def get_overview(db: Session, zoom: int, wanted: Filter) -> list[list[float]]:
    """Clusters of the whole city at ``zoom`` cells, for the drawn map."""
    return _merge(
        db.execute(_summary_query(2 * (SUMMARY_ZOOM - zoom), wanted))
    )


def _narrow(query: Select[Any], wanted: Filter) -> Select[Any]:
    query = query.where(Contribution.stage.is_not(None))
    if wanted.kind is not None:
        query = query.where(Contribution.kind == wanted.kind)
    if wanted.category_id is not None:
        query = query.where(Contribution.category_id == wanted.category_id)
    if wanted.stage is not None:
        query = query.where(Contribution.stage == wanted.stage)
    return query


def _shifted(column: Any, bits: int) -> ColumnElement[int]:
    # A literal and not a parameter: PostgreSQL must see the same text in SELECT and GROUP BY.
    return column.op(">>", return_type=Integer())(literal_column(str(int(bits))))  # type: ignore[no-any-return]


def _summary_query(bits: int, wanted: Filter) -> Select[Any]:
    cell = _shifted(MapCell.cell, bits)
    query = select(
        cell,
        MapCell.stage,
        func.sum(MapCell.count),
        func.sum(MapCell.sum_lat),
        func.sum(MapCell.sum_lon),
    ).group_by(cell, MapCell.stage)
    if wanted.kind is not None:
        query = query.where(MapCell.kind == wanted.kind)
    if wanted.category_id is not None:
        query = query.where(MapCell.category_id == wanted.category_id)
    if wanted.stage is not None:
        query = query.where(MapCell.stage == wanted.stage)
    return query


def _summed(db: Session, zoom: int, first: int, after: int, wanted: Filter) -> list[list[float]]:
    to_summary = 2 * (ZOOM - SUMMARY_ZOOM)
    query = _summary_query(2 * (SUMMARY_ZOOM - zoom - _CELLS), wanted).where(
        MapCell.cell >= first >> to_summary, MapCell.cell < after >> to_summary
    )
    return _merge(db.execute(query))


def _clustered(
    db: Session, zoom: int, first: int, after: int, wanted: Filter
) -> list[list[float]]:
    cell = _shifted(Contribution.morton, 2 * (ZOOM - zoom - _CELLS))
    query = (
        _narrow(
            select(
                cell,
                Contribution.stage,
                func.count(),
                func.sum(Contribution.lat) * MICRO,
                func.sum(Contribution.lon) * MICRO,
            ),
            wanted,
        )
        .where(Contribution.morton >= first, Contribution.morton < after)
        .group_by(cell, Contribution.stage)
    )
    return _merge(db.execute(query))


def _merge(rows: Iterable[Any]) -> list[list[float]]:
    """One cluster per cell, with its count at each stage."""
    cells: dict[int, list[int]] = {}
    for cell, stage, count, sum_lat, sum_lon in rows:
        if count <= 0:
            continue
        sums = cells.setdefault(cell, [0, 0, 0, *(0 for _ in _STAGES)])
        sums[0] += int(count)
        sums[1] += int(sum_lat)
        sums[2] += int(sum_lon)
        sums[3 + _STAGES.index(Stage(stage))] += int(count)
    return [
        [round(lat / n / MICRO, 5), round(lon / n / MICRO, 5), n, *stages]
        for n, lat, lon, *stages in cells.values()
    ]


def _point(row: Any) -> list[Any]:
    return [
        round(row.lat, 5),
        round(row.lon, 5),
        _STAGES.index(row.stage),
        _KINDS.index(row.kind),
        row.category_id,
        row.reference,
    ]
