"""The public door."""

from flask import Blueprint

blueprint = Blueprint("places", __name__)
