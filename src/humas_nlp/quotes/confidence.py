"""placeholder"""


def confidence(rule: str, form: str, how: str) -> float:
    """Return an estimate that a quote and its speaker are right."""
    return 0.5
