import type { SipGuidenEvents } from "../types/widget";

/** Sends a typed event that leaves the shadow root. Never carries what the person wrote. */
export function emit<K extends keyof SipGuidenEvents>(
  target: HTMLElement,
  type: K,
  detail: SipGuidenEvents[K] extends CustomEvent<infer D> ? D : never,
): void {
  target.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}
