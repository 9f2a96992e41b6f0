"""Points, polygons and tiles: WGS 84, degrees, longitude first in GeoJSON and latitude first in words.

A point's *Morton key* interleaves the bits of its web-mercator tile column and row at zoom 26
(52 bits), so that every map tile is one range of integers and a plain B-tree index serves any zoom
(G. M. Morton, "A computer oriented geodetic data base", IBM, 1966).
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

ZOOM = 26
_SIDE = 1 << ZOOM
_MAX_LATITUDE = 85.0511287798066
EARTH_RADIUS = 6_371_008.8  # metres, IUGG mean

Ring = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Point:
    """A place in degrees."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Box:
    """South-west and north-east corners, in degrees."""

    south: float
    west: float
    north: float
    east: float

    def contains(self, point: Point) -> bool:
        return self.south <= point.lat <= self.north and self.west <= point.lon <= self.east

    @property
    def centre(self) -> Point:
        return Point((self.south + self.north) / 2, (self.west + self.east) / 2)


def _spread(n: int) -> int:
    """Put a zero between each bit of a 26-bit number."""
    n = (n | n << 16) & 0x0000FFFF0000FFFF
    n = (n | n << 8) & 0x00FF00FF00FF00FF
    n = (n | n << 4) & 0x0F0F0F0F0F0F0F0F
    n = (n | n << 2) & 0x3333333333333333
    return (n | n << 1) & 0x5555555555555555


def _gather(n: int) -> int:
    n &= 0x5555555555555555
    n = (n | n >> 1) & 0x3333333333333333
    n = (n | n >> 2) & 0x0F0F0F0F0F0F0F0F
    n = (n | n >> 4) & 0x00FF00FF00FF00FF
    n = (n | n >> 8) & 0x0000FFFF0000FFFF
    return (n | n >> 16) & 0x00000000FFFFFFFF


def mercator(point: Point, zoom: float) -> tuple[float, float]:
    """Web-mercator column and row (fractional tiles) at ``zoom``; y grows southwards."""
    scale = 2.0**zoom
    lat = max(-_MAX_LATITUDE, min(_MAX_LATITUDE, point.lat))
    x = (point.lon + 180.0) / 360.0 * scale
    y = (1.0 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2.0 * scale
    return x, y


def unmercator(x: float, y: float, zoom: float) -> Point:
    """The place at fractional tile ``x``, ``y``."""
    scale = 2.0**zoom
    lat = math.degrees(math.atan(math.sinh(math.pi * (1.0 - 2.0 * y / scale))))
    return Point(lat, x / scale * 360.0 - 180.0)


def morton(point: Point) -> int:
    """The 52-bit Morton key of a place."""
    x, y = mercator(point, ZOOM)
    column = min(_SIDE - 1, max(0, int(x)))
    row = min(_SIDE - 1, max(0, int(y)))
    return _spread(row) << 1 | _spread(column)


def tile_range(zoom: int, x: int, y: int) -> tuple[int, int]:
    """First key of the tile and first key after it."""
    shift = 2 * (ZOOM - zoom)
    key = _spread(y) << 1 | _spread(x)
    return key << shift, (key + 1) << shift


def cell_tile(cell: int) -> tuple[int, int]:
    """Column and row of a cell, which is a Morton key at any zoom."""
    return _gather(cell), _gather(cell >> 1)


def box_cells(box: Box, zoom: int) -> list[int]:
    """The Morton cells at ``zoom`` that a box touches, in key order."""
    west, north = mercator(Point(box.north, box.west), zoom)
    east, south = mercator(Point(box.south, box.east), zoom)
    return sorted(
        _spread(row) << 1 | _spread(column)
        for row in range(int(north), int(south) + 1)
        for column in range(int(west), int(east) + 1)
    )


def distance(a: Point, b: Point) -> float:
    """Great-circle distance in metres (haversine)."""
    lat1, lat2 = math.radians(a.lat), math.radians(b.lat)
    half_lat = (lat2 - lat1) / 2
    half_lon = math.radians(b.lon - a.lon) / 2
    h = math.sin(half_lat) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(half_lon) ** 2
    return 2 * EARTH_RADIUS * math.asin(min(1.0, math.sqrt(h)))


def box_around(centre: Point, metres: float) -> Box:
    """A box that holds every place within ``metres`` of ``centre``."""
    dlat = math.degrees(metres / EARTH_RADIUS)
    dlon = dlat / max(0.01, math.cos(math.radians(centre.lat)))
    return Box(centre.lat - dlat, centre.lon - dlon, centre.lat + dlat, centre.lon + dlon)


def in_ring(point: Point, ring: Ring) -> bool:
    """Even-odd rule on one closed ring of ``(lon, lat)``."""
    inside = False
    x, y = point.lon, point.lat
    x1, y1 = ring[-1]
    for x2, y2 in ring:
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
        x1, y1 = x2, y2
    return inside


class Shape:
    """A polygon or multipolygon with its box, ready to be asked many times."""

    __slots__ = ("box", "polygons")

    def __init__(self, polygons: Iterable[Sequence[Ring]]) -> None:
        self.polygons = [[[(p[0], p[1]) for p in ring] for ring in rings] for rings in polygons]
        points = [p for rings in self.polygons for p in rings[0]]
        if not points:
            raise ValueError("a shape needs at least one ring")
        self.box = Box(
            min(p[1] for p in points),
            min(p[0] for p in points),
            max(p[1] for p in points),
            max(p[0] for p in points),
        )

    def contains(self, point: Point) -> bool:
        if not self.box.contains(point):
            return False
        return any(
            in_ring(point, rings[0]) and not any(in_ring(point, hole) for hole in rings[1:])
            for rings in self.polygons
        )

    def geojson(self) -> dict[str, Any]:
        """A MultiPolygon geometry (RFC 7946)."""
        return {
            "type": "MultiPolygon",
            "coordinates": [
                [[[x, y] for x, y in ring] for ring in rings] for rings in self.polygons
            ],
        }

    def simplified(self, tolerance: float) -> "Shape":
        """The same shape with fewer points; ``tolerance`` in degrees. Tiny rings are dropped."""
        kept = []
        for rings in self.polygons:
            thin = [simplify(ring, tolerance) for ring in rings]
            if len(thin[0]) >= 4:
                kept.append([thin[0], *(ring for ring in thin[1:] if len(ring) >= 4)])
        return Shape(kept) if kept else self

    @property
    def inner_point(self) -> Point:
        """A point inside the shape: the middle of its widest chord at mid-height."""
        box = self.box
        best = (-1.0, box.centre)
        for step in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8):
            lat = box.south + (box.north - box.south) * step
            crossings = sorted(
                (x2 - x1) * (lat - y1) / (y2 - y1) + x1
                for rings in self.polygons
                for ring in rings
                for (x1, y1), (x2, y2) in zip(ring, ring[1:], strict=False)
                if (y1 > lat) != (y2 > lat)
            )
            for left, right in zip(crossings[::2], crossings[1::2], strict=False):
                if right - left > best[0]:
                    best = (right - left, Point(lat, (left + right) / 2))
            if best[0] > 0 and step == 0.5:
                break
        return best[1]


