"""Areas, their aliases, streets and teams."""

from typing import Any

from sqlalchemy import CheckConstraint, Float, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.accounts.models import Person
from participation.accounts.rules import Role
from participation.db.base import Base, Choice, Json, one_of
from participation.places.rules import AreaKind


class City(Base):
    """The one row that says where we are, and how to reach somebody."""

    __tablename__ = "city"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    contact_email: Mapped[str] = mapped_column(String(254), default="")
    contact_phone: Mapped[str] = mapped_column(String(40), default="")
    contact_address: Mapped[str] = mapped_column(String(300), default="")
    is_demo: Mapped[bool] = mapped_column(default=False)
    # Moves whenever an area changes: what was computed from the polygons is then computed anew.
    areas_version: Mapped[int] = mapped_column(default=1)
    # What the drawn map shows besides the areas: GeoJSON lines (rivers).
    water: Mapped[Any | None] = mapped_column(Json, deferred=True)


class Area(Base):
    """A named polygon. ``geometry`` is a GeoJSON MultiPolygon in WGS 84."""

    __tablename__ = "area"
    __table_args__ = (one_of("kind", AreaKind), Index(None, "parent_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[AreaKind] = mapped_column(Choice(AreaKind))
    name: Mapped[str] = mapped_column(String(120))
    slug: Mapped[str] = mapped_column(String(120), unique=True)
    code: Mapped[str | None] = mapped_column(String(16), unique=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    population: Mapped[int | None]
    translations: Mapped[dict[str, Any] | None] = mapped_column(Json)
    contact: Mapped[str] = mapped_column(String(300), default="")
    geometry: Mapped[dict[str, Any]] = mapped_column(Json, deferred=True)
    centre_lat: Mapped[float] = mapped_column(Float)
    centre_lon: Mapped[float] = mapped_column(Float)

    parent: Mapped["Area | None"] = relationship(remote_side=[id])
    aliases: Mapped[list["AreaAlias"]] = relationship(
        back_populates="area", cascade="all, delete-orphan", order_by="AreaAlias.id"
    )


class AreaAlias(Base):
    """Another spelling of an area's name; ``folded`` is how names are compared."""

    __tablename__ = "area_alias"

    id: Mapped[int] = mapped_column(primary_key=True)
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    folded: Mapped[str] = mapped_column(String(120), unique=True)

    area: Mapped[Area] = relationship(back_populates="aliases")


class Street(Base):
    """One entry of the offline gazetteer."""

    __tablename__ = "street"
    __table_args__ = (UniqueConstraint("folded", "area_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(160))
    folded: Mapped[str] = mapped_column(String(160))
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id"), index=True)
    lat: Mapped[float] = mapped_column(Float)
    lon: Mapped[float] = mapped_column(Float)
    is_demo: Mapped[bool] = mapped_column(default=False)

    area: Mapped[Area] = relationship()


class TeamSeat(Base):
    """A role within one commune."""

    __tablename__ = "team_seat"
    __table_args__ = (UniqueConstraint("person_id", "area_id", "role"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id"))
    role: Mapped[Role] = mapped_column(Choice(Role))

    person: Mapped[Person] = relationship()
    area: Mapped[Area] = relationship()
