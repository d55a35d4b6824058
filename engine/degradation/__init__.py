"""How low-resolution faces are made of good ones: the papers' bicubic reduction, SPARNet eq. 14, and old photos."""
