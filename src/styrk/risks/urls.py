from django.urls import path

from styrk.risks.views import acts, describing, lifted, matrices, measuring, pictures, register

app_name = "risks"
urlpatterns = [
    path("", register.risks, name="risks"),
    path("ny/", describing.new, name="new"),
    path("loftet/", lifted.inbox, name="inbox"),
    path("loftet/<uuid:uuid>/", lifted.proposal, name="proposal"),
    path("kart/", pictures.heat, name="heat"),
    path("tertial/", pictures.tertials, name="tertials"),
    path("tertial/<uuid:uuid>/", pictures.tertial, name="tertial"),
    path("matrise/", matrices.matrix, name="matrix"),
    path("matrise/utkast/", matrices.draft, name="draft"),
    path("matrise/publiser/", matrices.publish, name="publish"),
    path("matrise/<uuid:uuid>/", matrices.version, name="version"),
    path("<uuid:uuid>/", register.risk, name="risk"),
    path("<uuid:uuid>/endre/", describing.change, name="change"),
    path("<uuid:uuid>/vurder/", acts.rate, name="rate"),
    path("<uuid:uuid>/tiltak/", acts.add_action, name="add_action"),
    path("<uuid:uuid>/aksepter/", acts.accept, name="accept"),
    path("<uuid:uuid>/gjennomga/", acts.review, name="review"),
    path("<uuid:uuid>/loft/", acts.propose, name="propose"),
    path("<uuid:uuid>/indikator/", measuring.measure, name="measure"),
    path("<uuid:uuid>/indikator/<uuid:indicator>/slutt/", measuring.stop, name="stop_measuring"),
    path("<uuid:uuid>/avslutt/", acts.end, name="end"),
]
