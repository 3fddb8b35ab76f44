import stat

from styrk.config import keys


def test_a_key_is_made_once_for_us_alone(tmp_path, monkeypatch):
    monkeypatch.delenv(keys.VARIABLE)

    first = keys.kept_key(tmp_path)

    assert len(first) >= 50
    assert keys.kept_key(tmp_path) == first == keys.found_key(tmp_path)
    assert stat.S_IMODE((tmp_path / keys.NAME).stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [keys.NAME]


def test_the_operators_key_comes_first(tmp_path, monkeypatch):
    monkeypatch.setenv(keys.VARIABLE, "from the operator")

    assert keys.kept_key(tmp_path) == "from the operator"
    assert not list(tmp_path.iterdir())


def test_two_who_start_at_once_get_the_same(tmp_path, monkeypatch):
    monkeypatch.delenv(keys.VARIABLE)
    (tmp_path / keys.NAME).write_text("the other one\n")

    assert keys._make(tmp_path) == "the other one"


def test_finding_makes_nothing(tmp_path, monkeypatch):
    monkeypatch.delenv(keys.VARIABLE)

    assert keys.found_key(tmp_path) == ""
    assert not list(tmp_path.iterdir())
