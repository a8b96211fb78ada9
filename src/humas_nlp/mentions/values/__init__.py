"""Dates, times, amounts, laws with their values."""
