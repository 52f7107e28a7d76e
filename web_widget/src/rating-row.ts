import { answerTexts } from "./answer-texts";
import { button, h, uniqueId } from "./dom";

const words = answerTexts.rating;

/** "Hjälpte svaret?" with two quiet buttons. `rate` resolves to false when it was not counted. */
export function ratingRow(rate: (helped: boolean) => Promise<boolean>): HTMLElement {
  const question = h("span", { id: uniqueId("rating") }, words.question);
  const row = h("div", {
    class: "rating",
    part: "rating",
    role: "group",
    tabindex: -1,
    "aria-labelledby": question.id,
  });
  let pressed = false;
  const press = async (helped: boolean): Promise<void> => {
    if (pressed) return;
    pressed = true;
    pressed = await rate(helped);
    if (!pressed) return;
    const focused = row.matches(":focus-within");
    row.replaceChildren(h("span", { id: question.id }, words.thanks));
    if (focused) row.focus({ preventScroll: true });
  };
  row.append(
    question,
    button(words.yes, () => void press(true)),
    button(words.no, () => void press(false)),
  );
  return row;
}
