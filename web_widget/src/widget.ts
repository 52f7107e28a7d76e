import { SipGuiden } from "./element";
import { createFromScriptTag } from "./script-tag";

if (!customElements.get("sip-guiden")) customElements.define("sip-guiden", SipGuiden);
createFromScriptTag();
