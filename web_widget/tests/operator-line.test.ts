import { afterEach, describe, expect, it, vi } from "vitest";
import { operatorLine } from "../src/operator-line";

const ORIGIN = "https://sip.example";

function header(dataset: Record<string, string>): HTMLElement {
  const element = document.createElement("div");
  Object.assign(element.dataset, dataset);
  const { name, find } = operatorLine(element, () => ORIGIN, document.createElement("h2"));
  find();
  find();
  return name;
}

afterEach(() => vi.unstubAllGlobals());

describe("who offers the chat", () => {
  it("is named, with the arms in place of our mark: one picture, not two", async () => {
    const name = header({ name: "Exempelkommunen", logo: "https://kommun.example/vapen.svg" });
    await vi.waitFor(() => expect(name.textContent).toBe("Exempelkommunen"));
    expect(name.querySelector("svg")).toBeNull();
    expect(name.querySelectorAll("img")).toHaveLength(1);
  });

  it("is asked for once, by the municipality of the page", async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({ name: "Kommun Ett" }));
    vi.stubGlobal("fetch", fetch);
    const name = header({ municipality: "1491" });
    await vi.waitFor(() => expect(name.querySelector("p")!.hidden).toBe(false));
    expect(fetch.mock.calls.map(([address]) => address)).toEqual([`${ORIGIN}/api/operator?kommun=1491`]);
  });

  it("keeps our mark, and no empty line, where nobody is told", async () => {
    const fetch = vi.fn(async () => Response.json(null));
    vi.stubGlobal("fetch", fetch);
    const name = header({ logo: "https://kommun.example/vapen.svg" });
    await vi.waitFor(() => expect(fetch).toHaveBeenCalled());
    await new Promise((done) => setTimeout(done));
    expect(name.querySelector("p")!.hidden).toBe(true);
    expect(name.querySelector("svg")).not.toBeNull();
  });
});
