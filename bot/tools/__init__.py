"""What developers and editors run; none of it runs in production."""
