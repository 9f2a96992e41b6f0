"""People, how they sign in, and what their roles let them do.

A *person* exists from the moment they confirm an e-mail address or are given an account; most
residents never need one. Roles are bundles of permissions: only this package knows them, the rest
of the house asks an actor for a permission. Sessions are server-side rows, kept as hashes.
"""
