from django.urls import path

from styrk.appraisal.views import acts, hearing, reading

app_name = "appraisal"
urlpatterns = [
    path("", reading.appraisals, name="appraisals"),
    path("for/<uuid:uuid>/", reading.of_organisation, name="of_organisation"),
    path("flere/<uuid:uuid>/", acts.extend, name="extend"),
    path("begynn/", acts.begin, name="begin"),
    path("<uuid:uuid>/", reading.appraisal, name="appraisal"),
    path("<uuid:uuid>/fil/<slug:form>/", reading.export, name="export"),
    path("<uuid:uuid>/hent/", acts.gather, name="gather"),
    path("<uuid:uuid>/bokstavene/", acts.judge_all, name="judge_all"),
    path("<uuid:uuid>/vurder/<slug:item>/", acts.judge, name="judge"),
    path("<uuid:uuid>/medvirkning/", hearing.take_part, name="take_part"),
    path("<uuid:uuid>/medvirkning/<uuid:participant>/", hearing.correct, name="correct"),
    path("<uuid:uuid>/medvirkning/<uuid:participant>/fjern/", hearing.remove, name="remove"),
    path("<uuid:uuid>/forkast/", acts.drop, name="drop"),
    path("<uuid:uuid>/beskjed/", acts.tell, name="tell"),
    path("<uuid:uuid>/opplysning/<slug:item>/", acts.inform, name="inform"),
    path("<uuid:uuid>/tiltak/", acts.add_action, name="add_action"),
    path("<uuid:uuid>/signer/", acts.sign, name="sign"),
    path("<uuid:uuid>/tillegg/", acts.add, name="add"),
]
