"""Paragraphs and sentences as the quote rules see them."""
