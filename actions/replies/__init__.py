"""What is said in the chat: pure functions from content and a message to replies."""
