from django.urls import path

from styrk.intervention.views import acts, reading, ruling

app_name = "intervention"
urlpatterns = [
    path("", reading.signals, name="signals"),
    path("regler/", ruling.rules_page, name="rules"),
    path("regler/sla-pa/", ruling.switch_on, name="switch_on"),
    path("regler/<slug:code>/sla-av/", ruling.switch_off, name="switch_off"),
    path("slik-virker-det/", ruling.explained, name="explained"),
    path("<uuid:uuid>/", reading.signal, name="signal"),
    path("<uuid:uuid>/svar/", acts.answer, name="answer"),
    path("<uuid:uuid>/folg-opp/", acts.follow_up, name="follow_up"),
    path("<uuid:uuid>/ta-over/", acts.take_over, name="take_over"),
    path("<uuid:uuid>/ikke-grunnlag/", acts.find_no_ground, name="find_no_ground"),
    path("<uuid:uuid>/meld-tilbake/", acts.report_back, name="report_back"),
]
