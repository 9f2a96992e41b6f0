"""Photographs: decoded in a process of their own, re-encoded, stripped, stored by their hash.

Nothing a person uploads is ever served as it came: the pixels are decoded, turned upright and
encoded anew, so that no location, no script and no polyglot survives (S-14…S-18). Files are
written and fsynced before the row that names them is committed.
"""
