"""The city: its communes and neighbourhoods, their names and aliases, its streets, its teams.

An *area* is a polygon with a name; areas nest (city → commune → quartier), and neighbours outside
the city are known too, so that a resident just over the border is told whom to ask. A point belongs
to the smallest area that holds it. A commune has its own team.
"""
