from django.urls import path

from styrk.overview.organisation import imports, views

app_name = "organisation"
urlpatterns = [
    path("", views.units, name="units"),
    path("mangler/", views.gaps, name="gaps"),
    path("importer/", imports.import_files, name="import"),
    path("importer/mal/<str:kind>.csv", imports.template, name="template"),
    path("importer/eksport/<str:kind>.csv", imports.export, name="export"),
    path("<uuid:uuid>/", views.unit, name="unit"),
    path("<uuid:uuid>/ansvarlig/", views.responsible, name="responsible"),
]
