from django.urls import path

from styrk.subscriptions.views import acts, reading

app_name = "subscriptions"
urlpatterns = [
    path("", reading.subscriptions, name="list"),
    path("enhet/<uuid:uuid>/ny/", acts.begin, name="begin"),
    path("<uuid:uuid>/avslutt/", acts.end, name="end"),
]
