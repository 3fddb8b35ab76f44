from django.urls import path

from styrk.committee.views import acts, advising, reading

app_name = "committee"
urlpatterns = [
    path("", reading.committee, name="committee"),
    path("krev/", acts.require, name="require"),
    path("legg-fram/<uuid:incident>/", acts.lay, name="lay"),
    path("sak/<uuid:uuid>/", reading.case, name="case"),
    path("sak/<uuid:uuid>/trekk/", acts.withdraw, name="withdraw"),
    path("sak/<uuid:uuid>/behandle/", acts.treat, name="treat"),
    path("sak/<uuid:uuid>/inhabil/", acts.recuse, name="recuse"),
    path("sak/<uuid:uuid>/gi-rad/", advising.advise, name="advise"),
    path("rad/<uuid:uuid>/", reading.advice, name="advice"),
    path("rad/<uuid:uuid>/svar/", advising.answer, name="answer"),
    path("rad/<uuid:uuid>/trekk/", advising.withdraw, name="withdraw_advice"),
    path("rad/<uuid:uuid>/tiltak/", advising.add_action, name="add_action"),
]
