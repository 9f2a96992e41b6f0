"""What every feature may lean on, free of any framework.

Actor, clock, errors, geography, text, sanitising, tokens and languages: values and pure
functions. Nothing here knows a database, a request or a template.
"""
