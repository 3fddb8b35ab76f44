import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from django.contrib.staticfiles import finders

from styrk.core.clock import OSLO

AT = datetime(2026, 11, 21, 14, 5, tzinfo=OSLO)


def test_tags_of_different_colours_have_different_shapes(draw):
    css = Path(finders.find("styrk.css")).read_text(encoding="utf-8")
    shapes = dict(re.findall(r"--st-shape-(\w+): (url[^;]+);", css))

    for color in ("info", "success", "warning", "danger"):
        assert f'data-color="{color}">Ny' in draw("{{ tag('Ny', color) }}", color=color)
        assert f'.st-tag[data-color="{color}"] {{ --st-shape: var(--st-shape-{color}); }}' in css
    assert (
        len({shapes[color] for color in ("neutral", "info", "success", "warning", "danger")}) == 5
    )


def test_deadlines_at_different_distance_have_different_shapes(draw):
    today = date(2026, 11, 21)
    shapes = [
        re.search(
            r'data-shape="(\w+)"', draw("{{ due(d, t) }}", d=today + timedelta(days=n), t=today)
        )[1]
        for n in (-1, 1, 9)
    ]

    assert shapes == ["danger", "soon", "clock"]


def test_an_alert_without_heading_has_none(draw):
    assert "<h" not in draw("{% call alert('info') %}<p>Hei</p>{% endcall %}")
    assert "<h3" in draw("{% call alert('info', 'Hei', level=3) %}<p>x</p>{% endcall %}")


def test_a_due_date_is_in_words_with_the_date(draw):
    html = draw("{{ due(d, today) }}", d=date(2026, 11, 16), today=date(2026, 11, 21))

    assert "5 dager over fristen" in html
    assert '<time datetime="2026-11-16">16. nov. 2026</time>' in html


def test_when_carries_the_machine_time(draw):
    html = draw("{{ when(at, at) }}", at=AT)

    assert html == '<time datetime="2026-11-21T14:05+01:00">i dag 14.05</time>'


@dataclass
class Entry:
    title: str
    state: str
    at: datetime | None = None
    text: str = ""
    who: str = "Ida"


def test_a_timeline_says_its_states_in_words(draw):
    entries = [Entry("Meldt", "done", AT), Entry("Undersøkes", "current"), Entry("Takk", "coming")]

    html = draw("{{ timeline(entries) }}", entries=entries)

    assert html.count("<time") == 1
    assert html.count('aria-current="step"') == 1
    for word in ("gjort", "pågår", "kommer"):
        assert f"({word})" in html


def test_history_names_who_did_what(draw):
    html = draw("{{ history(entries) }}", entries=[Entry("", "", AT, "tok imot.", "Ida <Berg>")])

    assert "<strong>Ida &lt;Berg&gt;</strong> tok imot." in html


def test_facts_take_other_components_as_values(draw):
    html = draw("{{ facts([('Alvor', tag('Mild')), ('Sted', '<A>')]) }}")

    assert "<dt>Alvor</dt><dd><span" in html
    assert "&lt;A&gt;" in html


def test_breadcrumbs_end_at_the_page_itself(draw):
    html = draw("{{ breadcrumbs([('Klinikk', '/k/'), ('Post', None)]) }}")

    assert '<a class="ds-link" href="/k/">Klinikk</a>' in html
    assert '<span aria-current="page">Post</span>' in html


def test_a_pager_with_nowhere_to_go_is_not_drawn(draw):
    assert draw("{{ pager(None, None) }}") == ""
    assert 'rel="next"' in draw("{{ pager(None, '/eldre') }}")
    assert 'rel="prev"' not in draw("{{ pager(None, '/eldre') }}")


def test_a_stat_with_an_address_is_one_link(draw):
    assert draw("{{ stat('venter', 1204, '/min-side/') }}").startswith(
        '<a class="st-stat" href="/min-side/">'
    )
    assert "1\u00a0204" in draw("{{ stat('venter', 1204) }}")
    assert draw("{{ stat('venter', '12 %') }}").startswith("<div")


def test_an_empty_box_offers_a_way_on_only_when_there_is_one(draw):
    assert "<a" not in draw("{{ empty('Ingenting') }}")
    assert 'href="/alle/"' in draw("{{ empty('Ingenting', 'Fint.', '/alle/', 'Se alle') }}")


def test_a_submit_button_with_a_name_has_a_value(draw):
    assert 'name="act" value="1"' in draw("{{ submit('Ja', name='act') }}")
    assert 'name="act" value=""' in draw("{{ submit('Ja', name='act', value='') }}")
    assert "name=" not in draw("{{ submit('Ja') }}")


def test_boxes_hold_what_is_put_in_them(draw):
    assert "<p>Inni</p>" in draw("{% call card('Tittel') %}<p>Inni</p>{% endcall %}")
    html = draw("{% call details('Mer', open=True) %}<p>Inni</p>{% endcall %}")
    assert "<details" in html
    assert " open>" in html
    assert "<p>Inni</p>" in html
