"""What the trained recogniser finds, and its corrections."""
