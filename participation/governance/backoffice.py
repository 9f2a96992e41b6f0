"""The backoffice door."""

from flask import Blueprint

blueprint = Blueprint("governance", __name__)
