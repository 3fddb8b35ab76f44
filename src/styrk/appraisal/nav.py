from django.utils.translation import gettext_lazy as _

from styrk.ui.menu import Door, Entry

# § 8 f. Everybody may read what their own organisation has signed.
ENTRIES = [Entry(Door.EVALUATE, _("Ledelsens gjennomgang"), "appraisal:appraisals")]
