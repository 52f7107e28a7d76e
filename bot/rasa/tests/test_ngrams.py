"""Asked directly, the regression says what scikit-learn would have said."""

import joblib
import numpy as np
import pytest
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline, make_union

from bot.rasa.components.ngrams import NgramRegression

TEXTS = [
    "vad kostar en sip",
    "är det gratis",
    "får skolan vara med",
    "kan rektorn komma",
    "när är mötet",
    "tid",
]
LABELS = np.array(["kostnad", "kostnad", "skola", "skola", "tid", "tid"])
ASKED = ["vad kostar skolan", "när när när kostar", "rektorn", "🙂", ""]


def parts():
    counters = [
        CountVectorizer(analyzer="char_wb", ngram_range=(2, 4)),
        CountVectorizer(token_pattern=r"\w+", ngram_range=(1, 2)),
    ]
    return counters, LogisticRegression(solver="liblinear", random_state=0)


@pytest.mark.parametrize("labels", [LABELS, LABELS == "skola"], ids=["three labels", "two"])
def test_it_decides_as_the_library_does(labels) -> None:
    weights = np.linspace(1, 2, len(TEXTS))
    counters, regression = parts()
    library = make_pipeline(make_union(*counters), TfidfTransformer(sublinear_tf=True), regression)
    library.fit(TEXTS, labels, logisticregression__sample_weight=weights)
    said = library.decision_function(ASKED).reshape(len(ASKED), -1)
    assert NgramRegression(*parts()).fit(TEXTS, labels, weights).decisions(ASKED) == pytest.approx(
        said, abs=1e-5
    )


def test_it_survives_being_kept_in_a_file(tmp_path) -> None:
    learnt = NgramRegression(*parts()).fit(TEXTS, LABELS)
    joblib.dump(learnt, tmp_path / "it")
    assert np.array_equal(joblib.load(tmp_path / "it").decisions(ASKED), learnt.decisions(ASKED))
