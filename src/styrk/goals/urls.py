from django.urls import path

from styrk.goals.views import acts, register, setting

app_name = "goals"
urlpatterns = [
    path("", register.goals, name="goals"),
    path("nytt/", setting.new, name="new"),
    path("<uuid:uuid>/", register.goal, name="goal"),
    path("<uuid:uuid>/endre/", setting.change, name="change"),
    path("<uuid:uuid>/avtal/", setting.agree, name="agree"),
    path("<uuid:uuid>/status/", acts.follow, name="follow"),
    path("<uuid:uuid>/nadd/", acts.reach, name="reach"),
    path("<uuid:uuid>/ikke-videre/", acts.drop, name="drop"),
    path("<uuid:uuid>/tiltak/", acts.add_action, name="add_action"),
    path("<uuid:uuid>/virker-ikke/", acts.object_to, name="object"),
    path("svar/<uuid:uuid>/", acts.answer, name="answer"),
]
