/** Public types of the widget. */
export interface SipGuidenEvents {
  "sip:open": CustomEvent<null>;
  "sip:close": CustomEvent<null>;
  /** The topic answered; never any text. */
  "sip:answer": CustomEvent<{ topic: string }>;
  "sip:clear": CustomEvent<null>;
}

export interface SipGuidenElement extends HTMLElement {
  /** Opens the docked panel. */
  open(): void;
  /** Closes the docked panel and returns the focus. */
  close(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "sip-guiden": SipGuidenElement;
  }
  interface HTMLElementEventMap extends SipGuidenEvents {}
  interface DocumentEventMap extends SipGuidenEvents {}
}
