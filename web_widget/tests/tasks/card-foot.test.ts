import { expect, it } from "vitest";
import { cardFoot } from "../../src/tasks/card-foot";
import { words } from "../../src/tasks/words";

const NOTHING = { pause: () => undefined, saveFile: () => undefined, openFile: () => undefined };

it("says that the answers stay in the tab only where the browser keeps them", () => {
  expect(cardFoot("draft", false, NOTHING).textContent).toContain(words.stays);
  const unkept = cardFoot("draft", true, NOTHING).textContent ?? "";
  expect(unkept).toContain(words.unkept);
  expect(unkept).not.toContain(words.stays);
  expect(unkept).toContain(words.privacy.draft);
});
