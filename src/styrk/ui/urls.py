from django.urls import path

from styrk.ui import views

app_name = "ui"
urlpatterns = [
    path("ui/", views.gallery, name="gallery"),
    path("ui/utseende/", views.set_scheme, name="scheme"),
]
