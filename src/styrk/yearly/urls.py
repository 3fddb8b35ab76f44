from django.urls import path

from styrk.yearly.views import acts, reading

app_name = "yearly"
urlpatterns = [
    path("rapport/", reading.reports, name="reports"),
    path("rapport/begynn/", acts.begin, name="begin"),
    path("rapport/enhet/<uuid:uuid>/", reading.of_unit, name="of_unit"),
    path("rapport/vedtak/<uuid:uuid>/", reading.follow_up, name="follow_up"),
    path("rapport/<uuid:uuid>/", reading.report, name="report"),
    path("rapport/<uuid:uuid>/fil/<str:form>/", reading.export, name="file"),
    path("rapport/<uuid:uuid>/hent/", acts.gather, name="gather"),
    path("rapport/<uuid:uuid>/skriv/<slug:part>/", acts.write, name="write"),
    path("rapport/<uuid:uuid>/send/", acts.send, name="send"),
    path("rapport/<uuid:uuid>/vedtak/", acts.treat, name="treat"),
    path("rapport/<uuid:uuid>/meld/", acts.tell, name="tell"),
    path("rapport/<uuid:uuid>/tillegg/", acts.add, name="add"),
]
