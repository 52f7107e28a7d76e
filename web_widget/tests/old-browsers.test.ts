// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import { expect, test } from "vitest";

const FOLDERS = ["dist", "pages"].map((name) => new URL(`../${name}/`, import.meta.url));
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".js"))
    .map((name) => new URL(name, folder)),
);

const written = (code: string, target: string): string =>
  transformSync(code, { target, charset: "utf8", minify: true }).code;

test.each(FILES.map((file) => [file.pathname.split("/").slice(-2).join("/"), file] as const))(
  "the oldest browsers that are promised can read %s",
  (_, file) => {
    const code = readFileSync(file, "utf8");
    expect(written(code, "es2020")).toBe(written(code, "esnext"));
  },
);
