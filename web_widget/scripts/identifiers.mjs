// The browser's verdict on a JSON list of texts, for bot/tools/identifier_errors.py.
import { readFileSync } from "node:fs";
import { build } from "esbuild";

const made = await build({
  entryPoints: ["src/identifiers.ts"],
  bundle: true,
  format: "esm",
  write: false,
});
const [code] = made.outputFiles;
const { hasIdentityNumber } = await import(`data:text/javascript,${encodeURIComponent(code.text)}`);
const texts = JSON.parse(readFileSync(process.argv[2], "utf8"));
console.log(JSON.stringify(texts.map(hasIdentityNumber)));
