import { acuteLine } from "./acute-line";
import { Covering } from "./covering";
import { h, uniqueId } from "./dom";
import { Launcher } from "./launcher";
import { operatorLine } from "./operator-line";
import { PanelSize } from "./panel-size";
import { serviceOrigin } from "./script-tag";
import { shield } from "./shield";
import base from "./styles/base.css";
import chat from "./styles/chat.css";
import panel from "./styles/panel.css";
import { adopt } from "./stylesheets";
import { texts } from "./texts";
import { lift } from "./top-layer";

interface WindowEvents {
  /** The person has opened or closed it. */
  changed(open: boolean): void;
  /** The person wants to be rid of the button too. */
  dismissed(): void;
  /** True when Escape was for something inside. */
  escaped(): boolean;
  /** Somebody goes into it for the first time. */
  entered(): void;
}

/** The chat as it stands in the page: a panel that a button opens, or a part of the page where it is inline. */
export class ChatWindow {
  readonly root = h("div", { class: "root", lang: "sv", dir: "ltr" });
  private readonly id = uniqueId("panel");
  private readonly heading = h("h2", { id: `${this.id}-name`, part: "heading", tabindex: -1 }, texts.name);
  private readonly panel = h("section", {
    class: "panel",
    part: "panel",
    id: this.id,
    "aria-labelledby": this.heading.id,
  });
  private readonly size = new PanelSize(this.root);
  private readonly launcher: Launcher;
  private readonly operator: ReturnType<typeof operatorLine>;
  private readonly covering: Covering;

  constructor(
    private readonly host: HTMLElement,
    private readonly events: WindowEvents,
  ) {
    this.launcher = new Launcher(
      this.panel,
      (open) => {
        this.covering.set(open);
        if (open) this.operator.find();
        events.changed(open);
      },
      () => events.dismissed(),
    );
    this.operator = operatorLine(host, () => serviceOrigin(host), this.heading);
    this.covering = new Covering(host, this.root, this.panel, () => this.set(false));
  }

  get docked(): boolean {
    return this.host.dataset.mode !== "inline";
  }

  get hidden(): boolean {
    return this.panel.hidden;
  }

  /** Builds it, in the order it is read: name and tools, the way to acute help, then the parts given. */
  layOut(shadow: ShadowRoot, tool: HTMLElement, ...parts: HTMLElement[]): void {
    for (const css of [base, panel, chat]) adopt(shadow, css);
    const { docked } = this;
    const tools = h(
      "div",
      { class: "actions" },
      docked && this.size.toggle,
      tool,
      docked && this.launcher.close,
    );
    this.panel.append(
      h("header", { part: "header" }, this.operator.name, tools),
      acuteLine(new URL("/akut", serviceOrigin(this.host)).href),
      ...parts,
    );
    this.panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      if (!this.events.escaped() && docked) this.set(false);
    });
    this.panel.addEventListener("focusin", () => this.events.entered(), { once: true });
    shield(this.root);
    this.root.classList.add(docked ? "docked" : "inline");
    this.root.append(...(docked ? [this.launcher.corner] : []), this.panel);
    shadow.append(this.root);
    if (docked) lift(this.root);
  }

  /** The page has moved the element, or swapped its body under it. */
  settle(): void {
    if (this.docked) lift(this.root);
    this.covering.set(this.docked && !this.hidden);
  }

  /** Opens or closes as the person would. */
  set(open: boolean): void {
    this.launcher.set(open);
  }

  /** Open or closed from the beginning; without a button when the person has taken it away. */
  show(open: boolean, dismissed: boolean): void {
    this.launcher.show(open);
    this.covering.set(open && this.docked);
    if (open) this.operator.find();
    if (!(open && this.docked) && dismissed) this.launcher.corner.hidden = true;
  }

  focus(): void {
    this.heading.focus({ preventScroll: true });
  }

  /** Leaves the page as it was. */
  release(): void {
    this.covering.set(false);
  }
}
