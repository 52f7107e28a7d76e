"""Pages and data behind the staff password."""
