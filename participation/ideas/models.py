"""The idea's own table."""

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from participation.contributions.models import Contribution
from participation.contributions.rules import Kind


class Idea(Contribution):
    """A proposal; ``estimated_cost`` is the author's own guess, in cents."""

    __tablename__ = "idea"

    id: Mapped[int] = mapped_column(ForeignKey("contribution.id"), primary_key=True)
    estimated_cost: Mapped[int | None] = mapped_column(BigInteger)

    __mapper_args__ = {"polymorphic_identity": Kind.IDEA}  # noqa: RUF012
