"""The web process: the only public port. Pages, widget, data and the door to the chat."""
