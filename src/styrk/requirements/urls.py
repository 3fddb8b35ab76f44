from django.urls import path

from styrk.requirements.views import acts, known, placements

app_name = "requirements"
urlpatterns = [
    path("", placements.placements, name="placements"),
    path("<uuid:uuid>/", placements.requirement, name="requirement"),
    path("plassert/<uuid:uuid>/", placements.placement, name="placement"),
    path("plassert/<uuid:uuid>/under/", placements.branches, name="branches"),
    path("plassert/<uuid:uuid>/ta-imot/", acts.accept, name="accept"),
    path("plassert/<uuid:uuid>/gjelder-ikke/", acts.decline, name="decline"),
    path("plassert/<uuid:uuid>/status/", acts.report, name="report"),
    path("plassert/<uuid:uuid>/videre/", acts.pass_on, name="pass_on"),
    path("plassert/<uuid:uuid>/tiltak/", acts.add_action, name="add_action"),
    path("plassert/<uuid:uuid>/gjelder-likevel/", acts.insist, name="insist"),
    path("plassert/<uuid:uuid>/trekk/", acts.withdraw, name="withdraw"),
    path("kunngjort/<uuid:uuid>/", known.announcement, name="announcement"),
]
