from django.urls import include, path

from styrk.overview.api import tokens, views
from styrk.overview.api.interface import addresses

app_name = "api"
urlpatterns = [
    path("api/", views.documentation, name="documentation"),
    path("api/v1/openapi.json", views.openapi, name="openapi"),
    path("api/v1/", include(addresses())),
    path("tilganger/", tokens.tokens, name="tokens"),
    path("tilganger/alle/", tokens.everybodys, name="everybodys"),
    path("tilganger/alle/<uuid:uuid>/avslutt/", tokens.end_anothers, name="end_anothers"),
    path("tilganger/<uuid:uuid>/avslutt/", tokens.end, name="end"),
]
