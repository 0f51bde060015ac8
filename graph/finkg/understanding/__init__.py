"""From a question in plain words to a named question of the catalogue and its parameters.

Offline, from words alone: `reading` parts a text into words, names and days, `examples` are the
catalogue's own ways to ask, `matching` ranks the questions by how like them a text is, `filling`
gives the names and days of the text to the parameters, `understanding` decides whether that is
sure enough to be answered.
"""
