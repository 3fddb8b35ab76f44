from django.urls import path

from styrk.plans.views import deciding, objecting, reading, writing

app_name = "plans"
urlpatterns = [
    path("", reading.plan, name="plan"),
    path("begynn/", writing.begin, name="begin"),
    path("<uuid:uuid>/", reading.version, name="version"),
    path("<uuid:uuid>/utfall/", reading.outcome, name="outcome"),
    path("<uuid:uuid>/nytt/", writing.add, name="add"),
    path("<uuid:uuid>/ta-med-alle/", writing.keep_all, name="keep_all"),
    path("<uuid:uuid>/ovenfra/<uuid:item>/", writing.take_from_above, name="take_from_above"),
    path("<uuid:uuid>/medvirkning/", deciding.hear, name="hear"),
    path("<uuid:uuid>/bygger-pa/", deciding.build_on, name="build_on"),
    path("<uuid:uuid>/vedta/", deciding.approve, name="approve"),
    path("<uuid:uuid>/ny-versjon/", deciding.revise, name="revise"),
    path("bygger-pa/<uuid:uuid>/ta-ut/", writing.drop_ground, name="drop_ground"),
    path("punkt/<uuid:uuid>/ta-med/", writing.keep, name="keep"),
    path("punkt/<uuid:uuid>/flytt/", writing.move, name="move"),
    path("punkt/<uuid:uuid>/tilpass/", writing.adapt, name="adapt"),
    path("punkt/<uuid:uuid>/utsett/", writing.defer, name="defer"),
    path("punkt/<uuid:uuid>/ta-ut/", writing.take_out, name="take_out"),
    path("punkt/<uuid:uuid>/utsatt/", reading.deferred, name="deferred"),
    path("punkt/<uuid:uuid>/virker-ikke/", objecting.object_to, name="object"),
    path("svar/<uuid:uuid>/", objecting.answer, name="answer"),
    path("tiltak/<uuid:uuid>/", deciding.quiet, name="quiet"),
]
