from uuid import uuid4

import pytest
from django.test import override_settings
from django.urls import NoReverseMatch, reverse, set_script_prefix

from styrk.ui.addresses import address_of


def test_an_address_is_the_one_django_gives():
    uuid = uuid4()

    for _again in range(2):
        assert address_of("incidents:incident", uuid) == reverse("incidents:incident", args=[uuid])
        assert address_of("incidents:incidents") == reverse("incidents:incidents")
        assert address_of("demo:be", "nurse") == reverse("demo:be", args=["nurse"])


def test_a_page_that_is_not_there_has_no_address():
    with pytest.raises(NoReverseMatch):
        address_of("incidents:nothing")
    with pytest.raises(NoReverseMatch):
        address_of("incidents:incidents", uuid4())


def test_an_address_follows_where_the_site_is():
    uuid = uuid4()
    at_the_root = address_of("incidents:incident", uuid)
    set_script_prefix("/styrk/")
    try:
        assert address_of("incidents:incident", uuid) == f"/styrk{at_the_root}"
    finally:
        set_script_prefix("/")


def test_an_address_follows_the_pages_there_are():
    address_of("incidents:incidents")
    with override_settings(ROOT_URLCONF="tests.ui.urlconf"), pytest.raises(NoReverseMatch):
        address_of("incidents:incidents")
