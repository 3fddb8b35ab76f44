// Niceties on top of pages that work without them. No inline handlers, no dependencies.
(() => {
  "use strict";

  const each = (root, selector, act) => root.querySelectorAll(selector).forEach(act);

  const show = (id, shown) => {
    const banner = document.getElementById(id);
    if (banner) banner.hidden = !shown;
  };

  // Move focus to the error summary, once, so that it is read aloud and seen.
  const focusSummary = (root) => {
    const summary = root.querySelector("[data-focus]");
    summary?.removeAttribute("data-focus");
    summary?.focus();
  };

  // "12 tegn igjen" under a text with a limit, first when a quarter is left; read aloud near the end.
  const NEAR = 50;
  const count = (input) => {
    const counter = document.getElementById(`${input.id}-teller`);
    if (!counter) return;
    const left = Number(input.dataset.limit) - [...input.value.replace(/\r?\n/g, "\r\n")].length;
    const far = left > input.dataset.limit / 4;
    const words = left < 0 ? counter.dataset.over : far ? counter.dataset.whole : counter.dataset.left;
    counter.textContent = words.replace("{n}", Math.abs(left));
    counter.toggleAttribute("data-over-limit", left < 0);
    counter.hidden = far && counter.hasAttribute("data-quiet");
    counter.setAttribute("aria-live", left < NEAR ? "polite" : "off");
  };

  // Menus close when one clicks outside them or presses Escape.
  const openMenus = () => document.querySelectorAll("details[data-menu][open]");
  document.addEventListener("click", (event) => {
    openMenus().forEach((menu) => menu.contains(event.target) || menu.removeAttribute("open"));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    openMenus().forEach((menu) => {
      menu.removeAttribute("open");
      menu.querySelector("summary").focus();
    });
  });
  document.addEventListener("focusout", (event) => {
    const menu = event.target.closest?.("details[data-menu][open]");
    if (menu && event.relatedTarget && !menu.contains(event.relatedTarget)) menu.removeAttribute("open");
  });

  // A link to what is folded, or to something in it, opens it: also when one follows it again.
  const unfold = () => {
    let fold = document.getElementById(location.hash.slice(1))?.closest("details");
    for (; fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };
  addEventListener("hashchange", unfold);
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("a")?.hash === location.hash) unfold();
    const all = event.target.closest?.("[data-unfold]")?.dataset.unfold;
    if (all) each(document, `#${all} > details`, (fold) => { fold.open = true; });
  });

  // Choices in folded groups are searched by every word, also those of the group: groups with a hit open.
  const sift = (finder) => {
    const words = finder.value.toLowerCase().split(/\s+/).filter(Boolean);
    let hits = 0;
    each(finder.closest("fieldset"), "details", (fold) => {
      const group = fold.querySelector("summary").textContent;
      const choices = [...fold.querySelectorAll(".st-choice")];
      const found = choices.filter((choice) => {
        const text = `${group} ${choice.textContent}`.toLowerCase();
        choice.hidden = !words.every((word) => text.includes(word));
        return !choice.hidden;
      });
      hits += found.length;
      fold.hidden = !found.length;
      fold.open = words.length ? true : Boolean(fold.querySelector(":checked"));
    });
    const said = finder.parentElement.querySelector("[role=status]");
    said.textContent = words.length ? said.dataset.words.replace("{n}", hits) : "";
  };
  const FINDER = "[data-finder] input";
  document.addEventListener("input", (event) => event.target.matches(FINDER) && sift(event.target));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches?.(FINDER)) event.preventDefault();
  });

  // What has had no answer after a second says that it is being worked on, until the answer has come.
  const PATIENCE = 1000;
  const GIVE_UP = 120000;
  const waiting = new Map();
  const banner = () => document.getElementById("arbeider");
  const still = (asked) => waiting.get(asked)?.forEach(clearTimeout);
  const answered = (asked) => {
    still(asked);
    waiting.delete(asked);
    if (!waiting.size) banner().textContent = "";
    asked.removeAttribute("data-keeping");
    each(asked, "[aria-disabled]", (button) => button.removeAttribute("aria-disabled"));
  };
  const wait = (asked) => {
    still(asked);
    const say = () => { banner().textContent = asked.dataset.working || banner().dataset.words; };
    waiting.set(asked, [setTimeout(say, PATIENCE), setTimeout(answered, GIVE_UP, asked)]);
  };
  const forget = () => [...waiting.keys()].forEach(answered);
  // What is typed in a kept form is sent from here, and what is refused comes in the place of this page:
  // an answer among the browser's pages would have to be sent for once more when one goes back.
  const put = (text) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    forget();
    document.title = page.title;
    document.body.replaceChildren(...page.body.childNodes);
    document.body.removeAttribute("data-covered");
    document.body.setAttribute("hx-headers:inherited", page.body.getAttribute("hx-headers:inherited") || "{}");
    htmx.process(document.body);
    scrollTo(0, 0);
    prepare(document);
  };
  const goTo = (where) => {
    const next = new URL(where, location);
    const here = next.pathname + next.search === location.pathname + location.search;
    location.assign(next);
    if (here && next.hash) location.reload();
  };
  // What waits to be kept is kept first: the way to the server may be gone. But nobody waits long for that.
  const BRIEF = 1500;
  const send = async (form, button) => {
    if (timers.has(form)) await save(form, AbortSignal.timeout(BRIEF));
    const words = new FormData(form);
    if (button?.name) words.append(button.name, button.value);
    const plain = [...words].map(([name, value]) => [name, `${value}`.replace(/\r?\n/g, "\r\n")]);
    const body = form.getAttribute("enctype") ? words : new URLSearchParams(plain);
    const headers = { "Styrk-In-Place": "1" };
    const answer = await fetch(form.getAttribute("action"), { method: "POST", body, headers });
    const next = answer.headers.get("Styrk-Go-To");
    return next ? goTo(next) : put(await answer.text());
  };

  // A form has its answer when another page stands here. What changes something is sent once until then:
  // the server would see the second as the same anyway.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented) return;
    if (form.getAttribute("method") === "post") {
      if (waiting.has(form)) return event.preventDefault();
      event.submitter?.setAttribute("aria-disabled", "true");
    }
    wait(form);
    if (!form.dataset.autosave && !form.hasAttribute("data-in-place")) return;
    event.preventDefault();
    form.setAttribute("data-keeping", "");
    send(form, event.submitter).catch(() => {
      answered(form);
      show("uten-nett", true);
    });
  });
  addEventListener("pageshow", forget);
  document.addEventListener("keydown", (event) => event.key === "Escape" && forget());
  // What a page fetches by itself, nobody waits for.
  const source = (event) => event.detail.ctx.sourceElement;
  document.addEventListener("htmx:before:request", (event) => source(event).matches("form, a") && wait(source(event)));
  document.addEventListener("htmx:finally:request", (event) => answered(source(event)));

  // A file is fetched from here, so that one sees that it comes. What is no file is a page, and opened.
  const bring = async (link) => {
    const answer = await fetch(link.href);
    const name = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition"))?.[1];
    if (!answer.ok || !name) throw answer;
    const file = URL.createObjectURL(await answer.blob());
    Object.assign(document.createElement("a"), { href: file, download: name }).click();
    setTimeout(URL.revokeObjectURL, GIVE_UP, file);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[download]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (waiting.has(link)) return;
    wait(link);
    bring(link).catch(() => location.assign(link.href)).finally(() => answered(link));
  });

  // What is typed in a `data-autosave="/where/"` form is kept there when typing pauses or the page
  // is left: the words, and of files only that there were. At a locked page they are kept for nobody, and it says so.
  const PAUSE = 2000;
  const timers = new Map();
  const rest = (form) => {
    clearTimeout(timers.get(form));
    timers.delete(form);
  };
  const save = async (form, signal) => {
    rest(form);
    // Not form.action: that is a field where one is called so.
    const where = new URL(form.getAttribute("action") || "", location);
    const words = [...new FormData(form)].filter(([, value]) => typeof value === "string");
    const chosen = [...form.querySelectorAll("input[type=file]")].some((input) => input.files.length);
    const body = new URLSearchParams([...words, ["path", where.pathname]]);
    if (chosen) body.append("files_left", "1");
    return fetch(form.dataset.autosave, { method: "POST", body, keepalive: true, signal })
      .then((answer) => show("laast", answer.status === 401))
      .catch(() => {});
  };
  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-limit]")) count(event.target);
    const form = event.target.form;
    if (!form?.hasAttribute("data-autosave")) return;
    clearTimeout(timers.get(form));
    timers.set(form, setTimeout(save, PAUSE, form));
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) [...timers.keys()].forEach((form) => save(form));
  });

  // What has been left alone as long as locks the session is covered: whoever comes next sees none of it.
  let touched = Date.now();
  let watch;
  const touch = () => { touched = Date.now(); };
  const cover = () => {
    const words = document.querySelector(".st-cover");
    if (!words || !words.hidden) return;
    clearTimeout(watch);
    const left = touched + document.body.dataset.idle * 1000 - Date.now();
    if (left > 0) return void (watch = setTimeout(cover, left));
    [...timers.keys()].forEach((form) => save(form));
    words.hidden = false;
    document.body.setAttribute("data-covered", "");
    document.title = `${words.firstElementChild.textContent} – Styrk`;
    words.querySelector("button").focus();
  };
  document.addEventListener("click", (event) => event.target.closest?.(".st-cover button") && goTo(location.href));
  ["keydown", "pointerdown", "scroll"].forEach((sign) => addEventListener(sign, touch, { passive: true, capture: true }));
  ["visibilitychange", "pageshow"].forEach((sign) => addEventListener(sign, cover));

  // Say when the network is gone: what is typed stays.
  const offline = () => show("uten-nett", !navigator.onLine);
  addEventListener("online", offline);
  addEventListener("offline", offline);

  const prepare = (root) => {
    each(root, "[data-limit]", count);
    each(root, "[data-unfold], [data-finder]", (niceties) => { niceties.hidden = false; });
    focusSummary(root);
  };
  document.addEventListener("DOMContentLoaded", () => {
    prepare(document);
    offline();
    unfold();
  });
  document.addEventListener("htmx:after:swap", () => prepare(document));
})();
