import { describe, expect, it } from "vitest";
import { firstAddress } from "../src/own-address";

describe("the address of a module, which no script tag tells", () => {
  it.each([
    [
      "Chromium",
      "Error\n    at https://host.se/widget.js?v=1:1:42\n    at ModuleJob.run (node:internal:1:1)",
      "https://host.se/widget.js?v=1",
    ],
    [
      "Chromium, in a function",
      "Error\n    at asModule (https://host.se:8443/widget.js:3:9)",
      "https://host.se:8443/widget.js",
    ],
    ["Firefox", "@https://host.se/widget.js:1:42\n", "https://host.se/widget.js"],
    [
      "Safari",
      "module code@https://host.se/widget.js:1:42\nevaluate@[native code]",
      "https://host.se/widget.js",
    ],
    ["none", "Error\n    at <anonymous>", ""],
  ])("%s", (_, stack, address) => {
    expect(firstAddress(stack)).toBe(address);
  });
});
