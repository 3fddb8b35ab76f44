from django.urls import path

from styrk.patterns.views import acts, proposing, raising, reading, some, theme_acts, themes

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
    path("tema/", themes.themes, name="themes"),
    path("tema/nytt/", theme_acts.begin, name="begin_theme"),
    path("tema/velg/<uuid:incident>/", themes.choose, name="choose_theme"),
    path("tema/<uuid:uuid>/", themes.theme, name="theme"),
    path("tema/<uuid:uuid>/hor-til/<uuid:incident>/", theme_acts.belong, name="belong"),
    path("tema/<uuid:uuid>/ta-ut/<uuid:incident>/", theme_acts.leave, name="leave_theme"),
    path("tema/<uuid:uuid>/endre/", theme_acts.change, name="change_theme"),
    path("tema/<uuid:uuid>/gjennomgang/", theme_acts.review, name="review"),
    path("tema/<uuid:uuid>/tiltak/", theme_acts.add_action, name="add_measure"),
    path("tema/<uuid:uuid>/hvile/", theme_acts.rest, name="rest"),
    path("tema/<uuid:uuid>/ta-opp-igjen/", theme_acts.wake, name="wake"),
    path("<uuid:uuid>/", reading.group, name="group"),
    path("tema/<uuid:uuid>/meldinger/", some.of_theme, name="some_of_theme"),
    path("<uuid:uuid>/meldinger/", some.of_group, name="some"),
    path("<uuid:uuid>/ta-imot/", acts.take, name="take"),
    path("<uuid:uuid>/legg-til/", acts.join, name="join"),
    path("<uuid:uuid>/ta-ut/<uuid:incident>/", acts.leave, name="leave"),
    path("<uuid:uuid>/svar/", acts.answer, name="answer"),
    path("<uuid:uuid>/loft/", raising.raise_up, name="raise"),
    path("<uuid:uuid>/avslutt/", acts.end, name="end"),
    path("<uuid:uuid>/ta-opp-igjen/", acts.go_on, name="go_on"),
]
