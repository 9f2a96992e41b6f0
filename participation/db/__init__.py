"""Storage: one code path for SQLite (default, embedded) and PostgreSQL 15+.

Reading and writing are two engines. A reading session cannot write and always rolls back; a
writing session takes its lock at the first statement and commits in one place.
"""
