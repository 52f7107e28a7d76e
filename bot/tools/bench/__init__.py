"""`make bench`: this service beside a stock Rasa set-up, on the same data and machine, in one run."""
