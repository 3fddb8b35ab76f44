"""The demo world's texts: complete, coherent, and free of anything that looks like a real person."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

WORLD = Path(__file__).resolve().parents[2] / "src" / "styrk" / "demo" / "world"

LEVELS = {"region", "trust", "municipality", "clinic", "department", "ward", "service"}
KINDS = {"patient", "staff", "information", "equipment", "interface", "suggestion", "good"}
HARMS = ["none", "mild", "moderate", "severe", "death"]
SEASONS = {"", "weekend", "night", "summer", "winter"}
CAUSES = {
    "staffing", "competence", "routine", "equipment", "communication", "handover",
    "premises", "ict", "workload", "patient_flow", "medication_system", "culture",
}  # fmt: skip
ROLES = {
    "employee", "leader", "quality_adviser", "board_chair", "board_member", "administrator",
    "auditor", "audit_committee", "whistleblowing", "quality_committee",
}  # fmt: skip
OUTCOMES = {"worked", "partly", "not_worked", "too_early"}
PERSONAS = {
    "nurse", "ward_leader", "deputy", "other_leader", "clinic_director", "quality_adviser", "ceo",
    "rhf_ceo", "board_chair", "board_member", "outsider", "nursing_home_leader", "kommunedirektor",
    "administrator", "auditor", "rhf_chair", "audit_committee", "reception", "committee",
}  # fmt: skip
STORY_REQUIRED = {
    "id", "kind", "where", "weight", "season", "harm_actual", "harm_possible", "text",
    "action_ids", "decision",
}  # fmt: skip
STORY_OPTIONAL = {
    "lang", "variants", "immediate", "causes", "found", "persons", "asked", "asked_tag", "answer",
}  # fmt: skip
ACTION_KEYS = {
    "id", "title", "change", "sign", "level", "days_to_due", "days_to_review", "outcome", "reason",
}  # fmt: skip
MINIMUM_STORIES, MINIMUM_TEXTS, MINIMUM_ACTIONS, WEEKEND_TEXTS = 110, 330, 90, 17
LONGEST_STORY = 900

WEEKDAY_OR_MONTH = re.compile(
    r"\b(man|tirs|ons|tors|fre|lør|søn)dag|\b(måndag|tysdag|laurdag|sundag)"
    r"|\b(januar|februar|april|juni|juli|august|september|oktober|november|desember)\b",
    re.IGNORECASE,
)
NIGHT = re.compile(r"\bi natt\b", re.IGNORECASE)
WEEKEND = re.compile(r"\bi helg(a|en)\b|\bdenne helg", re.IGNORECASE)
TONIGHT = re.compile(r"\bi (kveld|morges|ettermiddag)\b", re.IGNORECASE)


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((WORLD / name).read_text(encoding="utf-8"))


UNITS: list[dict[str, Any]] = read("units.toml")["unit"]
PEOPLE = read("people.toml")
ACTIONS: list[dict[str, Any]] = read("actions.toml")["action"]
VOICES = read("voices.toml")
STORIES: list[dict[str, Any]] = [
    story
    for path in sorted((WORLD / "incidents").glob("*.toml"))
    for story in tomllib.loads(path.read_text(encoding="utf-8"))["story"]
]
TAGS = {tag for unit in UNITS for tag in unit.get("tags", [])}


def reports(story: dict[str, Any]) -> list[str]:
    return [story["text"], *story.get("variants", [])]


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def repeated(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def by_id(item: dict[str, Any]) -> str:
    return str(item["id"])


def normal(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def root(code: str) -> str:
    parents = {unit["code"]: unit["parent"] for unit in UNITS}
    while parents[code]:
        code = parents[code]
    return code


# --- units


def test_units_are_unique_and_complete() -> None:
    assert repeated([unit["code"] for unit in UNITS]) == []
    for unit in UNITS:
        assert {"code", "name", "level", "parent", "short"} <= set(unit), unit
        assert re.fullmatch(r"[A-Z][A-Z0-9-]{1,7}", unit["code"]), unit["code"]
        assert unit["level"] in LEVELS, unit
        assert unit["name"], unit
        assert unit["short"], unit


def test_every_parent_precedes_its_unit() -> None:
    seen = {""}
    for unit in UNITS:
        assert unit["parent"] in seen, f"{unit['code']} stands before its parent {unit['parent']}"
        seen.add(unit["code"])


def test_two_tops_of_expected_size() -> None:
    assert [unit["code"] for unit in UNITS if not unit["parent"]] == ["FJELL", "ELV"]
    sizes = Counter(root(unit["code"]) for unit in UNITS)
    assert 75 <= sizes["FJELL"] <= 90
    assert 10 <= sizes["ELV"] <= 14


# --- people


def test_names_are_plenty_and_unique() -> None:
    for key, minimum in (("given", 120), ("family", 150)):
        assert len(PEOPLE[key]) >= minimum, key
        assert repeated(PEOPLE[key]) == [], key


def test_titles_cover_every_level_and_known_tags() -> None:
    titles = PEOPLE["titles"]
    levels = {unit["level"] for unit in UNITS}
    assert levels <= set(titles["employee"])
    assert levels <= set(titles["leader"])
    assert set(titles["by_tag"]) <= TAGS
    assert all(strings_ for group in titles.values() for strings_ in group.values())


def test_personas_stand_in_real_units_and_cover_the_cast() -> None:
    codes = {unit["code"] for unit in UNITS}
    personas = PEOPLE["persona"]
    assert {persona["key"] for persona in personas} == PERSONAS
    assert len(personas) == len(PERSONAS)
    for persona in personas:
        assert set(persona) == {"key", "name", "title", "unit", "role", "story"}, persona
        assert persona["unit"] in codes, persona
        assert persona["role"] in ROLES, persona
        assert persona["story"].startswith("Du "), persona


def test_personas_stand_where_the_tour_needs_them() -> None:
    at = {persona["key"]: persona["unit"] for persona in PEOPLE["persona"]}
    parents = {unit["code"]: unit["parent"] for unit in UNITS}
    assert at["nurse"] == at["ward_leader"] == at["deputy"]
    assert parents[parents[at["nurse"]]] == at["clinic_director"]
    assert parents[parents[at["other_leader"]]] != at["clinic_director"]
    assert parents[at["clinic_director"]] == at["ceo"] == at["board_chair"]
    assert parents[at["ceo"]] == at["rhf_ceo"]
    assert root(at["nursing_home_leader"]) == at["kommunedirektor"]


# --- stories


def test_there_are_enough_stories_and_texts() -> None:
    texts = [text for story in STORIES for text in reports(story)]
    assert len(STORIES) >= MINIMUM_STORIES
    assert len({normal(text) for text in texts}) >= MINIMUM_TEXTS
    assert repeated([normal(text) for text in texts]) == []
    assert repeated([by_id(story) for story in STORIES]) == []


def test_weekend_staffing_has_enough_tellings() -> None:
    story = next(story for story in STORIES if story["id"] == "helgebemanning")
    assert story["season"] == "weekend"
    assert len(reports(story)) >= WEEKEND_TEXTS


def test_every_kind_is_told() -> None:
    assert {story["kind"] for story in STORIES} == KINDS


def test_story_has_valid_keys_and_codes() -> None:
    for story in STORIES:
        assert set(story) >= STORY_REQUIRED, story["id"]
        assert set(story) <= STORY_REQUIRED | STORY_OPTIONAL, story["id"]
        assert re.fullmatch(r"[a-z0-9-]+", story["id"]), story["id"]
        assert story["kind"] in KINDS, story["id"]
        assert story["season"] in SEASONS, story["id"]
        assert story.get("lang", "nb") in {"nb", "nn"}, story["id"]
        assert set(story.get("causes", [])) <= CAUSES, story["id"]
        assert 1 <= story["weight"] <= 10, story["id"]
        assert HARMS.index(story["harm_actual"]) <= HARMS.index(story["harm_possible"]), story["id"]


def test_story_can_happen_somewhere_and_asks_someone() -> None:
    for story in STORIES:
        levels = {unit["level"] for unit in UNITS}
        assert story["where"], story["id"]
        assert set(story["where"]) <= TAGS | levels, story["id"]
        assert ("asked" in story) == ("answer" in story) == ("asked_tag" in story), story["id"]
        assert story.get("asked_tag") not in story["where"], "a unit cannot ask itself"
        assert story.get("asked_tag", "sengepost") in TAGS, story["id"]


def test_story_texts_fit_any_timestamp() -> None:
    for story in STORIES:
        for text in strings(story):
            assert text == text.strip(), story["id"]
            assert len(text) <= LONGEST_STORY, story["id"]
            assert not WEEKDAY_OR_MONTH.search(text), text
        for text in reports(story):
            assert not TONIGHT.search(text), text
            assert story["season"] == "night" or not NIGHT.search(text), text
            assert story["season"] == "weekend" or not WEEKEND.search(text), text


def test_handled_story_puts_the_system_before_the_person() -> None:
    for story in STORIES:
        if story["kind"] in {"suggestion", "good"}:
            continue
        assert story["causes"], story["id"]
        assert story["found"], story["id"]
        assert story["action_ids"], story["id"]


def test_hospital_stories_do_not_speak_of_residents() -> None:
    municipal = {
        tag for unit in UNITS if root(unit["code"]) == "ELV" for tag in unit.get("tags", [])
    }
    for story in STORIES:
        if not set(story["where"]) <= municipal | {"alderspsyk"}:
            found = [text for text in reports(story) if re.search(r"\bbeboer", text)]
            assert found == [], story["id"]


# --- actions


def test_actions_are_plenty_and_unique() -> None:
    assert len(ACTIONS) >= MINIMUM_ACTIONS
    assert repeated([by_id(action) for action in ACTIONS]) == []


def test_action_has_valid_keys_and_codes() -> None:
    for action in ACTIONS:
        assert set(action) - {"next"} == ACTION_KEYS, action["id"]
        assert action["level"] in {"person", "routine", "system"}, action["id"]
        assert action["outcome"] in OUTCOMES, action["id"]
        assert 1 <= action["days_to_due"] < action["days_to_review"], action["id"]
        assert all(action[key] for key in ("title", "change", "sign", "reason")), action["id"]


def test_what_did_not_work_has_a_successor() -> None:
    outcomes = {action["id"]: action["outcome"] for action in ACTIONS}
    for action in ACTIONS:
        assert ("next" in action) == (action["outcome"] == "not_worked"), action["id"]
        if "next" in action:
            assert outcomes[action["next"]] != "not_worked", action["id"]


def test_outcomes_and_levels_are_a_credible_mix() -> None:
    outcomes = Counter(action["outcome"] for action in ACTIONS)
    share = {outcome: count / len(ACTIONS) for outcome, count in outcomes.items()}
    assert 0.40 <= share["worked"] <= 0.50
    assert 0.20 <= share["partly"] <= 0.30
    assert 0.10 <= share["not_worked"] <= 0.20
    assert 0.10 <= share["too_early"] <= 0.20
    assert sum(action["level"] == "person" for action in ACTIONS) <= len(ACTIONS) / 10


def test_stories_and_actions_refer_to_each_other() -> None:
    known = {by_id(action) for action in ACTIONS}
    used = {action for story in STORIES for action in story["action_ids"]}
    successors = {action["next"] for action in ACTIONS if "next" in action}
    assert used <= known
    assert known <= used | successors


# --- voices and everything


def test_voices_are_plenty_and_unique() -> None:
    minimum = {
        "thanks": 15, "statement_questions": 8, "statement_answers": 8, "handover_reasons": 6,
        "no_action_reasons": 6, "already_covered": 5, "inhabil_reasons": 5, "deadline_changes": 6,
    }  # fmt: skip
    assert set(VOICES) == {*minimum, "nn"}
    assert set(VOICES["nn"]) <= set(minimum)
    for key, count in minimum.items():
        assert len(VOICES[key]) >= count, key
        assert repeated(VOICES[key]) == [], key


def test_nothing_identifies_a_person_or_closes_an_incident() -> None:
    for path in sorted(WORLD.rglob("*.toml")):
        raw = path.read_text(encoding="utf-8")
        assert "@" not in raw
        assert not re.search(r"\d{8,}", re.sub(r"(?<=\d)[ .-](?=\d)", "", raw))
        assert not re.search(
            r"luk\w+ avvik|avvik\w* (er |ble )?luk|lukke? (saken|meldingen)", raw.lower()
        )
