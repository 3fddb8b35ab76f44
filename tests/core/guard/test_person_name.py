import pytest

from tests.core.guard.shown import shown


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("pasienten Kari Nordmann falt", "Kari Nordmann"),
        ("Pasienten Kari falt", "Kari"),
        ("Pasient: Hansen", "Hansen"),
        ("pas. Hansen", "Hansen"),
        ("pt. Olsen fikk feil dose", "Olsen"),
        ("pt Berg på rom 4", "Berg"),
        ("fru Hansen", "Hansen"),
        ("Fru Storm ringte", "Storm"),
        ("herr Kowalczyk", "Kowalczyk"),
        ("hr. Ukjentnavn", "Ukjentnavn"),
        ("beboeren Liv", "Liv"),
        ("datteren Sol Berg", "Sol Berg"),
        ("pasienten Abebech Tesfaye", "Abebech Tesfaye"),
        ("pasienten, Kari Nordmann, falt", "Kari Nordmann"),
        ("Ola N. falt på badet", "Ola N."),
        ("Ola N falt på badet", "Ola N"),
        ("Ola Nordmann", "Ola Nordmann"),
        ("Kari M. Nordmann", "Kari M. Nordmann"),
        ("Anne Grete Hansen", "Anne Grete Hansen"),
        ("Per-Arne Hansen", "Per-Arne Hansen"),
        ("Anne-Grete Berg-Hansen", "Anne-Grete Berg-Hansen"),
        ("Ole von Berg", "Ole von Berg"),
        ("Mohammed Ali Khan", "Mohammed Ali Khan"),
        ("Hans Hansen kom", "Hans Hansen"),
        ("Hans Berg kom", "Hans Berg"),
        ("Bjørn Dahl", "Bjørn Dahl"),
        ("Bjørn Erik", "Bjørn Erik"),
        ("Liv Ukjentmann", "Liv Ukjentmann"),
        ("Nordmann, Kari", "Nordmann, Kari"),
        ("KARI NORDMANN", "KARI NORDMANN"),
        ("Kari Nordmanns seng", "Kari Nordmanns"),
        ("vi ringte Kari i går", "Kari"),
        ("Ringte Kari i går", "Kari"),
        ("dette gjaldt Johansen, som sov", "Johansen"),
        ("Karis seng var tom, og Åses også", "Åses"),
        ("A\u030ase Nordmann", "A\u030ase Nordmann"),
        ("fru Ra\u030a, rom 2", "Ra\u030a"),
        ("sykepleier Kari oppdaget det", "Kari"),
    ],
)
def test_likely_name_is_found(text, name):
    assert shown(text) == [("name", name)]


@pytest.mark.parametrize("word", ["Hans", "Berg", "Dag", "Bjørn", "Sol", "Liv", "Storm", "Per"])
@pytest.mark.parametrize(
    "sentence",
    [
        "{}",
        "{} er et ord.",
        "Det gjaldt {} i dag.",
        "Pasienten falt. {} og andre så det.",
        "Medisinsk sengepost. {} Medisinsk",
        "{} og Helse Fjell",
    ],
)
def test_ordinary_word_alone_is_no_name(word, sentence):
    assert shown(sentence.format(word)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kari falt på badet.",
        "Falt på badet. Kari så det.",
        "K.N. var til stede",
        "K. N.",
        "KN og ON",
        "Medisinsk sengepost 2",
        "pasienten på Medisinsk sengepost",
        "Oslo universitetssykehus",
        "Helse Fjell",
        "Fjell sykehus",
        "Helse Sør-Øst RHF",
        "St. Olavs hospital",
        "Martina Hansens Hospital",
        "overført til Martina Hansens Hospital",
        "bor i Kari Nordmanns vei",
        "beboer på Solheim sykehjem",
        "flyttet fra Solheim til Nordby",
        "brukte Sara Stedy",
        "etter Marte Meo",
        "ved Maria-klinikken",
        "øvde på Resusci Anne",
        "ga Paracet i stedet for Marevan",
        "pasienten Paracet",
        "pasienten Covid-positiv",
        "Hans Paracet ble glemt",
        "Finn Medisinsk sengepost i kartet",
        "HANS BERG",
        "DAG OG NATT",
        "LIV OG HELSE",
        "Dag B. var ledig",
        "Pasienten. Hans seng var tom.",
        "Statsforvalteren i Vestland",
        "Kong Olavs plass",
        "fru og herr",
        "mor og far",
    ],
)
def test_places_wards_drugs_and_words_are_no_names(text):
    assert shown(text) == []
