import { h } from "../dom";
import { words } from "./words";

/** The six stops from request to follow-up, with the one that this paper belongs to; nothing for a paper beside the road. */
export function road(letter: string): HTMLElement | null {
  const { label, stops } = words.road;
  const here = stops.findIndex(({ letters }) => letters.includes(letter));
  if (here < 0) return null;
  return h(
    "ol",
    { class: "road", role: "list", "aria-label": label },
    ...stops.map(({ name }, index) => h("li", index === here ? { "aria-current": "step" } : {}, name)),
  );
}
