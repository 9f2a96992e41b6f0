"""Kinds of area and what follows from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from participation.core.geo import Point, Shape, distance
from participation.core.i18n import gettext


class AreaKind(StrEnum):
    """From the widest to the smallest; ``NEIGHBOUR`` lies outside the city."""

    CITY = "city"
    COMMUNE = "commune"
    QUARTIER = "quartier"
    NEIGHBOUR = "neighbour"


# The smaller wins when several hold a point.
FINENESS = {
    AreaKind.CITY: 0,
    AreaKind.NEIGHBOUR: 1,
    AreaKind.COMMUNE: 2,
    AreaKind.QUARTIER: 3,
}


def kind_label(kind: AreaKind) -> str:
    """The kind in the reader's language."""
    return {
        AreaKind.CITY: gettext("Agglomération"),
        AreaKind.COMMUNE: gettext("Commune"),
        AreaKind.QUARTIER: gettext("Quartier"),
        AreaKind.NEIGHBOUR: gettext("Commune voisine"),
    }[kind]


@dataclass(frozen=True, slots=True)
class AreaShape:
    """An area as geography sees it."""

    id: int
    kind: AreaKind
    parent_id: int | None
    name: str
    contact: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class Location:
    """Where a point lies: its smallest area, its commune, or the neighbour it belongs to."""

    area: AreaShape | None = None
    commune: AreaShape | None = None
    neighbour: AreaShape | None = None


class Geography:
    """The city's polygons, asked many times: pure, built once per version of the areas."""

    def __init__(self, areas: Sequence[AreaShape]) -> None:
        self.areas = sorted(areas, key=lambda a: -FINENESS[a.kind])
        self.by_id = {area.id: area for area in areas}

    def around(self, area_id: int | None) -> frozenset[int]:
        """An area and every area that contains it."""
        found = set()
        while area_id is not None and area_id not in found:
            found.add(area_id)
            area = self.by_id.get(area_id)
            area_id = area.parent_id if area else None
        return frozenset(found)

    def locate(self, point: Point) -> Location:
        """The smallest area that holds the point, and the commune around it."""
        for area in self.areas:
            if not area.shape.contains(point):
                continue
            if area.kind is AreaKind.NEIGHBOUR:
                return Location(neighbour=area)
            return Location(area=area, commune=self.commune_of(area.id))
        return Location()

    def commune_of(self, area_id: int) -> AreaShape | None:
        """The commune an area is, or lies in."""
        for found in self.around(area_id):
            if self.by_id[found].kind is AreaKind.COMMUNE:
                return self.by_id[found]
        return None

    def nearest_commune(self, point: Point) -> AreaShape | None:
        """The commune whose middle is closest: whom to name when a point is outside."""
        communes = [a for a in self.areas if a.kind is AreaKind.COMMUNE]
        return min(
            communes, key=lambda a: distance(point, a.shape.box.centre), default=None
        )
