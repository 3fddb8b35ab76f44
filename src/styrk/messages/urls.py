from django.urls import path

from styrk.messages import views

app_name = "messages"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("lest/", views.mark_all_read, name="mark_all_read"),
    path("<uuid:uuid>/", views.message, name="message"),
]
