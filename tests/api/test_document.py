"""What `docs/formats/api.md` shows is what one gets."""

import json
import re

from tests.structure.source import ROOT

TEXT = (ROOT / "docs" / "formats" / "api.md").read_text(encoding="utf-8")


def test_the_worked_example_works(system, quality_adviser, deliver):
    sent = json.loads(re.search(r"-d '(\[.*?\])'", TEXT, re.DOTALL)[1].replace("med.", "f.med."))
    refused, done = (json.loads(one) for one in re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL))
    client = system(quality_adviser)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = re.search(r"Accept-Language: (\w+)", TEXT)[1]

    first = deliver(client, sent)
    sent[1]["denominator"] = 500
    second = deliver(client, sent)

    assert (first.status_code, first.json()) == (422, refused)
    assert (second.status_code, second.json()) == (200, done)
