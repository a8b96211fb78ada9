"""A classifier of one's own: from labelled texts, from keywords, or from both."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from humas_nlp.themes.classifier import ThemeClassifier
from humas_nlp.themes.drift import corpus_report
from humas_nlp.themes.errors import ThemeDataError
from humas_nlp.themes.examples import FEWEST, Examples, check_examples
from humas_nlp.themes.measures import ThemeFigures, cross_validate, figures_of
from humas_nlp.themes.seeds import Seed, seed_labels
from humas_nlp.themes.store import save
from humas_nlp.themes.taxonomy import taxonomy

_SMALL = 60  # below this many documents a word that stands in one of them is worth keeping


@dataclass(frozen=True, slots=True)
class OwnThemes:
    """What training gives.

    Attributes:
        model: The fitted classifier, of all usable documents.
        figures: Cross-validated figures; with seeds and no labels they say how well the model
            agrees with the seeds, not with a reader.
        examples: The documents it was trained on.
        warnings: What was left out or is doubtful.
        by_seeds: Whether the labels came from keywords.
    """

    model: ThemeClassifier
    figures: ThemeFigures
    examples: Examples
    warnings: tuple[str, ...]
    by_seeds: bool

    def save(self, path: str | Path) -> Path:
        """Write ``NAME.skops`` with its manifest ``NAME.json``."""
        notes = {
            "documents": len(self.examples.texts),
            "labels_from": "seeds" if self.by_seeds else "labels",
            "measured_by": "five-fold cross-validation",
            "curve": [[n, round(value, 4)] for n, value in self.figures.curve],
            "baseline": baseline_of(self.model, self.examples.texts),
        }
        return save(self.model, path, figures=self.figures.summary(), notes=notes)


def train_own(
    examples: Examples,
    seeds: Sequence[Seed] = (),
    *,
    by_seeds: bool = False,
    curve: bool = True,
    random_state: int = 0,
) -> OwnThemes:
    """Check examples, measure a classifier on them, and train it on all of them.

    Args:
        examples: What `read_examples` gives.
        seeds: Keywords: with labels they add to what the texts teach, without labels they
            label the texts.
        by_seeds: Take the labels from the seeds and not from the examples.
        curve: Whether to measure a learning curve too, which takes half as long again.
        random_state: Seed of folds and fits.

    Raises:
        ThemeDataError: Too few documents or labels, or seeds that are found in no text.
    """
    if by_seeds:
        examples = label_by_seeds(check_examples(examples, labelled=False), seeds)
    usable = check_examples(examples)
    texts, labels = usable.texts, usable.labels

    def make() -> ThemeClassifier:
        return new_classifier(len(texts), labels, seeds, random_state)

    figures = cross_validate(make, texts, labels, curve=curve, random_state=random_state)
    return OwnThemes(make().fit(texts, labels), figures, usable, tuple(usable.warnings), by_seeds)


def baseline_of(model: ThemeClassifier, texts: Sequence[str]) -> dict[str, Any]:
    """Return what a freshly fitted model does on texts like those it learned from.

    Args:
        model: Classifier, right after `fit`.
        texts: The texts that tuned it.
    """
    plain = ((text, None) for text in texts)
    return corpus_report(plain, model, model.held_out_).baseline()


def evaluate_model(model: ThemeClassifier, examples: Examples) -> ThemeFigures:
    """Measure a fitted classifier on labelled texts.

    Labels that the model does not know count as missed; the calibration leaves them out.
    """
    probabilities = model.predict_proba(examples.texts)
    codes = [str(code) for code in model.classes_]
    truth = np.array([[c in row for c in codes] for row in examples.labels], dtype=np.float64)
    found = [[str(code) for code in row] for row in model.codes(examples.texts)]
    return figures_of(found, examples.labels, probabilities, truth)


def new_classifier(
    documents: int, labels: Sequence[Sequence[str]], seeds: Sequence[Seed], random_state: int
) -> ThemeClassifier:
    """Return an unfitted classifier with settings for this much data.

    Codes of the bundled taxonomy bring its definitions along; seeds go before them.
    """
    codes = {code for row in labels for code in row}
    known = {code: theme for code, theme in taxonomy().items() if code in codes}
    prototypes = {code: theme.prototype for code, theme in known.items()}
    prototypes |= {seed.code: seed.prototype for seed in seeds if seed.code in codes}
    return ThemeClassifier(
        prototypes=prototypes or None,
        names={seed.code: seed.label for seed in seeds if seed.code in codes} or None,
        min_df=1 if documents < _SMALL else 2,
        random_state=random_state,
    )


def label_by_seeds(examples: Examples, seeds: Sequence[Seed]) -> Examples:
    """Label texts by keywords and keep those that the keywords speak about.

    Raises:
        ThemeDataError: There are no seeds, or too few texts hold their terms.
    """
    if not seeds:
        raise ThemeDataError("Without labels there must be seeds. Give a seeds.toml.")
    found = seed_labels(examples.texts, seeds)
    told = [i for i, codes in enumerate(found) if codes]
    labelled = examples.pick(told)
    labelled.labels = [found[i] for i in told]
    silent = [s.code for s in seeds if not any(s.code in codes for codes in labelled.labels)]
    if silent:
        labelled.warnings.append(
            f"No text holds enough terms of: {', '.join(silent)}. They are not learned; give "
            "them more terms or more texts."
        )
    if len(told) < FEWEST or len(silent) == len(seeds):
        raise ThemeDataError(
            f"The terms speak about {len(told)} of {len(examples.texts)} texts, which is too few "
            "to learn from. Give more terms or more texts."
        )
    return labelled
