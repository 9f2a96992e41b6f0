"""Operating the queue."""

import click

COMMANDS: tuple[click.Command, ...] = ()
