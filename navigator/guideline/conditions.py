"""The closed condition grammar of the content: `crcl < 30 and not dialysis`, read once, evaluated in three values.

Knows names, numbers and logic. Knows no patient and never evaluates Python: `ast` only parses.
Grammar: factor names; `<  <=  >  >=  ==  !=` against a number or a choice; `x in (a, b)`; `and`, `or`, `not`, `( )`.
A choice with a hyphen is quoted: `stage == 'first-line'`.
"""
