"""Every address. Each app keeps its own; here they get their place."""

from django.urls import include, path

urlpatterns = [
    path("", include("styrk.access.urls")),
    path("", include("styrk.ui.urls")),
    path("", include("styrk.overview.urls")),
    path("", include("styrk.overview.forskriftskart.urls")),
    path("", include("styrk.overview.threads.urls")),
    path("", include("styrk.overview.api.urls")),
    path("organisasjon/", include("styrk.overview.organisation.urls")),
    path("", include("styrk.incidents.urls")),
    path("alvorlige/", include("styrk.serious.urls")),
    path("tiltak/", include("styrk.actions.urls")),
    path("krav/", include("styrk.requirements.urls")),
    path("plan/", include("styrk.plans.urls")),
    path("styre/", include("styrk.board.urls")),
    path("gjennomgang/", include("styrk.appraisal.urls")),
    path("kopi/", include("styrk.subscriptions.urls")),
    path("utvalg/", include("styrk.committee.urls")),
    path("koder/", include("styrk.classification.urls")),
    path("produkter/", include("styrk.products.urls")),
    path("samleavvik/", include("styrk.patterns.urls")),
    path("signaler/", include("styrk.intervention.urls")),
    path("kommunestyret/", include("styrk.yearly.urls")),
    path("rapporter/", include("styrk.review.urls")),
    path("mal/", include("styrk.goals.urls")),
    path("risiko/", include("styrk.risks.urls")),
    path("revisjoner/", include("styrk.inspections.urls")),
    path("revisjonsplan/", include("styrk.auditplan.urls")),
    path("", include("styrk.feedback.urls")),
    path("indikatorer/", include("styrk.indicators.urls")),
    path("beskjeder/", include("styrk.messages.urls")),
    path("demo/", include("styrk.demo.urls")),
]

handler400 = "styrk.ui.views.bad_request"
handler403 = "styrk.ui.views.forbidden"
handler404 = "styrk.ui.views.not_found"
handler500 = "styrk.ui.views.server_error"
