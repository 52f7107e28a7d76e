"""Who to contact: the directory, places in free text, and the rules for which door comes first."""
