"""`make preview`: the pages of the content being written, without the chat."""
