"""The pages say it to the one who reads them."""

from styrk.requirements import commands, forms
from styrk.requirements.types import Wording


def test_one_who_demands_is_asked_when_the_others_must_answer(now):
    form = forms.InsistForm(today=now.date())

    assert form["answer_due"].label == "Når må de svare?"


def test_the_kind_of_source_is_asked_of_in_plain_words():
    form = forms.UploadForm(units=[], common=True)

    assert form["kind"].label == "Hva slags kilde er kravene fra?"


def test_an_edition_that_asks_for_nothing_says_so(draft, region_leader, page, nurse, now):
    wording = Wording(ref="1", title="Innledning", text="Om dokumentet.", point="1")
    commands.write_requirement(edition=draft, wording=wording, by=region_leader, now=now)
    commands.publish_edition(edition=draft, by=region_leader, now=now)

    html = page(nurse).get(f"/krav/utgave/{draft.uuid}/").content.decode()
    assert "Ingenting her er et krav." in html
    assert "0 krav" not in html
