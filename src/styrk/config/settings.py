"""Settings. Everything an operator may change comes from the environment, with a safe default.

Importing this module starts nothing: it only names the database. Entry points start it.
"""

import os
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP
from psycopg.conninfo import conninfo_to_dict

from styrk.core import postgres, sealing

PACKAGE = Path(__file__).resolve().parents[1]
DATA = postgres.default_data_dir()


def flag(name: str) -> bool:
    return os.environ.get(name, "") in {"1", "true", "yes"}


def one_of(name: str, known: tuple[str, ...]) -> str:
    """The first where nothing is said. Anything else than what is known is refused at once."""
    given = os.environ.get(name) or known[0]
    if given not in known:
        raise ImproperlyConfigured(f"{name} er {given}. Velg en av: {', '.join(known)}.")
    return given


DEBUG = flag("STYRK_DEBUG")
# One-click sign-in as the demo people. Refused by `styrk doctor` where real data is.
DEMO = flag("STYRK_DEMO")
# The demo's own key, made at first start and kept with its data.
SECRET_KEY = os.environ.get("STYRK_SECRET_KEY", "")
ALLOWED_HOSTS = os.environ.get("STYRK_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("STYRK_ORIGINS", "").split(",") if o]
BASE_URL = os.environ.get("STYRK_BASE_URL", "http://127.0.0.1:8000")
HTTPS = BASE_URL.startswith("https://")
# A folder with the organisation's own kinds of reports in place of ours (styrk.review.layouts), or
# "kommune" for those of a municipality.
REPORTS = os.environ.get("STYRK_REPORTS", "")

# What reports are written in, where they are compared with each other: "nb" is bokmål and nynorsk.
REPORT_LANGUAGE = one_of("STYRK_REPORT_LANGUAGE", ("nb", "en"))

INSTALLED_APPS = [
    "styrk.core",
    "styrk.ui",
    "styrk.trail",
    "styrk.regulation",
    "styrk.organisation",
    "styrk.access",
    "styrk.messages",
    "styrk.duties",
    "styrk.compliance",
    "styrk.actions",
    "styrk.requirements",
    "styrk.goals",
    "styrk.indicators",
    "styrk.feedback",
    "styrk.risks",
    "styrk.incidents",
    "styrk.inspections",
    "styrk.serious",
    "styrk.auditplan",
    "styrk.patterns",
    "styrk.classification",
    "styrk.products",
    "styrk.subscriptions",
    "styrk.committee",
    "styrk.plans",
    "styrk.review",
    "styrk.appraisal",
    "styrk.intervention",
    "styrk.yearly",
    "styrk.board",
    "styrk.overview",
    "styrk.demo",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "axes",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "styrk.overview.health.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Below WhiteNoise, whose files are compressed already; above all that writes in a page.
    "styrk.ui.middleware.CompressionMiddleware",
    "styrk.ui.middleware.HeadersMiddleware",
    "styrk.ui.middleware.InPlaceMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "styrk.access.middleware.TransactionMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "styrk.access.middleware.ScopeMiddleware",
    "styrk.messages.middleware.UnreadMiddleware",
    "styrk.ui.middleware.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "axes.middleware.AxesMiddleware",
    "styrk.ui.middleware.RefusalMiddleware",
]

ROOT_URLCONF = "styrk.config.urls"
WSGI_APPLICATION = "styrk.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": False,
        "DIRS": [
            PACKAGE / app.removeprefix("styrk.") / "templates"
            for app in INSTALLED_APPS
            if app.startswith("styrk.")
        ],
        "OPTIONS": {
            "environment": "styrk.ui.environment.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "styrk.ui.context.page",
            ],
        },
    }
]


def database() -> dict[str, Any]:
    """The database as the role that owns nothing; migrations set STYRK_DB_ROLE=owner."""
    owner = os.environ.get("STYRK_DB_ROLE") == "owner"
    named = postgres.named(database=os.environ.get("STYRK_DATABASE", "styrk"))
    parts = conninfo_to_dict(named.owner_url if owner else named.app_url)
    options: dict[str, Any] = {
        key: value
        for key, value in parts.items()
        if key not in {"dbname", "user", "password", "host", "port"}
    }
    if not owner:
        options["pool"] = {"min_size": 1, "max_size": int(os.environ.get("STYRK_POOL", "8"))}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts["dbname"],
        "USER": parts.get("user", ""),
        "PASSWORD": parts.get("password", ""),
        "HOST": parts.get("host", ""),
        "PORT": parts.get("port", ""),
        "OPTIONS": options,
    }


DATABASES = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Background work stands in each app's `jobs`.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

AUTH_USER_MODEL = "access.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "styrk.access.backends.LocalBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/logg-inn/"
LOGIN_REDIRECT_URL = "/min-side/"
LOGOUT_REDIRECT_URL = "/logg-inn/"

# Five wrong passwords for one name from one address lock that pair for a quarter of an hour.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "styrk.access.views.locked_out"
AXES_RESET_ON_SUCCESS = True
# How many proxies of our own stand in front, each adding to X-Forwarded-For (styrk.access.origins).
PROXIES = int(os.environ.get("STYRK_PROXIES", "0"))
AXES_CLIENT_IP_CALLABLE = "styrk.access.origins.client_address"
# The trail says who signed in and when; the addresses they came from are not kept.
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False

SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = "styrk_session"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_NAME = "styrk_csrf"
CSRF_FAILURE_VIEW = "styrk.access.views.csrf_failure"
# Minutes without activity before the page asks for the password again.
IDLE_MINUTES = int(os.environ.get("STYRK_IDLE_MINUTES", "60"))
IDLE_MINUTES_SHARED = int(os.environ.get("STYRK_IDLE_MINUTES_SHARED", "5"))

SECURE_CSP = {
    "default-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],  # Designsystemet draws its icons as data addresses
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if flag("STYRK_BEHIND_PROXY") else None
)
X_FRAME_OPTIONS = "DENY"

LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Europe/Oslo"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
# Keys that patients' identity is encrypted with: never in the database, and no part of its backup.
IDENTITY_KEYS = DATA / sealing.NAME
STATIC_ROOT = os.environ.get("STYRK_STATIC_ROOT", str(DATA / "static"))
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(DATA / "files"), "file_permissions_mode": 0o600},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 31536000
# Photos: five a report, ten megabytes each, and room for the text.
ATTACHMENT_LIMIT = 5
ATTACHMENT_BYTES = 10 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
# More than any form takes, so that the form itself says when it is too many.
DATA_UPLOAD_MAX_NUMBER_FILES = 300
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

# Empty: e-mails are marked as not sent.
MAIL_HOST = os.environ.get("STYRK_SMTP_HOST", "")
MAILERS: dict[str, Any] = {
    "default": {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": MAIL_HOST,
            "port": int(os.environ.get("STYRK_SMTP_PORT", "25")),
            "username": os.environ.get("STYRK_SMTP_USER", ""),
            "password": os.environ.get("STYRK_SMTP_PASSWORD", ""),
            "use_tls": flag("STYRK_SMTP_TLS"),
            "timeout": 20,
        },
    }
}
DEFAULT_FROM_EMAIL = os.environ.get("STYRK_MAIL_FROM", "Styrk <styrk@localhost>")
MAIL_DOMAIN = os.environ.get("STYRK_MAIL_DOMAIN", "styrk.localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "styrk": {"level": "INFO"},
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "ERROR"},
        # Anybody may send a wrong host name, as often as they like: the answer is 400, and no line.
        "django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False},
        "axes": {"level": "ERROR"},
        "procrastinate": {"level": "WARNING"},
    },
}
