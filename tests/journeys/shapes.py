"""What a page is made of, as far as the checks of axe go by it: a page made of the same has the same faults."""

from playwright.sync_api import Page

# Each element with all it stands within: its kind, classes and states; whether it has words, a name,
# a label; which ids are used twice or point nowhere; and how headings and landmarks follow one another.
PARTS = """
() => {
  const NAMED = /^(role|type|lang|dir|hidden|disabled|required|open|for|alt|title|href|tabindex|scope|headers|aria-)/;
  const REFERS = /^(for|aria-labelledby|aria-describedby|aria-controls|aria-owns|aria-errormessage)$/;
  const BY_VALUE = /^(role|type|lang|tabindex|scope|aria-(?!label$|labelledby$|describedby$|controls$))/;
  const parts = new Set(), within = new Map(), ids = new Set();
  const hashed = (text) => {
    let a = 0xdeadbeef, b = 0x41c6ce57;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      a = Math.imul(a ^ code, 2654435761); b = Math.imul(b ^ code, 1597334677);
    }
    return ((b >>> 11) * 4294967296 + (a >>> 0)).toString(36);
  };
  const attribute = ({name, value}) => {
    if (REFERS.test(name)) {
      return `${name}:${value.split(/\\s+/).every((id) => document.getElementById(id))}`;
    }
    return `${name}=${BY_VALUE.test(name) ? value : Boolean(value.trim())}`;
  };
  let level = 0;
  for (const one of document.querySelectorAll("*")) {
    const words = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const styles = [...(one.style || [])].sort().join();
    const mine = [
      one.localName, [...one.classList].sort().join("."), styles, words,
      one.labels ? one.labels.length : "",
      ...[...one.attributes].filter(({name}) => NAMED.test(name)).map(attribute).sort(),
    ].join(" ");
    const path = hashed(`${within.get(one.parentElement) || ""}>${mine}`);
    within.set(one, path);
    parts.add(path);
    if (one.id && ids.has(one.id)) parts.add(`twice ${one.id}`);
    ids.add(one.id);
    if (/^h[1-6]$/.test(one.localName)) {
      parts.add(`${level} then ${one.localName}`);
      level = one.localName;
    }
  }
  const landmarks = [...document.querySelectorAll("main, nav, header, footer, aside, search, section[aria-label], [role]")]
    .map((one) => `${one.localName} ${one.getAttribute("role")} ${one.getAttribute("aria-label")}`);
  const often = new Map();
  for (const one of landmarks) often.set(one, (often.get(one) || 0) + 1);
  for (const [one, times] of often) parts.add(`${one} ${Math.min(times, 2)}`);
  parts.add(`title ${Boolean(document.title.trim())}`);
  return [...parts];
}
"""
_found_well: dict[int, set[str]] = {}


def parts(page: Page) -> frozenset[str]:
    return frozenset(page.evaluate(PARTS))


def known(made_of: frozenset[str], width: int) -> bool:
    """Whether each part of it stood on a page without faults, as wide as this, in this process."""
    return made_of <= _found_well.get(width, set())


def keep(made_of: frozenset[str], width: int) -> None:
    _found_well.setdefault(width, set()).update(made_of)
