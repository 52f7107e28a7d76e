// What somebody may be about to search for, while they write. The field is a plain search without it.
// The pattern is WAI-ARIA's combobox with a list box: focus stays in the field, the arrows choose.
const PAUSE_MS = 250;
const LEAST = 3;
const NUMBER = /(?:\d[ -]?){6}/; // a personal identity number is never sent, nor the beginning of one

for (const form of document.querySelectorAll("[data-suggests]")) suggestIn(form);

function suggestIn(form) {
  const field = form.querySelector("input");
  const place = form.querySelector("[data-suggestions]");
  const status = form.querySelector("[role=status]");
  let timer = 0;
  let asking = new AbortController();
  let quietUntil = 0;

  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"]])
    field.setAttribute(name, value);

  field.addEventListener("input", (event) => {
    stop();
    if (!event.isComposing) timer = setTimeout(ask, PAUSE_MS);
  });
  field.addEventListener("compositionend", () => (timer = setTimeout(ask, PAUSE_MS)));
  field.addEventListener("blur", stop);
  field.addEventListener("keydown", pressed);
  form.addEventListener("submit", stop);
  place.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps focus
  place.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) go(option);
  });

  /** Forgets what is shown and what is asked for. */
  function stop() {
    clearTimeout(timer);
    asking.abort();
    show("");
  }

  async function ask() {
    const typed = field.value.trim();
    if (typed.length < LEAST || NUMBER.test(typed) || Date.now() < quietUntil) return;
    asking = new AbortController();
    const body = new URLSearchParams({ q: typed });
    try {
      const answer = await fetch(form.dataset.suggests, { method: "POST", body, signal: asking.signal });
      if (answer.status === 429) quietUntil = Date.now() + 1000 * Number(answer.headers.get("Retry-After"));
      if (answer.ok) show(await answer.text());
    } catch {
      // No network, or something else has been written: the search itself still works.
    }
  }

  function show(html) {
    place.innerHTML = html;
    const list = place.firstElementChild;
    status.textContent = list?.dataset.told ?? "";
    field.setAttribute("aria-expanded", String(Boolean(list)));
    if (list) field.setAttribute("aria-controls", list.id);
    else field.removeAttribute("aria-controls");
    field.removeAttribute("aria-activedescendant");
  }

  function pressed(event) {
    const options = [...place.querySelectorAll("[role=option]")];
    if (event.isComposing || event.keyCode === 229) return;
    if (!options.length) {
      if (event.key === "ArrowDown") void ask();
      return;
    }
    const chosen = options.findIndex((option) => option.ariaSelected === "true");
    if (event.key === "Escape") stop();
    else if (event.key === "ArrowDown") choose(options, chosen + 1);
    else if (event.key === "ArrowUp") choose(options, chosen < 0 ? options.length - 1 : chosen - 1);
    else if (event.key === "Enter" && chosen >= 0) go(options[chosen]);
    else return;
    event.preventDefault();
  }

  /** Past either end nothing is chosen: Enter searches for what is written. */
  function choose(options, number) {
    for (const [own, option] of options.entries()) option.setAttribute("aria-selected", String(own === number));
    const option = options[number];
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  function go(option) {
    const { path } = option.dataset;
    stop();
    location.assign(path);
  }
}
