from django.urls import path

from styrk.overview.forskriftskart import views

app_name = "forskriftskart"
urlpatterns = [
    path("forskriftskart/", views.evidence_map, name="map"),
    path("forskriften/", views.regulation, name="regulation"),
]
