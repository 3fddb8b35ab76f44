"""The frame's own pages, and an inbox for it to link to."""

from django.urls import include, path

from styrk.ui import views

inbox = ([path("beskjeder/", views.gallery, name="inbox")], "messages")
urlpatterns = [path("", include("styrk.ui.urls")), path("", include(inbox))]
