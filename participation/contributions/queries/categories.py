"""Reading categories."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from participation.contributions.models import Category, Power
from participation.contributions.rules import Kind


def list_categories(db: Session, kind: Kind | None = None) -> Sequence[Category]:
    """Active categories in the city's order; with ``kind``, those offered for it."""
    rows = db.scalars(
        select(Category).where(Category.is_active).order_by(Category.position, Category.id)
    ).all()
    return [c for c in rows if kind is None or kind in c.kinds]


def list_all_categories(db: Session) -> Sequence[Category]:
    """Active or not, for the back office."""
    return db.scalars(select(Category).order_by(Category.position, Category.id)).all()


def get_category(db: Session, slug: str) -> Category | None:
    """With its questions."""
    return db.scalar(
        select(Category).where(Category.slug == slug).options(selectinload(Category.questions))
    )


def get_category_whole(db: Session, category_id: int) -> Category | None:
    """With questions and powers, for editing."""
    return db.scalar(
        select(Category)
        .where(Category.id == category_id)
        .options(
            selectinload(Category.questions),
            selectinload(Category.powers).selectinload(Power.area),
        )
    )
