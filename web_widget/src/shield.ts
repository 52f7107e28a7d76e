/** What happens while someone writes is nobody else's: a page's shortcuts, paste handlers and focus traps. */
const KEPT_INSIDE = [
  "keydown",
  "keypress",
  "keyup",
  "beforeinput",
  "input",
  "paste",
  "copy",
  "cut",
  "focusin",
];

/** Events of these kinds stop at `root`, after the widget itself has had them. */
export function shield(root: HTMLElement): void {
  for (const type of KEPT_INSIDE) root.addEventListener(type, (event) => event.stopPropagation());
}
