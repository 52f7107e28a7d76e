const SVG = "http://www.w3.org/2000/svg";

/** A picture that says nothing new, made of paths. */
export function drawing(viewBox: string, ...paths: Record<string, string>[]): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", viewBox);
  svg.setAttribute("aria-hidden", "true");
  for (const attributes of paths) {
    const path = document.createElementNS(SVG, "path");
    for (const [name, value] of Object.entries(attributes)) path.setAttribute(name, value);
    svg.append(path);
  }
  return svg;
}

/** Two circles that meet: the municipality, the health service, and the person's plan. */
export function mark(): SVGElement {
  return drawing(
    "0 0 48 32",
    { class: "mark-a", d: "M3 16a14 14 0 0 1 28 0a14 14 0 0 1-28 0z" },
    { class: "mark-b", d: "M17 16a14 14 0 0 1 28 0a14 14 0 0 1-28 0z" },
    { class: "mark-c", d: "M24 3.9a14 14 0 0 1 0 24.2a14 14 0 0 1 0-24.2z" },
  );
}
