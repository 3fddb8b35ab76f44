from django.urls import path

from styrk.overview.threads import views

app_name = "thread"
urlpatterns = [
    path("trad/<slug:kind>/<uuid:uuid>/", views.thread, name="thread"),
    path("trad/<slug:kind>/<uuid:uuid>/under/", views.under, name="under"),
]
