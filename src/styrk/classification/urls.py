from django.urls import path

from styrk.classification.views import acts, importing, reading

app_name = "classification"
urlpatterns = [
    path("", reading.codes, name="codes"),
    path("kode/<uuid:uuid>/", reading.code, name="code"),
    path("sak/<uuid:uuid>/", acts.classify, name="classify"),
    path("kodeverk/", reading.schemes, name="schemes"),
    path("kodeverk/les-inn/", importing.import_scheme, name="import"),
    path("kodeverk/mal.csv", importing.template, name="template"),
    path("kodeverk/<uuid:uuid>/", reading.scheme, name="scheme"),
    path("kodeverk/<uuid:uuid>/ut-av-bruk/", acts.end, name="end"),
    path("kodeverk/<uuid:uuid>/i-bruk/", acts.reopen, name="reopen"),
]
