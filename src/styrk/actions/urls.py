from django.urls import path

from styrk.actions.views import acts, objecting, page, register

app_name = "actions"
urlpatterns = [
    path("", register.actions, name="actions"),
    path("<uuid:uuid>/", page.action, name="action"),
    path("<uuid:uuid>/iverksatt/", acts.carry_out, name="carry_out"),
    path("<uuid:uuid>/effekt/", acts.judge, name="judge"),
    path("<uuid:uuid>/frist/", acts.change_deadline, name="change_deadline"),
    path("<uuid:uuid>/ny-eier/", acts.hand_over, name="hand_over"),
    path("<uuid:uuid>/ikke-videre/", acts.drop, name="drop"),
    path("<uuid:uuid>/virker-ikke/", objecting.object_to, name="object"),
    path("svar/<uuid:uuid>/", objecting.answer, name="answer"),
]
