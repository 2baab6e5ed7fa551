"""What many tests use: the packaged language model, loaded once, and makers of domain objects."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coranto.annotation import Reading, read_texts
from coranto.language.model import LanguageModel


@pytest.fixture(scope="session")
def model() -> LanguageModel:
    """The packaged language model."""
    return LanguageModel.load()


@pytest.fixture(scope="session")
def read_text(model: LanguageModel) -> Callable[[str], Reading]:
    """A text parsed, with its time expressions and actors found."""
    return lambda text: read_texts([text], model)[0]
