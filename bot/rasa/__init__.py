"""The Rasa project: configuration, domain and own components."""
