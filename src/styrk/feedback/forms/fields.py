"""What several of the forms share."""

from django import forms

LONG = forms.Textarea(attrs={"rows": 4})
LONGER = forms.Textarea(attrs={"rows": 7})
