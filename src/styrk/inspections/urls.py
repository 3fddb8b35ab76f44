from django.urls import path

from styrk.inspections.views import findings, learning, planning, proposing, register

app_name = "inspections"
urlpatterns = [
    path("", register.audits, name="audits"),
    path("ny/", planning.new, name="new"),
    path("forslag/", proposing.proposals, name="proposals"),
    path("funn/", register.findings, name="findings"),
    path("funn/<uuid:uuid>/", register.finding, name="finding"),
    path("funn/<uuid:uuid>/endre/", findings.change, name="change_finding"),
    path("funn/<uuid:uuid>/trekk/", findings.withdraw, name="withdraw"),
    path("funn/<uuid:uuid>/svar/", findings.answer, name="answer"),
    path("funn/<uuid:uuid>/tiltak/", findings.add_action, name="add_action"),
    path("funn/<uuid:uuid>/rettet/", findings.claim, name="claim"),
    path("funn/<uuid:uuid>/bekreft/", findings.confirm, name="confirm"),
    path("funn/<uuid:uuid>/ikke-rettet/", findings.send_back, name="send_back"),
    path("funn/<uuid:uuid>/del/", learning.share_finding, name="share_finding"),
    path("laering/", learning.lessons, name="lessons"),
    path("laering/del/", learning.share, name="share"),
    path("laering/<uuid:uuid>/", learning.lesson, name="lesson"),
    path("laering/hos-oss/<uuid:uuid>/", learning.question, name="question"),
    path("laering/hos-oss/<uuid:uuid>/svar/", learning.answer, name="reply"),
    path("laering/hos-oss/<uuid:uuid>/tiltak/", learning.add_action, name="act_on_lesson"),
    path("fil/<uuid:uuid>/", register.document, name="document"),
    path("<uuid:uuid>/", register.audit, name="audit"),
    path("<uuid:uuid>/endre/", planning.change, name="change"),
    path("<uuid:uuid>/varsle/", planning.announce, name="announce"),
    path("<uuid:uuid>/gjennomfort/", planning.carry_out, name="carry_out"),
    path("<uuid:uuid>/ikke-videre/", planning.drop, name="drop"),
    path("<uuid:uuid>/funn/", findings.add, name="add_finding"),
    path("<uuid:uuid>/horing/", planning.hear, name="hear"),
    path("<uuid:uuid>/uttalelse/", planning.comment, name="comment"),
    path("<uuid:uuid>/rapport/", planning.report, name="report"),
    path("<uuid:uuid>/fulgt-opp/", planning.finish, name="finish"),
]
