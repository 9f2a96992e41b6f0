"""Lists and counts of public contributions; flat in cost from ten thousand to a million rows.

Every list is ordered by id, newest first, pages by key and not by offset, and reads one index; the
counts come from the tally table, never from counting rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, func, or_, select
from sqlalchemy.orm import Session

from participation.contributions.models import Contribution, ContributionPhoto, Tally
from participation.contributions.rules import Kind, Stage
from participation.core.geo import ZOOM, Point, box_around, box_cells, distance
from participation.core.text import terms
from participation.db.search import find_rows
from participation.media.models import Photo
from participation.places.rules import AreaKind, Geography

PAGE = 20
COUNTED_UP_TO = 1000
_NEAR_STEPS = (60, 150, 400, 1200, 4000)
_NEAR_CANDIDATES = 1500

CARD = (
    Contribution.id,
    Contribution.reference,
    Contribution.kind,
    Contribution.title,
    Contribution.language,
    Contribution.author_name,
    Contribution.category_id,
    Contribution.area_id,
    Contribution.place,
    Contribution.lat,
    Contribution.lon,
    Contribution.status,
    Contribution.stage,
    Contribution.outcome,
    Contribution.due_on,
    Contribution.created_at,
    Contribution.answered_at,
    Contribution.support_count,
    Contribution.follow_count,
    Contribution.photo_count,
)
Card = Row[Any]


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list, a count or a tile is narrowed to; None accepts all."""

    kind: Kind | None = None
    category_id: int | None = None
    area_id: int | None = None
    stage: Stage | None = None
    words: str = ""
    near: Point | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list. ``older`` is the key of the next page, or None."""

    cards: Sequence[Card]
    older: int | None
    distances: dict[int, float]
    found: int | None = None
    found_more: bool = False


def narrowed(query: Select[Any], wanted: Filter, map_: Geography) -> Select[Any]:
    """The conditions of a filter, public rows only."""
    query = query.where(Contribution.stage.is_not(None))
    if wanted.kind is not None:
        query = query.where(Contribution.kind == wanted.kind)
    if wanted.category_id is not None:
        query = query.where(Contribution.category_id == wanted.category_id)
    if wanted.stage is not None:
        query = query.where(Contribution.stage == wanted.stage)
    area = map_.by_id.get(wanted.area_id) if wanted.area_id else None
    if area is not None and area.kind is AreaKind.COMMUNE:
        query = query.where(Contribution.commune_id == area.id)
    elif area is not None and area.kind is AreaKind.QUARTIER:
        query = query.where(Contribution.area_id == area.id)
    return query


def list_page(
    db: Session, wanted: Filter, map_: Geography, *, before: int | None = None, size: int = PAGE
) -> Page:
    """One page: by distance when ``near`` is given, by words when there are any, else newest first."""
    if wanted.near is not None:
        return _nearest(db, wanted, map_, size)
    if wanted.words.strip():
        return _found(db, wanted, map_, before, size)
    query = narrowed(select(*CARD), wanted, map_).order_by(Contribution.id.desc())
    if before is not None:
        query = query.where(Contribution.id < before)
    rows = db.execute(query.limit(size + 1)).all()
    older = rows[size - 1].id if len(rows) > size else None
    return Page(rows[:size], older, {})


def _found(
    db: Session, wanted: Filter, map_: Geography, before: int | None, size: int
) -> Page:
    words = terms(wanted.words)
    ids = find_rows(db, words, limit=COUNTED_UP_TO + 1, before=before)
    more = len(ids) > COUNTED_UP_TO
    is_plain = Filter(words=wanted.words) == wanted
    candidates = ids[: size + 1] if is_plain else ids
    query = narrowed(select(*CARD), wanted, map_).where(Contribution.id.in_(candidates))
    rows = db.execute(query.order_by(Contribution.id.desc()).limit(size + 1)).all()
    older = rows[size - 1].id if len(rows) > size else None
    found = None
    if before is None and is_plain:
        found = min(len(ids), COUNTED_UP_TO)
    return Page(rows[:size], older, {}, found, more)


def _nearest(db: Session, wanted: Filter, map_: Geography, size: int) -> Page:
    """The closest ones first, looking ever wider until a page is full."""
    centre = wanted.near
    assert centre is not None  # noqa: S101 - narrowed by the caller
    nearest: list[tuple[float, int]] = []
    for metres in _NEAR_STEPS:
        zoom = max(10, min(20, 25 - (int(metres) * 2).bit_length()))
        shift = 2 * (ZOOM - zoom)
        ranges = [
            Contribution.morton.between(cell << shift, ((cell + 1) << shift) - 1)
            for cell in box_cells(box_around(centre, metres), zoom)
        ]
        query = narrowed(
            select(Contribution.id, Contribution.lat, Contribution.lon), wanted, map_
        ).where(or_(*ranges))
        rows = db.execute(query.limit(_NEAR_CANDIDATES)).all()
        nearest = sorted(
            (distance(centre, Point(lat, lon)), row_id) for row_id, lat, lon in rows
        )
        if len(rows) >= size:
            break
    away = {row_id: metres for metres, row_id in nearest[:size]}
    cards = db.execute(select(*CARD).where(Contribution.id.in_(away))).all()
    return Page(sorted(cards, key=lambda card: away[card.id]), None, away)


def count_by_stage(db: Session, wanted: Filter, map_: Geography) -> dict[Stage, int]:
    """How many public contributions there are at each stage (words and distance left aside)."""
    query = select(Tally.stage, func.sum(Tally.count)).group_by(Tally.stage)
    if wanted.kind is not None:
        query = query.where(Tally.kind == wanted.kind)
    if wanted.category_id is not None:
        query = query.where(Tally.category_id == wanted.category_id)
    if wanted.area_id is not None:
        inside = [a for a in map_.by_id if wanted.area_id in map_.around(a)]
        query = query.where(Tally.area_id.in_(inside))
    counts = dict(db.execute(query).all())
    return {stage: int(counts.get(stage, 0)) for stage in Stage}


def count_by_area(db: Session) -> dict[int, int]:
    """Open (waiting or under way) public contributions per area."""
    open_ = (Stage.WAITING, Stage.UNDER_WAY)
    rows = db.execute(
        select(Tally.area_id, func.sum(Tally.count))
        .where(Tally.stage.in_(open_))
        .group_by(Tally.area_id)
    )
    return {area: int(n) for area, n in rows}


def first_photos(db: Session, cards: Sequence[Card]) -> dict[int, tuple[str, str]]:
    """The first photograph's hash and alternative text, for the cards that have one."""
    with_photo = [card.id for card in cards if card.photo_count]
    if not with_photo:
        return {}
    rows = db.execute(
        select(ContributionPhoto.contribution_id, Photo.sha256, ContributionPhoto.alt)
        .join(Photo, Photo.id == ContributionPhoto.photo_id)
        .where(
            ContributionPhoto.contribution_id.in_(with_photo), ContributionPhoto.position == 0
        )
    )
    return {contribution: (sha, alt) for contribution, sha, alt in rows}
