"""The backoffice door."""

from flask import Blueprint

blueprint = Blueprint("contributions", __name__)
