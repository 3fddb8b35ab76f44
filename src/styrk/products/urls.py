from django.urls import path

from styrk.products.views import acts, reading

app_name = "products"
urlpatterns = [
    path("", reading.products, name="products"),
    path("<uuid:uuid>/", reading.product, name="product"),
    path("<uuid:uuid>/leverandor/", reading.supplier, name="supplier"),
    path("sak/<uuid:uuid>/", acts.name, name="name"),
    path("sak/<uuid:uuid>/<uuid:product>/ta-bort/", acts.withdraw, name="withdraw"),
]
