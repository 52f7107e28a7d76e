"""Letters and sheets made from a draft, in memory: PDF, Word, text and HTML."""
