"""What stands of voices on the page of a unit, and on the thread."""

from html import unescape

from django.urls import reverse

from styrk.actions.models import Action
from styrk.feedback import commands


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


def test_the_units_page_says_what_it_was_told(tell, page, world, ward_leader, department_leader):
    at = reverse("overview:unit_page", args=[world.ward.uuid])
    assert says(page(ward_leader).get(at), "Stemmer siste år", "Ingen har fortalt noe.")

    tell()
    tell(key="2", kind="good", answer_owed=False)

    for person in (ward_leader, department_leader):
        assert says(page(person).get(at), "1 er en klage")
        assert says(page(person).get(at), "2 er ikke ferdig behandlet")


def test_the_thread_leads_from_what_was_told_to_the_action_and_back(
    taken, page, plan_of, ward_leader, nurse, now, as_person
):
    with as_person(ward_leader):
        commands.act_on_voice(voice=taken, plan=plan_of(nurse), by=ward_leader, now=now)
        action = Action.objects.get(origin="voice")
    leader = page(ward_leader)

    assert says(leader.get(f"/trad/voice/{taken.uuid}/"), "Si fra om ventetid")
    assert says(leader.get(f"/trad/action/{action.uuid}/"), f"Klage {taken.reference}")
    assert not says(page(nurse).get(f"/trad/action/{action.uuid}/"), f"Klage {taken.reference}")
    assert page(nurse).get(f"/trad/voice/{taken.uuid}/").status_code == 404
