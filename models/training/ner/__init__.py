"""Named entities: sources made consistent, a teacher, silver labels, the recogniser trained."""
