import { h } from "./dom";
import { texts } from "./texts";

/** Whom to call when it cannot wait: always in sight, whatever is recognised. `page`: where more stands. */
export function acuteLine(page: string): HTMLElement {
  return h(
    "p",
    { class: "acute", part: "acute" },
    h("a", { href: page, target: "_blank", rel: "noopener" }, texts.acute),
    ` ${texts.acuteCall} `,
    h("a", { href: "tel:112" }, "112"),
    ` · ${texts.acuteAdvice} `,
    h("a", { href: "tel:1177" }, "1177"),
  );
}
