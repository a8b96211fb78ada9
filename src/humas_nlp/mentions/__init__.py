"""What each stretch of a text is: people, offices, institutions, places, laws, events, values."""
