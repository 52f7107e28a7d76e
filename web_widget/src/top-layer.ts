/**
 * Puts the docked widget above everything the page has, whatever its z-index, and outside its transforms.
 * Not modal: the page stays usable. Browsers without popovers rely on the z-index.
 */
export function lift(root: HTMLElement): void {
  if (typeof root.showPopover !== "function") return;
  root.popover = "manual";
  root.showPopover();
}
