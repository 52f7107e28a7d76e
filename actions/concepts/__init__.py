"""The concept bank: export and comparison."""
