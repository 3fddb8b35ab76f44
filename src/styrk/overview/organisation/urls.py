from django.urls import path

from styrk.overview.organisation import accounts, changes, imports, people, posts, views

app_name = "organisation"
urlpatterns = [
    path("", views.units, name="units"),
    path("mangler/", views.gaps, name="gaps"),
    path("importer/", imports.import_files, name="import"),
    path("importer/mal/<str:kind>.csv", imports.template, name="template"),
    path("importer/eksport/<str:kind>.csv", imports.export, name="export"),
    path("kontoer/", accounts.accounts, name="accounts"),
    path("kontoer/<uuid:uuid>/", accounts.account, name="account"),
    path("kontoer/<uuid:uuid>/passord/", accounts.new_password, name="new_password"),
    path("kontoer/<uuid:uuid>/steng/", accounts.close, name="close_account"),
    path("kontoer/<uuid:uuid>/opplysninger/", people.change, name="change_person"),
    path("kontoer/<uuid:uuid>/slutt/", people.leave, name="leave"),
    path("kontoer/<uuid:uuid>/ikke-slutt/", people.stay, name="stay"),
    path("kontoer/<uuid:uuid>/tilbake/", people.returned, name="returned"),
    path("<uuid:uuid>/", views.unit, name="unit"),
    path("<uuid:uuid>/navn/", changes.rename, name="rename"),
    path("<uuid:uuid>/flytt/", changes.move, name="move"),
    path("<uuid:uuid>/ny/", changes.found, name="found"),
    path("<uuid:uuid>/avslutt/", changes.end, name="end"),
    path("<uuid:uuid>/personer/ny/", posts.register, name="register"),
    path("<uuid:uuid>/roller/", posts.posts, name="posts"),
    path("<uuid:uuid>/roller/ny/", posts.appoint, name="appoint"),
    path(
        "<uuid:uuid>/roller/<uuid:person>/<str:role>/<str:since>/",
        posts.end_appointment,
        name="end_appointment",
    ),
    path("<uuid:uuid>/stedfortreder/ny/", posts.name_deputy, name="name_deputy"),
    path(
        "<uuid:uuid>/stedfortreder/<uuid:person>/<str:since>/",
        posts.end_deputyship,
        name="end_deputyship",
    ),
    path("<uuid:uuid>/ansvarlig/", views.responsible, name="responsible"),
]
