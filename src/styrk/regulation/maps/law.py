"""The forskrift's own map: each letter is an item that rests on itself."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from styrk.regulation.letters import ALL, SOURCE, Duty, Provision
from styrk.regulation.maps.shape import Item, Map, Part

HEADINGS: dict[Duty, Promise] = {
    Duty.PLAN: _("Planlegge"),
    Duty.DO: _("Gjennomføre"),
    Duty.EVALUATE: _("Evaluere"),
    Duty.CORRECT: _("Korrigere"),
}
A_YEAR = 12


def _item(one: Provision) -> Item:
    return Item(
        one.letter.value,
        one.reference,
        one.title,
        (one.letter,),
        text=one.text,
        duty=one.duty,
        judgement=one.judgement,
        # § 8: «minst en gang årlig».
        months=A_YEAR if one.judgement else Item.months,
    )


LAW = Map(
    "forskriften",
    _("Forskriften"),
    _("Bokstavene i §§ 6–9, og §§ 3 og 5, i forskrift om ledelse og kvalitetsforbedring."),
    SOURCE,
    (
        *(
            Part(duty.value, title, tuple(_item(one) for one in ALL if one.duty is duty))
            for duty, title in HEADINGS.items()
        ),
        Part(
            "ansvar",
            _("Ansvar og dokumentasjon"),
            tuple(_item(one) for one in ALL if one.duty is None),
        ),
    ),
)
