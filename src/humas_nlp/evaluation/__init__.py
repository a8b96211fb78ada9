"""The scorers behind every figure: quotes, attribution, people, header data, themes."""

from humas_nlp.evaluation.scorer import Evaluation, score

__all__ = ["Evaluation", "score"]
