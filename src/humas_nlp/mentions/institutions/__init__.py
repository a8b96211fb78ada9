"""Names of institutions."""
