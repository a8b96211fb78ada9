"""Stretches that may be quotes, one construction a function."""
