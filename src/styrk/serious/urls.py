from django.urls import path

from styrk.serious.views import answering, judging, reading, sending

app_name = "serious"
urlpatterns = [
    path("", reading.events, name="events"),
    path("avvik/<uuid:uuid>/svar/", answering.answer, name="answer"),
    path("<uuid:uuid>/", reading.event, name="event"),
    path("plikt/<uuid:uuid>/avgjor/", judging.judge, name="judge"),
    path("melding/<uuid:uuid>/", reading.notice, name="notice"),
    path("melding/<uuid:uuid>/sendt/", sending.sent, name="sent"),
    path("melding/<uuid:uuid>/ikke-sendt/", sending.not_sent, name="not_sent"),
]
