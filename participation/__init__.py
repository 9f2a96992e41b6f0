"""Participation: a resident's word reaches the action that owns it and the body that answers for it.

The loop — resident → contribution → referral → action → governance body → response — is the
product. README.md gives the five-minute tour; each feature's package docstring is its page.
"""

__version__ = "0.1.0"
