"""A form that takes in files to read from, with a limit to how much they are together."""

from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from styrk.core.files import SourceFile
from styrk.ui.fields import FilesField
from styrk.ui.forms import StyrkForm
from styrk.ui.menu import Text

MEGABYTE = 1024 * 1024


class UploadsForm(StyrkForm):
    """`together` is the most bytes of all the files; `explained` says which files, and how large.

    At `most` so many files are read in at a time.
    """

    together: ClassVar[int]
    most: ClassVar[int] = 100
    explained: ClassVar[Text] = ""

    uploads = FilesField(
        label=_("Filer"),
        error_messages={"required": _("Velg minst én fil."), "empty": _("Fila er tom.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["uploads"].help_text = str(self.explained)

    def clean_uploads(self) -> list["UploadedFile[Any]"]:
        files: list[UploadedFile[Any]] = self.cleaned_data["uploads"]
        if len(files) > self.most:
            told = {"number": len(files), "most": self.most}
            raise forms.ValidationError(
                gettext("Du valgte %(number)s filer. Velg høyst %(most)s om gangen."), params=told
            )
        if sum(file.size or 0 for file in files) > self.together:
            raise forms.ValidationError(
                gettext("Filene er for store til sammen. Del dem opp, eller bruk kommandolinjen.")
            )
        return files

    def sources(self) -> list[SourceFile]:
        uploads: list[UploadedFile[Any]] = self.cleaned_data["uploads"]
        return [SourceFile(file.name or "", file.read()) for file in uploads]
