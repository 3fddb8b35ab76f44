"""The application as the web server's processes load it."""

import os

from django.core.wsgi import get_wsgi_application

from styrk.config.supervisor import lifeline

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "styrk.config.settings")
if lifeline.PARENT in os.environ:
    # Started by our own web server: must not go on serving without it.
    lifeline.follow(at_once=True)
application = get_wsgi_application()
