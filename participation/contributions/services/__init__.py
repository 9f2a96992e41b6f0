"""The use cases every kind shares. Each module is one subject."""
