from django.urls import path

from styrk.demo import views

app_name = "demo"
urlpatterns = [
    path("", views.people, name="people"),
    path("<slug:key>/", views.be, name="be"),
]
