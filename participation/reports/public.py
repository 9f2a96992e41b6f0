"""The public door."""

from flask import Blueprint

blueprint = Blueprint("reports", __name__)
