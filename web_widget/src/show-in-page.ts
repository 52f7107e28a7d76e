/** Within a page the panel may be longer than the window. The page is moved only for the one who writes here. */
export function showInPage(item: HTMLElement): void {
  if (!item.closest(".inline") || !(item.getRootNode() as ShadowRoot).activeElement) return;
  const { top } = item.getBoundingClientRect();
  if (top < 0 || top > innerHeight * 0.7) item.scrollIntoView();
}
