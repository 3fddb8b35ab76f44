from django.urls import path

from styrk.serious.views import answering, filing, judging, reading, sending, watching

app_name = "serious"
urlpatterns = [
    path("", reading.events, name="events"),
    path("avvik/<uuid:uuid>/svar/", answering.answer, name="answer"),
    path("<uuid:uuid>/", reading.event, name="event"),
    path("<uuid:uuid>/mappe/", filing.file, name="file"),
    path("<uuid:uuid>/mappe/skriv/", filing.write, name="write"),
    path("linje/<uuid:uuid>/rett/", filing.correct, name="correct"),
    path("<uuid:uuid>/rapport/", filing.draft, name="draft"),
    path("<uuid:uuid>/rapport/send/", filing.send, name="send"),
    path("<uuid:uuid>/rapport/utkast.<str:form>", filing.draft_file, name="draft_file"),
    path("rapport/<uuid:uuid>/", filing.report, name="report"),
    path("rapport/<uuid:uuid>/tillegg/", filing.addendum, name="addendum"),
    path("rapport/<uuid:uuid>/rapport.<str:form>", filing.report_file, name="report_file"),
    path("<uuid:uuid>/pasient/", filing.kit, name="kit"),
    path("<uuid:uuid>/pasient/<slug:kind>.<str:form>", filing.kit_file, name="kit_file"),
    path("plikt/<uuid:uuid>/avgjor/", judging.judge, name="judge"),
    path("melding/<uuid:uuid>/", reading.notice, name="notice"),
    path("melding/<uuid:uuid>/sendt/", sending.sent, name="sent"),
    path("melding/<uuid:uuid>/ikke-sendt/", sending.not_sent, name="not_sent"),
    path("vakt/", watching.rotas, name="rotas"),
    path("vakt/enhet/<uuid:uuid>/ny/", watching.begin, name="begin_rota"),
    path("vakt/<uuid:uuid>/endre/", watching.change, name="change_rota"),
    path("vakt/<uuid:uuid>/avslutt/", watching.end, name="end_rota"),
    path("vakt/<uuid:uuid>/uten-vakt/", watching.gap, name="gap"),
    path("vakt/<uuid:uuid>/uke/<str:monday>/", watching.week, name="week"),
    path("vakt/<uuid:uuid>/uke/<str:monday>/skriv/", watching.write_week, name="write_week"),
    path("kall/<uuid:uuid>/kvitter/", watching.receipt, name="receipt"),
    path("kall/<uuid:uuid>/kan-ikke/", watching.decline, name="decline"),
]
