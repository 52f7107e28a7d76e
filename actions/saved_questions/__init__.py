"""Questions that people chose to leave, so that the answers can get better."""

from actions.saved_questions.storage import KEPT_DAYS, MOST, NotStored, SavedQuestion, SavedQuestions

__all__ = ["KEPT_DAYS", "MOST", "NotStored", "SavedQuestion", "SavedQuestions"]
