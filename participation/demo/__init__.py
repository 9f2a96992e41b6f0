"""A city to look at: Angers Loire Métropole (or Paris), with an invented life of contributions.

Boundaries, missions and published actions are real (see ``data/SOURCE.md``); people, contributions
and answers are invented and say so. ``participation demo --contributions N`` makes as many as a
load test needs.
"""
