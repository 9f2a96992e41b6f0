"""The public door."""

from flask import Blueprint

blueprint = Blueprint("ideas", __name__)
