"""The chat's HTTP side: one turn, its fallbacks, and the chat without JavaScript."""
