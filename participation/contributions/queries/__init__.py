"""Reads. Each module is one subject: lists, map tiles, one contribution, categories."""
