// How heavy this widget is beside its peers: each is fetched from the npm registry and bundled in the same way.
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

const PEERS = { "rasa-webchat": "1.0.1", "deep-chat": "2.4.2", "botframework-webchat": "4.18.1" };
const COMPANIONS = { "rasa-webchat": ["react@16", "react-dom@16"] };
// Bot Framework's parts need install scripts, so its ready-made bundle is taken as published.
const READY_MADE = { "botframework-webchat": "dist/webchat.js" };
const dist = new URL("../dist/", import.meta.url);

const rows = [];
const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(8);
const row = (name, bytes) =>
  rows.push(`| ${name} | ${kilobytes(bytes.length)} | ${kilobytes(gzipSync(bytes, { level: 9 }).length)} | ${kilobytes(brotliCompressSync(bytes).length)} |`);

async function bundled(name, version) {
  const folder = await mkdtemp(join(tmpdir(), "peer-"));
  try {
    await writeFile(join(folder, "package.json"), "{}");
    const packages = [`${name}@${version}`, ...(COMPANIONS[name] ?? [])];
    execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps", ...packages], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
    if (READY_MADE[name]) return await readFile(join(folder, "node_modules", name, READY_MADE[name]));
    await writeFile(join(folder, "entry.js"), `import * as peer from "${name}"; globalThis.peer = peer;`);
    const { outputFiles } = await build({
      absWorkingDir: folder,
      entryPoints: ["entry.js"],
      bundle: true,
      minify: true,
      write: false,
      outdir: "out",
      format: "iife",
      platform: "browser",
      define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
      loader: { ".css": "css", ".svg": "dataurl", ".png": "dataurl" },
      logLevel: "error",
    });
    return Buffer.concat(outputFiles.map(({ contents }) => contents));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const own = await Promise.all(["widget.js", "chat.js", "tasks.js"].map((name) => readFile(new URL(name, dist))));
row("this widget", own[0]);
row("this widget with the tasks, loaded when one is opened", Buffer.concat(own));
for (const [name, version] of Object.entries(PEERS)) row(`${name} ${version}`, await bundled(name, version));
console.log(["| kB | minified | gzip | brotli |", "|---|---|---|---|", ...rows].join("\n"));
