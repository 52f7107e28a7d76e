// Builds dist/widget.js, dist/chat.js, dist/tasks.js and dist/word.js. With --check: fails when the committed files are stale or too big.
import { createHash } from "node:crypto";
import { readFile, writeFile, mkdir } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";

const BUDGET_GZIP = { "widget.js": 15_000, "chat.js": 10_000, "tasks.js": 23500, "word.js": 12_000 };
const root = new URL("..", import.meta.url);
const checking = process.argv.includes("--check");

const minifiedCss = {
  name: "minified-css-as-text",
  setup(builder) {
    builder.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true });
      // esbuild keeps the spaces in custom properties.
      return { contents: code.replace(/(--[\w-]+): /g, "$1:").replace(/, (?=#)/g, ","), loader: "text" };
    });
  },
};

async function bundle(entry, format, define = {}) {
  const result = await build({
    absWorkingDir: root.pathname,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format,
    target: ["es2020"],
    charset: "utf8",
    legalComments: "none",
    define,
    plugins: [minifiedCss],
  });
  return result.outputFiles[0].text;
}

async function deliver(name, text) {
  const path = new URL(`dist/${name}`, root);
  const size = gzipSync(text, { level: 9 }).length;
  console.log(`${name}: ${text.length} characters, ${size} bytes gzipped`);
  if (size > BUDGET_GZIP[name]) throw new Error(`${name} is over its budget of ${BUDGET_GZIP[name]} bytes gzipped`);
  if (!checking) return writeFile(path, text);
  if ((await readFile(path, "utf8").catch(() => "")) !== text) throw new Error(`dist/${name} is stale: run npm run build`);
}

await mkdir(new URL("dist/", root), { recursive: true });
const versionOf = (text) => createHash("sha256").update(text).digest("hex").slice(0, 12);
const word = await bundle("src/tasks/letter/word.ts", "esm");
const tasks = await bundle("src/tasks/index.ts", "esm", { WORD_VERSION: JSON.stringify(versionOf(word)) });
await deliver("word.js", word);
await deliver("tasks.js", tasks);
const chat = await bundle("src/chat.ts", "esm");
await deliver("chat.js", chat);
const versions = { TASKS_VERSION: versionOf(tasks), CHAT_VERSION: versionOf(chat) };
const defined = Object.fromEntries(Object.entries(versions).map(([name, version]) => [name, JSON.stringify(version)]));
await deliver("widget.js", await bundle("src/widget.ts", "iife", defined));
