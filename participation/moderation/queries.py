"""Reading statements and questions."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.moderation.models import AuthorQuestion, StatementOfReasons


def open_question(db: Session, contribution_id: int) -> AuthorQuestion | None:
    """The question the author has not answered yet."""
    return db.scalar(
        select(AuthorQuestion).where(
            AuthorQuestion.contribution_id == contribution_id,
            AuthorQuestion.answered_at.is_(None),
        )
    )


def list_questions(db: Session, contribution_id: int) -> Sequence[AuthorQuestion]:
    """All questions to the author, oldest first."""
    return db.scalars(
        select(AuthorQuestion)
        .where(AuthorQuestion.contribution_id == contribution_id)
        .order_by(AuthorQuestion.id)
    ).all()


def standing_statement(db: Session, contribution_id: int) -> StatementOfReasons | None:
    """Why a contribution is not public now."""
    return db.scalar(
        select(StatementOfReasons)
        .where(
            StatementOfReasons.contribution_id == contribution_id,
            StatementOfReasons.lifted_at.is_(None),
        )
        .order_by(StatementOfReasons.id.desc())
    )


def get_statement(db: Session, statement_id: int) -> StatementOfReasons | None:
    return db.get(StatementOfReasons, statement_id)


def get_question(db: Session, question_id: int) -> AuthorQuestion | None:
    return db.get(AuthorQuestion, question_id)
