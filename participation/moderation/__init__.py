"""Reading what came in: publish, refuse with a statement of reasons, correct, ask the author.

Moderation is before publication and says so. A refusal cannot be saved without its ground, its
facts and its remedy (D-3, after art. 17 of the Digital Services Act); the author is told in the
same transaction. Publishing refers the contribution at once by the city's rules.
"""
