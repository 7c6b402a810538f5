// What the built pages weigh, and that they fit a policy without inline code and without other origins.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";

let dist = "";
before(() => {
  dist = mkdtempSync(join(tmpdir(), "anteroom_pages_"));
  const built = spawnSync(process.execPath, ["web_widget/build.mjs", "--outdir", dist], { encoding: "utf8" });
  assert.equal(built.status, 0, built.stderr);
});
after(() => rmSync(dist, { recursive: true }));

const page = (name: string) => readFileSync(join(dist, name), "utf8");
const zipped = (...names: string[]) => names.reduce((sum, name) => sum + gzipSync(page(name)).length, 0);

test("the launcher weighs at most 5 kB, the panel at most 20 kB (gzip)", () => {
  assert.ok(zipped("widget.js") <= 5_000, `${zipped("widget.js")}`);
  assert.ok(
    zipped("panel.html", "panel.css", "panel.js") <= 20_000,
    `${zipped("panel.html", "panel.css", "panel.js")}`,
  );
});

test("no page has inline code or style, or loads from elsewhere", () => {
  for (const name of ["panel.html", "demo.html"]) {
    const html = page(name);
    assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|javascript:/i, name);
    assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)/i, name);
    assert.doesNotMatch(html, /(?:src|href)="(?:https?:)?\/\//i, name);
  }
});

test("no script makes markup from text, keeps anything beyond the tab, or names another origin", () => {
  for (const name of ["widget.js", "panel.js", "demo.js"]) {
    const script = page(name);
    assert.doesNotMatch(script, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/, name);
    assert.doesNotMatch(script, /localStorage|indexedDB|document\.cookie|sendBeacon|XMLHttpRequest|fetch\(/, name);
    assert.doesNotMatch(script.replaceAll("http://www.w3.org/2000/svg", ""), /["'`](?:https?|wss?):\/\/[a-z]/, name);
  }
  assert.doesNotMatch(page("widget.js"), /sessionStorage|WebSocket/);
});

test("the pages that the build makes are those that the program embeds", () => {
  const listed = /foreach\(NAME ([^)]*)\)/
    .exec(readFileSync("web_widget/CMakeLists.txt", "utf8"))?.[1]
    ?.split(" ")
    .sort();
  assert.deepEqual(readdirSync(dist).sort(), listed);
});
