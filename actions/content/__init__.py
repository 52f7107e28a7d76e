"""The words citizens read: parsed from `content/`, compiled to SQLite, served from memory."""
