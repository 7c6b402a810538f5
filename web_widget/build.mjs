// Builds the pages into --outdir (default: dist): one script each for the launcher, the panel and the demo page, no packages inside.
import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({ options: { outdir: { type: "string", default: join(here, "dist") } } });
const outdir = resolve(values.outdir);

const common = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  target: ["es2022", "chrome105", "firefox110", "safari16.4"],
};
const script = (entry, name) =>
  build({
    ...common,
    format: "iife",
    entryPoints: [entry],
    outfile: join(outdir, name),
    loader: { ".css": "text" },
    plugins: [minifiedStyles],
  });
const style = (entry, name) => build({ ...common, entryPoints: [entry], outfile: join(outdir, name) });

// A style sheet that a script imports becomes its minified text.
const minifiedStyles = {
  name: "minified-styles",
  setup(setup) {
    setup.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const made = await build({ ...common, entryPoints: [path], write: false });
      return { contents: made.outputFiles[0].text.trim(), loader: "text" };
    });
  },
};

await mkdir(outdir, { recursive: true });
await Promise.all([
  script("launcher/widget.ts", "widget.js"),
  script("panel/main.ts", "panel.js"),
  style("panel/panel.css", "panel.css"),
  copyFile(join(here, "panel/panel.html"), join(outdir, "panel.html")),
  copyFile(join(here, "icon.svg"), join(outdir, "icon.svg")),
  script("demo/demo.ts", "demo.js"),
  style("demo/demo.css", "demo.css"),
  copyFile(join(here, "demo/demo.html"), join(outdir, "demo.html")),
]);
