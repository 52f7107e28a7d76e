import { button, h, uniqueId } from "./dom";
import { hasIdentityNumber } from "./identifiers";
import { problemWith } from "./sendable";
import { answerTexts } from "./answer-texts";

const words = answerTexts.saving;

export interface SaveActions {
  /** Sends the words. Resolves to what went wrong, or to nothing when the offer is over. */
  save(text: string): Promise<string>;
  decline(): void;
}

/** One quiet line that asks whether a question may be saved. Only what then stands in the field is sent, and only on "Spara". */
export function saveOffer(question: string, actions: SaveActions): HTMLElement {
  const ids = {
    form: uniqueId("saving"),
    field: uniqueId("saved"),
    note: uniqueId("note"),
    error: uniqueId("problem"),
  };
  const field = h("textarea", {
    id: ids.field,
    dir: "auto",
    rows: 3,
    "aria-describedby": `${ids.error} ${ids.note}`,
  });
  field.value = question;
  const error = h("p", { class: "error", id: ids.error, role: "alert" });
  const save = h("button", { type: "submit" }, words.save);
  const form = h(
    "form",
    { class: "saving", id: ids.form, hidden: true },
    h("label", { for: ids.field }, words.field),
    error,
    field,
    h("p", { class: "fine", id: ids.note }, words.note),
    h("p", { class: "actions" }, save, button(words.no, actions.decline)),
  );
  const show = button(
    words.show,
    () => {
      form.hidden = !form.hidden;
      show.setAttribute("aria-expanded", String(!form.hidden));
      if (form.hidden) return;
      field.focus({ preventScroll: true });
      form.scrollIntoView({ block: "nearest" });
    },
    { "aria-expanded": "false", "aria-controls": ids.form },
  );
  const tell = (problem: string): void => {
    error.textContent = problem;
    if (problem) field.focus();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (save.disabled) return;
    const text = field.value.trim();
    const problem = problemWith(text, hasIdentityNumber);
    tell(problem);
    if (problem) return;
    save.disabled = true;
    void actions.save(text).then((failed) => {
      save.disabled = false;
      tell(failed);
    });
  });
  return h(
    "li",
    { class: "offer", part: "save-offer" },
    h("p", { class: "fine" }, words.question, " ", show),
    form,
  );
}
