"""Offices and the institutions that they belong to."""
