// Small comforts. Every page is whole without them.
for (const element of document.querySelectorAll("[data-needs-script]")) element.hidden = false;
// The card asks the same, so the form beside it stays folded until it is asked for.
for (const fold of document.querySelectorAll("[data-folds]")) fold.open = location.hash === "#formular";

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  if (!button) return;
  if ("openChat" in button.dataset) document.querySelector("sip-guiden")?.open();
  if ("print" in button.dataset) print();
  if ("copy" in button.dataset) void copy(button);
  if ("listen" in button.dataset) listen(button);
  if ("forgetPlace" in button.dataset) forgetPlace(button);
});

async function copy(button) {
  const text = parts(button).map((part) => part.innerText.trim()).join("\n\n");
  const status = button.parentElement.querySelector("[data-copied]");
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = status.dataset.copied;
  } catch {
    getSelection()?.selectAllChildren(parts(button)[0]);
  }
}

/** The elements whose text a button copies or reads; it names their ids. */
function parts(button) {
  return (button.dataset.copy ?? button.dataset.listen).split(" ").map((id) => document.getElementById(id));
}

// A page is read aloud only by a voice in the computer itself; else the text would be sent to somebody.
for (const button of document.querySelectorAll("[data-listen]")) {
  showIfVoice(button);
  globalThis.speechSynthesis?.addEventListener?.("voiceschanged", () => showIfVoice(button));
}
addEventListener("pagehide", () => globalThis.speechSynthesis?.cancel());

function localVoice() {
  return globalThis.speechSynthesis
    ?.getVoices()
    .find((voice) => voice.localService && /^sv\b/i.test(voice.lang));
}

function showIfVoice(button) {
  button.hidden = !localVoice();
}

/** Reads a paragraph at a time, or stops what is being read. */
function listen(button) {
  const { stop, start } = button.dataset;
  const reading = button.textContent === stop;
  speechSynthesis.cancel();
  button.textContent = start;
  if (reading) return;
  const voice = localVoice();
  const texts = parts(button).flatMap((part) => part.innerText.split("\n").filter((text) => text.trim()));
  for (const [number, text] of texts.entries()) {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    if (number === texts.length - 1) utterance.onend = () => (button.textContent = start);
    speechSynthesis.speak(utterance);
  }
  button.textContent = stop;
}

// The municipality of the visit, kept in this tab alone; the same key as in src/place-memory.ts.
const PLACE = "sip-guiden-place";
const found = document.querySelector("[data-place]");
if (found) keepPlace({ code: found.dataset.place, name: found.dataset.placeName });
const place = keptPlace();
for (const field of document.querySelectorAll("[data-place-of-visit]")) {
  if (!place.name) break;
  if (!field.value) field.value = place.name;
  field.parentElement.querySelector("[data-place-kept]").hidden = field.value !== place.name;
}

function keptPlace() {
  try {
    return JSON.parse(sessionStorage.getItem(PLACE)) ?? {};
  } catch {
    return {};
  }
}

/** The chat is told with its next message, when this is news to it. */
function keepPlace(place) {
  if (place.code === (keptPlace().code ?? "")) return;
  try {
    sessionStorage.setItem(PLACE, JSON.stringify({ ...place, told: false }));
    dispatchEvent(new Event("sip:place"));
  } catch {
    // Nothing is remembered where the browser refuses storage.
  }
}

function forgetPlace(button) {
  const field = button.closest(".field").querySelector("input");
  keepPlace({ code: "", name: "" });
  button.closest("[data-place-kept]").hidden = true;
  field.value = "";
  field.focus();
}
