from django.urls import path

from styrk.incidents.views import acts, aside, case, own, pointing, report, searches, statement

app_name = "incidents"
urlpatterns = [
    path("meld/", report.report, name="report"),
    path("meld/steder/", report.places, name="places"),
    path("mine-meldinger/", report.own_reports, name="own_reports"),
    path("mine-meldinger/<uuid:uuid>/", report.own_report, name="own_report"),
    path("mine-meldinger/<uuid:uuid>/legg-til/", own.add, name="add_to_report"),
    path("mine-meldinger/<uuid:uuid>/trekk/", own.withdraw, name="withdraw"),
    path("avvik/", case.incidents, name="incidents"),
    path("saker-delt-med-deg/", case.shared_cases, name="shared"),
    path("avvik/lagre-sok/", searches.save, name="save_search"),
    path("avvik/sok/<uuid:uuid>/fjern/", searches.forget, name="forget_search"),
    path("avvik/last-ned/<slug:form>/", case.export, name="export"),
    path("avvik/ta-imot/", acts.take_many, name="take_many"),
    path("avvik/<uuid:uuid>/", case.incident, name="incident"),
    path("avvik/<uuid:uuid>/historikk/", case.history, name="history"),
    path("avvik/<uuid:uuid>/ta-imot/", acts.take, name="take"),
    path("avvik/<uuid:uuid>/type-og-alvor/", acts.confirm, name="confirm"),
    path("avvik/<uuid:uuid>/uttalelse/", acts.ask, name="ask"),
    path("avvik/<uuid:uuid>/funn/", acts.analyse, name="analyse"),
    path("avvik/<uuid:uuid>/tiltak/", acts.add_action, name="add_action"),
    path("avvik/<uuid:uuid>/bestemt/", acts.decide, name="decide"),
    path("avvik/<uuid:uuid>/ferdig/", acts.conclude, name="conclude"),
    path("avvik/<uuid:uuid>/send-videre/", acts.hand_over, name="hand_over"),
    path("avvik/<uuid:uuid>/inhabil/", acts.recuse, name="recuse"),
    path("avvik/<uuid:uuid>/ta-opp-igjen/", acts.take_up_again, name="take_up_again"),
    path("avvik/<uuid:uuid>/legg-til/", aside.add, name="add"),
    path("avvik/<uuid:uuid>/ikke-egen-sak/", aside.set_aside, name="set_aside"),
    path("avvik/<uuid:uuid>/risiko/", pointing.point, name="point_at_risk"),
    path("avvik/<uuid:uuid>/risiko/<uuid:risk>/ta-bort/", pointing.withdraw, name="withdraw_risk"),
    path("avvik/uten-risiko/<uuid:uuid>/", pointing.without, name="without_risk"),
    path("uttalelse/<uuid:uuid>/", statement.statement, name="statement"),
    path("uttalelse/<uuid:uuid>/trekk/", statement.withdraw, name="withdraw_question"),
    path("bilde/<uuid:uuid>/", case.attachment, name="attachment"),
]
