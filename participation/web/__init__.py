"""What the doors share: languages, identity, forms, templates, headers, cache, maps, uploads.

Only doors (and forms, for their fields) import from here; nothing below a door knows a request.
"""
