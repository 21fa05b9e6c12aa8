# Made by hand.
import random

import spacy

LABEL = "PERSON"
nlp = spacy.blank("en")

TRAIN_DATA = [
    ("Who is Nina Orlova?", {"entities": [(7, 18, "PERSON")]}),
    # Two on one line.
    (u'She moved from Lyon to Bergen.', {
        'entities': [(15, 19, 'LOC'), (23, 29, 'LOC'),],
    }),
    (
        "It's "
        'Ren\u00e9 "the cat" \x4dolina.',
        {"entities": [(5, 9, "PERSON"), (20, 26, "PERSON")]},
    ),
    ("""Nobody
came.""", {"entities": []}),
]

random.shuffle(TRAIN_DATA)
