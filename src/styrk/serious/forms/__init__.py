"""Forms of a case and of the rota."""

from styrk.serious.forms.case import (
    AnswersForm,
    EntryForm,
    JudgeForm,
    NotSentForm,
    ReportForm,
    SentForm,
    TextForm,
    start,
)
from styrk.serious.forms.patients import DeleteForm, OpenForm, PatientForm
from styrk.serious.forms.rotas import BareForm, RotaForm, WeekForm

__all__ = [
    "AnswersForm",
    "BareForm",
    "DeleteForm",
    "EntryForm",
    "JudgeForm",
    "NotSentForm",
    "OpenForm",
    "PatientForm",
    "ReportForm",
    "RotaForm",
    "SentForm",
    "TextForm",
    "WeekForm",
    "start",
]
