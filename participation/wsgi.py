"""For WSGI servers: ``gunicorn 'participation.wsgi:make_app()'``."""

from flask import Flask

from participation.app import create_app
from participation.config import Settings


def make_app() -> Flask:
    """The application of this process, from the environment."""
    return create_app(Settings.from_environment())
