// Bundles tests/*.test.ts into the build folder and runs them with node's own test runner, from the project's root.
//   node tests/run.mjs [--outdir DIR] [name of one test file]
import { spawnSync } from "node:child_process";
import { readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
const { values, positionals } = parseArgs({
  options: { outdir: { type: "string", default: join(root, "build/web_widget_tests") } },
  allowPositionals: true,
});
const outdir = resolve(values.outdir);
const isWanted = (name) => name.endsWith(".test.ts") && positionals.every((part) => name.includes(part));
const names = (await readdir(here)).filter(isWanted);
if (names.length === 0) throw new Error("no such test");

await build({
  entryPoints: names.map((name) => join(here, name)),
  outdir,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  sourcemap: "inline",
  loader: { ".css": "text" },
});
const files = names.map((name) => join(outdir, name.replace(/\.ts$/, ".mjs")));
const run = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...files], { cwd: root, stdio: "inherit" });
process.exit(run.status ?? 1);
