from django.urls import path

from styrk.demo import views

app_name = "demo"
urlpatterns = [
    path("", views.people, name="people"),
    path("innsyn/utenfra/", views.look, name="look"),
    path("<slug:key>/", views.be, name="be"),
]
