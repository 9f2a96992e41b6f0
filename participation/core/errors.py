"""The few ways a use case can fail; each door translates them once."""


class DomainError(Exception):
    """Base of the errors a reader can act upon."""


class NotFound(DomainError):
    """The thing does not exist, or not for this reader (O-12: never told apart)."""


class NotAllowed(DomainError):
    """The actor lacks the permission, or the thing is outside their area or body."""


class NotNow(DomainError):
    """The thing's state forbids it; ``message`` says which state and what is possible instead."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Invalid(DomainError):
    """A value cannot be accepted.

    :param field: the name of the form field, or ``""`` when no single field is at fault.
    :param message: already in the reader's language, saying what to do.
    """

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field = field
        self.message = message
