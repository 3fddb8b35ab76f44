from django.urls import path

from styrk.patterns.views import acts, proposing, raising, reading

app_name = "patterns"
urlpatterns = [
    path("", reading.groups, name="groups"),
    path("nytt/<uuid:incident>/", acts.begin, name="begin"),
    path("lignende/<uuid:incident>/", acts.near, name="near"),
    path("forslag/", proposing.proposals, name="proposals"),
    path("forslag/<uuid:unit>/", proposing.proposals, name="proposals_at"),
    path("forslag/<uuid:unit>/<slug:fingerprint>/nei/", proposing.dismiss, name="dismiss"),
    path("forslag/<uuid:uuid>/ta-fram/", proposing.take_up, name="take_up"),
    path("<uuid:uuid>/legg-til/<uuid:incident>/", acts.take_in, name="take_in"),
    path("loftet/<uuid:uuid>/", raising.raised, name="raised"),
    path("loftet/<uuid:uuid>/dokument.<str:form>", raising.raised_file, name="raised_file"),
    path("loftet/<uuid:uuid>/trekk/", raising.withdraw, name="withdraw"),
    path("<uuid:uuid>/", reading.group, name="group"),
    path("<uuid:uuid>/legg-til/", acts.join, name="join"),
    path("<uuid:uuid>/ta-ut/<uuid:incident>/", acts.leave, name="leave"),
    path("<uuid:uuid>/svar/", acts.answer, name="answer"),
    path("<uuid:uuid>/loft/", raising.raise_up, name="raise"),
    path("<uuid:uuid>/avslutt/", acts.end, name="end"),
    path("<uuid:uuid>/ta-opp-igjen/", acts.go_on, name="go_on"),
]
