"""What `make content` looks for in the words: one kind of question a file, pure functions over texts."""
