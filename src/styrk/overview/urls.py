from django.urls import path

from styrk.overview import views

app_name = "overview"
urlpatterns = [
    path("", views.front, name="front"),
    path("helse/", views.health, name="health"),
    path("min-side/", views.my_page, name="my_page"),
    path("min-side/enheten-min/", views.own_unit, name="own_unit"),
    path("min-side/enhet/<uuid:uuid>/", views.unit_page, name="unit_page"),
    path("min-side/logg/", views.logged, name="logged"),
    path("om/roller/", views.roles, name="roles"),
    path("om/ordliste/", views.glossary, name="glossary"),
    path("planlegge/", views.door, {"door": "plan"}, name="plan"),
    path("gjennomfore/", views.door, {"door": "do"}, name="do"),
    path("evaluere/", views.door, {"door": "evaluate"}, name="evaluate"),
    path("korrigere/", views.door, {"door": "correct"}, name="correct"),
]
