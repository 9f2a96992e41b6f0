"""Problems and praise on the map: the form in the street, and what cities exported elsewhere.

``services.submit`` takes a resident's report or praise; ``formats`` reads published dumps
(DansMaRue, Open311, plain CSV) into the same shape, and ``services.imports`` lays them down.
"""
