from django.urls import path

from styrk.access import views

app_name = "access"
urlpatterns = [
    path("logg-inn/", views.sign_in, name="sign_in"),
    path("logg-ut/", views.sign_out, name="sign_out"),
    path("bytt/", views.switch, name="switch"),
    path("kladd/", views.keep_draft, name="draft"),
    path("passord/", views.password, name="password"),
    path("sprak/", views.choose_language, name="language"),
]
