const COVERS = "(max-width: 30em), (max-height: 30em)";
const LOW_PX = 480;

/**
 * On a small screen the open panel covers the page, and is as high as what a keyboard on the screen leaves in sight.
 * The page under it is out of reach for keyboard and screen reader, so that no focus is hidden, and Esc closes from
 * anywhere: it is a modal dialog. All is given back when the panel closes.
 */
export class Covering {
  private readonly small = matchMedia(COVERS);
  private covered: HTMLElement[] = [];
  private open = false;
  private covers = false;

  constructor(
    private readonly host: HTMLElement,
    private readonly root: HTMLElement,
    private readonly panel: HTMLElement,
    private readonly close: () => void,
  ) {
    this.small.addEventListener("change", () => this.apply());
  }

  set(open: boolean): void {
    this.open = open;
    this.apply();
  }

  private apply(): void {
    this.covers = this.open && this.small.matches;
    for (const element of this.covered) element.inert = false;
    this.covered = this.covers ? this.around() : [];
    for (const element of this.covered) element.inert = true;
    this.panel.role = this.covers ? "dialog" : null;
    this.panel.ariaModal = this.covers ? "true" : null;
    const change = this.covers ? "addEventListener" : "removeEventListener";
    document[change]("keydown", this.escaped);
    window.visualViewport?.[change]("resize", this.fit);
    window.visualViewport?.[change]("scroll", this.fit);
    this.fit();
  }

  /** Keys within the widget never come here: its own Esc stops there. */
  private readonly escaped = (event: Event): void => {
    if ((event as KeyboardEvent).key === "Escape") this.close();
  };

  /** Neither iOS nor Android changes the page's height for the keyboard; only the visual viewport tells. */
  private readonly fit = (): void => {
    const seen = window.visualViewport;
    const fits = !!seen && this.covers && Math.abs(seen.scale - 1) < 0.01;
    const { style, classList } = this.root;
    style.setProperty("--seen-height", fits ? `${seen.height}px` : "");
    style.setProperty("--seen-top", fits ? `${seen.offsetTop}px` : "");
    classList.toggle("low", fits && seen.height < LOW_PX && innerHeight > LOW_PX);
  };

  /** Everything on the page that holds neither the widget nor is inert already. */
  private around(): HTMLElement[] {
    const found: HTMLElement[] = [];
    for (let inside: HTMLElement | null = this.host; inside?.parentElement; inside = inside.parentElement) {
      if (inside === document.body) break;
      for (const other of inside.parentElement.children)
        if (other !== inside && other instanceof HTMLElement && !other.inert) found.push(other);
    }
    return found;
  }
}
