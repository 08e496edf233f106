"""Legal clocks: what each law asks for, of whom, and by when."""
