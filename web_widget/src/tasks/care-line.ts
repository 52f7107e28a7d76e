import { h } from "../dom";
import { formatted } from "../messages";

const PAUSE = 700; // milliseconds

/**
 * Meets danger and distress in what is written in the form itself: words of care below the field, as soon as the
 * writer pauses. Nothing is sent, moved or taken away. `careOf` gives no words for what is calm.
 */
export function withCareLine(
  form: HTMLElement,
  careOf: (text: string) => string,
  speak: (text: string) => void,
): HTMLElement {
  const line = h("div", { class: "notice stack", role: "group", hidden: true });
  let said = "";
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    const care = careOf(writtenIn(form));
    if (care === said) return;
    said = care;
    line.replaceChildren(...formatted(care));
    line.hidden = !care;
    if (care) speak(line.textContent ?? "");
  };
  const soon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  form.querySelector(".actions")?.before(line);
  return form;
}

function writtenIn(form: HTMLElement): string {
  const boxes = form.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>("textarea, input[type=text]");
  return [...boxes]
    .map(({ value }) => value.trim())
    .filter(Boolean)
    .join("\n");
}
