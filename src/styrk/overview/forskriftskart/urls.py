from django.urls import path

from styrk.overview.forskriftskart import acts, fitting, looking, views

app_name = "forskriftskart"
ITEM = "forskriftskart/<uuid:unit>/<slug:item>/"
RULE = "forskriftskart/<uuid:unit>/omfang/<slug:rule>/"
urlpatterns = [
    path("forskriftskart/", views.evidence_map, name="map"),
    path("forskriftskart/punkt/<uuid:uuid>/", views.point, name="point"),
    path("forskriftskart/<uuid:unit>/omfang/", fitting.extent, name="extent"),
    path("forskriftskart/<uuid:unit>/omfang/profil/", fitting.choose_profile, name="profile"),
    path(f"{RULE}sla-av/", fitting.switch_off, name="switch_off"),
    path(f"{RULE}sla-pa/", fitting.switch_on, name="switch_on"),
    path(ITEM, views.item, name="item"),
    path(f"{ITEM}enheter/", views.units_below, name="below"),
    path(f"{ITEM}bevis/", views.evidence_pack, name="pack"),
    path(f"{ITEM}slik-gjor-vi-det/", acts.describe, name="describe"),
    path(f"{ITEM}ta-bort/", acts.leave_to_above, name="leave_to_above"),
    path(f"{ITEM}vurder/", acts.judge, name="judge"),
    path(f"{ITEM}ta-tilbake/", acts.take_back, name="take_back"),
    path("gjennomgatt/plan/<uuid:uuid>/", looking.look_plan, name="look_plan"),
    path("gjennomgatt/risiko/<uuid:uuid>/", looking.look_risk, name="look_risk"),
    path("gjennomgatt/tall/<uuid:uuid>/<uuid:unit>/", looking.look_series, name="look_series"),
    path("forskriften/", views.regulation, name="regulation"),
]
