/** Follows the system, unless the page decides with `data-theme="light"` or `"dark"`. Returns a function that stops. */
export function followTheme(root: HTMLElement, wanted: string | undefined): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = (): void => {
    root.dataset.theme = wanted === "light" || wanted === "dark" ? wanted : system.matches ? "dark" : "light";
  };
  apply();
  system.addEventListener("change", apply);
  return () => system.removeEventListener("change", apply);
}
