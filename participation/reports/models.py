"""The report's own table."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from participation.contributions.models import Contribution
from participation.contributions.rules import Kind


class Report(Contribution):
    """A problem seen somewhere. ``asset`` is the thing's own number (a lamp, a container)."""

    __tablename__ = "report"

    id: Mapped[int] = mapped_column(ForeignKey("contribution.id"), primary_key=True)
    asset: Mapped[str] = mapped_column(String(60), default="")

    __mapper_args__ = {"polymorphic_identity": Kind.REPORT}  # noqa: RUF012


class Praise(Contribution):
    """A thank-you: something that works, and somebody to be told."""

    __tablename__ = "praise"

    id: Mapped[int] = mapped_column(ForeignKey("contribution.id"), primary_key=True)

    __mapper_args__ = {"polymorphic_identity": Kind.PRAISE}  # noqa: RUF012
