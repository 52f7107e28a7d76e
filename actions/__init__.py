"""What the assistant knows and decides, by business noun; free of Rasa and of the web."""
