"""How conversations are received, remembered and forgotten (runs in Rasa's own environment)."""
