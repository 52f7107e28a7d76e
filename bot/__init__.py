"""What runs: the web process, the Rasa project and the launcher."""
