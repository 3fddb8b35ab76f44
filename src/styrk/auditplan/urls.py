from django.urls import path

from styrk.auditplan.views import deciding, lines, reading, wishing

app_name = "auditplan"
urlpatterns = [
    path("", reading.plans, name="plans"),
    path("ny/", lines.begin, name="begin"),
    path("enhet/<uuid:uuid>/", reading.of_unit, name="of_unit"),
    path("linje/<uuid:uuid>/", reading.line, name="line"),
    path("linje/<uuid:uuid>/endre/", lines.change, name="change"),
    path("linje/<uuid:uuid>/flytt/", lines.move, name="move"),
    path("linje/<uuid:uuid>/ta-ut/", lines.take_out, name="take_out"),
    path("linje/<uuid:uuid>/begynn/", lines.begin_line, name="begin_line"),
    path("innspill/<uuid:uuid>/ta-inn/", wishing.take_in, name="take_in"),
    path("innspill/<uuid:uuid>/dekket/", wishing.cover, name="cover"),
    path("innspill/<uuid:uuid>/svar/", wishing.answer, name="answer"),
    path("<uuid:uuid>/", reading.plan, name="plan"),
    path("<uuid:uuid>/fil/<str:form>/", reading.export, name="file"),
    path("<uuid:uuid>/linje/", lines.add, name="add"),
    path("<uuid:uuid>/forslag/", lines.proposals, name="proposals"),
    path("<uuid:uuid>/innspill/", wishing.wishes, name="wishes"),
    path("<uuid:uuid>/innspill/nytt/", wishing.new, name="wish"),
    path("<uuid:uuid>/anbefaling/", deciding.recommend, name="recommend"),
    path("<uuid:uuid>/vedtak/", deciding.approve, name="approve"),
    path("<uuid:uuid>/endring/", deciding.revise, name="revise"),
]
