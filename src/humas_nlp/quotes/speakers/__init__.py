"""Who says a quote."""
