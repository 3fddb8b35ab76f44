from django.urls import path

from styrk.actions import views

app_name = "actions"
urlpatterns = [
    path("", views.actions, name="actions"),
    path("<uuid:uuid>/", views.action, name="action"),
    path("<uuid:uuid>/iverksatt/", views.carry_out, name="carry_out"),
    path("<uuid:uuid>/effekt/", views.judge, name="judge"),
    path("<uuid:uuid>/frist/", views.change_deadline, name="change_deadline"),
    path("<uuid:uuid>/ny-eier/", views.hand_over, name="hand_over"),
    path("<uuid:uuid>/ikke-videre/", views.drop, name="drop"),
]
