"""The public door."""

from flask import Blueprint

blueprint = Blueprint("accounts", __name__)
