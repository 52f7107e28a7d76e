"""Own NLU components and tracker store of the Rasa project (Python 3.10)."""
