"""Who asks, for whom, and what else a message tells of them."""
