"""The web process: the only public port. Pages, widget, data and the entry point to the chat."""
