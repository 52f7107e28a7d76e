import { h } from "./dom";
import { mark } from "./mark";

/** Who offers the service: what the page says on the element, else what the service knows of the municipality. */
async function operatorOf(
  { name, municipality = "" }: DOMStringMap,
  origin: string,
): Promise<string | undefined> {
  if (name) return name;
  const address = `${origin}/api/operator?kommun=${encodeURIComponent(municipality)}`;
  const response = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" });
  return ((await response.json()) as { name?: string } | null)?.name;
}

/** The widget's name with our mark; once somebody is known, the line says who, and their arms take the mark's place. */
export function operatorLine(
  element: HTMLElement,
  origin: () => string,
  heading: HTMLElement,
): { name: HTMLElement; find(): void } {
  const line = h("p", { class: "fine operator", part: "operator", hidden: true });
  const picture = mark();
  let asked: Promise<void> | undefined;
  const find = (): void => {
    asked ??= operatorOf(element.dataset, origin()).then(
      (operator = "") => {
        const { logo } = element.dataset;
        if (operator && logo) picture.replaceWith(h("img", { src: logo, alt: "" }));
        line.append(operator);
        line.hidden = !operator;
      },
      () => undefined,
    );
  };
  return { name: h("div", { class: "name" }, picture, h("div", {}, heading, line)), find };
}
