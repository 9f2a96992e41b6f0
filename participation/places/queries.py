"""Reading the city."""

from collections.abc import Sequence
from functools import lru_cache

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload, undefer

from participation.accounts.queries import grants_of
from participation.core.actor import Grant
from participation.core.geo import parse_geometry
from participation.core.text import fold_name
from participation.places.models import Area, AreaAlias, City, Street, TeamSeat
from participation.places.rules import AreaKind, AreaShape, Geography


def get_city(db: Session) -> City | None:
    """The one city; None before anything was loaded."""
    return db.get(City, 1)


def geography(db: Session) -> Geography:
    """The polygons, parsed once per process and version."""
    version = db.scalar(select(City.areas_version)) or 0
    bind = db.get_bind()
    return _geography(str(bind.engine.url), version, _Handle(db))


class _Handle:
    """Lets a session ride along a cache key without being part of it."""

    def __init__(self, db: Session) -> None:
        self.db = db

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Handle)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=4)
def _geography(url: str, version: int, handle: _Handle) -> Geography:
    rows = handle.db.execute(
        select(Area.id, Area.kind, Area.parent_id, Area.name, Area.contact, Area.geometry)
    )
    return Geography([AreaShape(*row[:5], parse_geometry(row[5])) for row in rows])


def forget_geography() -> None:
    """Read the polygons anew (tests share one database address)."""
    _geography.cache_clear()


def list_areas(db: Session, *kinds: AreaKind) -> Sequence[Area]:
    """Areas of the kinds given (all inside the city when none), by name."""
    wanted = kinds or (AreaKind.COMMUNE, AreaKind.QUARTIER)
    return db.scalars(select(Area).where(Area.kind.in_(wanted)).order_by(Area.name)).all()


def get_area(db: Session, slug: str) -> Area | None:
    return db.scalar(select(Area).where(Area.slug == slug))


def get_area_by_id(db: Session, area_id: int) -> Area | None:
    return db.get(Area, area_id)


def get_area_whole(db: Session, area_id: int) -> Area | None:
    """With its polygon and aliases, for editing."""
    return db.scalar(
        select(Area)
        .where(Area.id == area_id)
        .options(undefer(Area.geometry), selectinload(Area.aliases))
    )


def find_area_by_name(db: Session, name: str) -> Area | None:
    """The area a name, alias, slug or code means."""
    folded = fold_name(name)
    return db.scalar(
        select(Area)
        .outerjoin(AreaAlias, AreaAlias.area_id == Area.id)
        .where(
            (AreaAlias.folded == folded)
            | (Area.slug == name.strip())
            | (Area.code == name.strip())
        )
        .limit(1)
    )


def find_streets(db: Session, typed: str, limit: int = 6) -> Sequence[Street]:
    """Streets whose name holds every word typed; a house number is ignored."""
    words = [w for w in fold_name(typed).split() if not w.isdigit()]
    if not words:
        return []
    query = select(Street).options(selectinload(Street.area))
    for word in words[:6]:
        query = query.where(Street.folded.contains(word, autoescape=True))
    return db.scalars(query.order_by(func.length(Street.folded), Street.id).limit(limit)).all()


def find_areas_like(db: Session, typed: str, limit: int = 4) -> Sequence[Area]:
    """Areas one of whose names holds every word typed."""
    words = fold_name(typed).split()
    if not words:
        return []
    query = select(AreaAlias.area_id)
    for word in words[:6]:
        query = query.where(AreaAlias.folded.contains(word, autoescape=True))
    kinds = (AreaKind.COMMUNE, AreaKind.QUARTIER)
    return db.scalars(
        select(Area).where(Area.id.in_(query), Area.kind.in_(kinds)).order_by(Area.name).limit(limit)
    ).all()


def streets_near(db: Session, lat: float, lon: float, reach: float = 0.006) -> Sequence[Street]:
    """Streets whose point lies within ``reach`` degrees, for naming a pin's surroundings."""
    return db.scalars(
        select(Street)
        .where(
            Street.lat.between(lat - reach, lat + reach),
            Street.lon.between(lon - 1.5 * reach, lon + 1.5 * reach),
        )
        .options(selectinload(Street.area))
        .limit(60)
    ).all()


def team_grants(db: Session, person_id: int) -> frozenset[Grant]:
    """What the person may do in the communes whose team they belong to."""
    found: frozenset[Grant] = frozenset()
    seats = db.execute(
        select(TeamSeat.area_id, TeamSeat.role).where(TeamSeat.person_id == person_id)
    )
    for area_id, role in seats:
        found |= grants_of([role], area_id)
    return found


def list_team(db: Session) -> Sequence[TeamSeat]:
    """Every commune's team."""
    return db.scalars(
        select(TeamSeat)
        .options(selectinload(TeamSeat.person), selectinload(TeamSeat.area))
        .order_by(TeamSeat.area_id, TeamSeat.id)
    ).all()
