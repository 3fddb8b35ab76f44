from django.urls import path

from styrk.board.views import decisions, meetings, packs, questions, reading

app_name = "board"
urlpatterns = [
    path("", reading.board, name="board"),
    path("side-ved-side/", reading.side_by_side, name="side_by_side"),
    path("mote/nytt/", meetings.plan, name="plan"),
    path("mote/<uuid:uuid>/", meetings.meeting, name="meeting"),
    path("mote/<uuid:uuid>/sak/", meetings.add_item, name="add_item"),
    path("mote/<uuid:uuid>/pakke/", packs.make, name="make_pack"),
    path("mote/<uuid:uuid>/holdt/", meetings.hold, name="hold"),
    path("mote/<uuid:uuid>/flytt/", meetings.move, name="move"),
    path("mote/<uuid:uuid>/avlys/", meetings.call_off, name="call_off"),
    path("mote/<uuid:uuid>/rapport/<uuid:audit>/", meetings.add_report, name="add_report"),
    path("mote/<uuid:uuid>/plan/<uuid:plan>/", meetings.add_plan, name="add_plan"),
    path("sak/<uuid:uuid>/endre/", meetings.change_item, name="change_item"),
    path("sak/<uuid:uuid>/fram/", meetings.move_up, name="move_up"),
    path("sak/<uuid:uuid>/ta-bort/", meetings.withdraw, name="withdraw"),
    path("sak/<uuid:uuid>/vedtak/", decisions.resolve, name="resolve"),
    path("pakke/<uuid:uuid>/", packs.pack, name="pack"),
    path("pakke/<uuid:uuid>/fil/<slug:form>/", packs.export, name="export_pack"),
    path("vedtak/<uuid:uuid>/", decisions.decision, name="decision"),
    path("vedtak/<uuid:uuid>/meld/", decisions.tell, name="tell"),
    path("vedtak/<uuid:uuid>/rett/", decisions.correct, name="correct"),
    path("vedtak/<uuid:uuid>/tiltak/", decisions.add_action, name="add_action"),
    path("sporsmal/nytt/", questions.ask, name="ask"),
    path("sporsmal/<uuid:uuid>/", questions.question, name="question"),
    path("sporsmal/<uuid:uuid>/svar/", questions.answer, name="answer"),
]