def parse_geometry(geometry: Any) -> Shape:
    """A GeoJSON Polygon or MultiPolygon (RFC 7946) as a :class:`Shape`.

    :raises ValueError: another type, an open or too short ring, or coordinates out of the globe.
    """
    if not isinstance(geometry, dict):
        raise ValueError("no geometry")
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind == "Polygon":
        polygons = [coordinates]
    elif kind == "MultiPolygon":
        polygons = coordinates
    else:
        raise ValueError(f"geometry is {kind!r}, expected Polygon or MultiPolygon")
    try:
        for rings in polygons:
            for ring in rings:
                _check_ring(ring)
        return Shape(polygons)
    except (TypeError, IndexError, KeyError) as error:
        raise ValueError("coordinates are not nested as RFC 7946 asks") from error


def _check_ring(ring: Any) -> None:
    if len(ring) < 4:
        raise ValueError("a ring has fewer than four positions")
    if list(ring[0][:2]) != list(ring[-1][:2]):
        raise ValueError("a ring is not closed")
    for position in ring:
        lon, lat = position[0], position[1]
        if not (math.isfinite(lon) and math.isfinite(lat)):
            raise ValueError("a coordinate is not a number")
        if not (-180 <= lon <= 180 and -90 <= lat <= 90):
            raise ValueError(f"position {lon}, {lat} is not on the globe")


def simplify(line: Ring, tolerance: float) -> list[tuple[float, float]]:
    """Ramer–Douglas–Peucker: the points of ``line`` that matter at ``tolerance`` degrees."""
    if len(line) < 3:
        return list(line)
    keep = [False] * len(line)
    keep[0] = keep[-1] = True
    # A closed ring starts and ends at one point: the farthest point splits it first.
    stack = [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        worst, index = tolerance, 0
        (x1, y1), (x2, y2) = line[first], line[last]
        dx, dy = x2 - x1, y2 - y1
        length = math.hypot(dx, dy)
        for i in range(first + 1, last):
            x, y = line[i]
            if length == 0:
                away = math.hypot(x - x1, y - y1)
            else:
                away = abs(dy * (x - x1) - dx * (y - y1)) / length
            if away > worst:
                worst, index = away, i
        if index:
            keep[index] = True
            stack += [(first, index), (index, last)]
    return [point for point, wanted in zip(line, keep, strict=True) if wanted]
