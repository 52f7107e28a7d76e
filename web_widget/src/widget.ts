import { SipGuiden } from "./element";
import { plainLinks } from "./plain-link";
import { createFromScriptTag } from "./script-tag";

/** Some old browsers read this file but lack what the element is made of; making one is the surest test. */
function works(): boolean {
  try {
    if (!customElements.get("sip-guiden")) {
      customElements.define("sip-guiden", SipGuiden);
      new SipGuiden();
    }
    return true;
  } catch {
    return false;
  }
}

if (works()) createFromScriptTag(() => document.createElement("sip-guiden"));
else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", plainLinks);
else plainLinks();
