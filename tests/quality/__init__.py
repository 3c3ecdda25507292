"""Extraction measured against gold standards; the floors are raised when it gets better and never lowered silently."""
