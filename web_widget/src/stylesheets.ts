/** Adds CSS to a shadow root as a constructed stylesheet, which a strict content security policy allows. */
export function adopt(root: ShadowRoot, css: string): void {
  if ("adoptedStyleSheets" in root) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return;
  }
  // Safari before 16.4 has no constructed stylesheets.
  const style = document.createElement("style");
  style.textContent = css;
  (root as ShadowRoot).append(style);
}
