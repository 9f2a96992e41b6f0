"""Forms: cleaning what was typed, saying what is wrong in words, giving it all back.

Right to post is not checked here but once for every request (``web.csrf``).
"""

from collections.abc import Sequence
from typing import Any

from flask import request
from wtforms import Form as _Form
from wtforms import StringField, TextAreaField
from wtforms.validators import InputRequired, StopValidation, ValidationError

from participation.core.errors import Invalid
from participation.core.i18n import LazyText, format_number, lazy_gettext
from participation.core.i18n import gettext as _
from participation.core.text import clean_line, clean_text


class _Untranslated:
    """WTForms' own messages are never shown; ours are translated by themselves."""

    def gettext(self, string: str) -> str:
        return _(string)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return _(singular if n == 1 else plural)


class Form(_Form):
    """The base of every form."""

    class Meta:
        """Translate through our catalogues."""

        def get_translations(self, form: Any) -> _Untranslated:
            return _Untranslated()

    @classmethod
    def posted(cls, **kwargs: Any) -> Any:
        """The form filled with what was sent."""
        return cls(request.form, **kwargs)

    def take(self, error: Invalid) -> None:
        """Show a service's refusal next to its field, or above the form."""
        field = self._fields.get(error.field)
        if field is None:
            self.form_errors.append(error.message)
        else:
            field.errors = [*field.errors, error.message]

    @property
    def faults(self) -> list[tuple[str, str]]:
        """Field id and message, in the order of the form, for the summary at the top."""
        listed = [(f.id, str(message)) for f in self for message in f.errors]
        return [("", str(message)) for message in self.form_errors] + listed


class Required(InputRequired):
    """Something must be there after cleaning."""

    def __init__(self, message: LazyText | None = None) -> None:
        super().__init__()
        self.text = message or lazy_gettext("Remplissez ce champ.")

    def __call__(self, form: Any, field: Any) -> None:
        if not field.data or (isinstance(field.data, str) and not field.data.strip()):
            field.errors = []
            raise StopValidation(str(self.text))


class Lengths:
    """Between two numbers of characters, counted as people count (after cleaning)."""

    def __init__(self, minimum: int, maximum: int) -> None:
        self.minimum = minimum
        self.maximum = maximum

    def __call__(self, form: Any, field: Any) -> None:
        size = len(field.data or "")
        if size and size < self.minimum:
            raise ValidationError(
                _(
                    "Écrivez au moins %(n)s caractères (vous en avez écrit %(size)s).",
                    n=format_number(self.minimum),
                    size=format_number(size),
                )
            )
        if size > self.maximum:
            raise ValidationError(
                _(
                    "%(n)s caractères au plus : retirez-en %(over)s.",
                    n=format_number(self.maximum),
                    over=format_number(size - self.maximum),
                )
            )


class LineField(StringField):
    """One line, cleaned of control characters and doubled blanks."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        if valuelist:
            self.data = clean_line(valuelist[0])


class ProseField(TextAreaField):
    """Several lines, cleaned of control characters."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        if valuelist:
            self.data = clean_text(valuelist[0])
