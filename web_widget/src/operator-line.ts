import { h } from "./dom";
import { fill } from "./fill";
import { texts } from "./texts";

interface Operator {
  name: string;
  logo?: string;
}

/** Who offers the service: what the page says on the element, else what the service knows of the municipality. */
async function operatorOf(
  { name, municipality = "" }: DOMStringMap,
  origin: string,
): Promise<Operator | null> {
  if (name) return { name };
  const address = `${origin}/api/operator?kommun=${encodeURIComponent(municipality)}`;
  const response = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" });
  return response.ok ? ((await response.json()) as Operator | null) : null;
}

/** The line under the widget's name; empty, and hidden, until somebody is known. `shown` is told the name. */
export function operatorLine(
  element: HTMLElement,
  origin: () => string,
): { line: HTMLElement; find(): void } {
  const line = h("p", { class: "fine operator", part: "operator", hidden: true });
  let asked = false;
  const find = (): void => {
    if (asked) return;
    asked = true;
    operatorOf(element.dataset, origin()).then(
      (operator) => {
        if (!operator) return;
        const { logo } = element.dataset;
        line.append(
          ...(logo ? [h("img", { src: logo, alt: "" })] : []),
          fill(texts.from, { name: operator.name }),
        );
        line.hidden = false;
      },
      () => undefined,
    );
  };
  return { line, find };
}
