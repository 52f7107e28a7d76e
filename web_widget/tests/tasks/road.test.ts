import { expect, it } from "vitest";
import { road } from "../../src/tasks/road";

it.each([
  ["request", "Begäran"],
  ["reminder", "Svar"],
  ["reasons", "Svar"],
  ["prepare", "Förberedelse"],
  ["followup", "Uppföljning"],
])("%s stands at %s on the road", (letter, stop) => {
  const stops = [...road(letter)!.querySelectorAll("li")];
  expect(stops).toHaveLength(6);
  const here = stops.filter((one) => one.getAttribute("aria-current") === "step");
  expect(here.map(({ textContent }) => textContent)).toEqual([stop]);
});

it("a letter that may be needed anywhere says nothing of the road", () => {
  expect(road("withdrawal")).toBeNull();
});
