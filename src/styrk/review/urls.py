from django.urls import path

from styrk.review.views import acts, reports, sending

app_name = "review"
ONE = "<path:code>/<slug:layout>/<str:period>/"
urlpatterns = [
    path("", reports.reports, name="reports"),
    path("til/<uuid:uuid>/", reports.go, name="go"),
    path(f"{ONE}tekst/<slug:section>/", acts.write, name="write"),
    path(f"{ONE}be-om/<slug:section>/", acts.ask, name="ask"),
    path(f"{ONE}send/", sending.send, name="send"),
    path(f"{ONE}spor/", sending.send_back, name="send_back"),
    path(f"{ONE}svar/<uuid:uuid>/", sending.answer, name="answer"),
    path(f"{ONE}rett/", sending.correct, name="correct"),
    path(f"{ONE}star-som-sendt/", sending.let_stand, name="let_stand"),
    path(f"{ONE}la-sta/", sending.give_up, name="give_up"),
    path(f"{ONE}utgave/<int:number>/", reports.version, name="version"),
    path(f"{ONE}utgave/<int:number>/fil/<str:form>/", reports.export_version, name="version_file"),
    path(f"{ONE}utgave/<int:number>/vist/", acts.present, name="present"),
    path(f"{ONE}utgave/<int:number>/tillegg/", acts.add, name="add"),
    path(f"{ONE}vist/<uuid:uuid>/", reports.shown, name="shown"),
    path(f"{ONE}fil/<str:form>/", reports.export, name="file"),
    path(f"{ONE}enhetene/", reports.compiled, name="compiled"),
    path(ONE, reports.report, name="report"),
]
