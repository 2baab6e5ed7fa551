"""Language: raw text to sentences, words, dependency trees and names, by one small model."""

from coranto.language.model import LanguageModel, ModelInfo, Parsed

__all__ = ["LanguageModel", "ModelInfo", "Parsed"]
