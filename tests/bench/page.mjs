// What the chat costs a page: bytes of launcher and panel, and the time until a visitor can press the button and reads the
// first words, on a processor slowed down four times.
//   node tests/bench/page.mjs --program build/release/anteroom --dist build/release/web_widget/dist
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { Server } from "../../web_widget/tests/browser/server.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const { chromium } = createRequire(join(root, "web_widget/package.json"))("playwright-core");
const { values } = parseArgs({
  options: {
    program: { type: "string", default: join(root, "build/release/anteroom") },
    practice: { type: "string", default: join(root, "flows/practices/lakeside") },
    dist: { type: "string", default: join(root, "build/release/web_widget/dist") },
    chromium: { type: "string", default: process.env.CHROMIUM ?? "/usr/bin/chromium" },
  },
});

const kSlower = 4;
const kTimes = 7;
const kFlags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];

const aims = [];
const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

function sizes() {
  console.log("\n### What the page loads\n\n| what | bytes | gzipped |\n| --- | ---: | ---: |");
  const parts = [
    ["launcher (widget.js)", ["widget.js"], 5],
    ["panel, once it is opened (html, css, js)", ["panel.html", "panel.css", "panel.js"], 20],
  ];
  for (const [what, files, most] of parts) {
    const bytes = files.map((file) => readFileSync(join(values.dist, file)));
    const plain = bytes.reduce((sum, one) => sum + one.length, 0);
    const zipped = bytes.reduce((sum, one) => sum + gzipSync(one, { level: 9 }).length, 0);
    console.log(`| ${what} | ${plain.toLocaleString("en")} | ${zipped.toLocaleString("en")} |`);
    aims.push([what, `≤ ${most} kB gz`, `${(zipped / 1000).toFixed(1)} kB`, zipped <= most * 1000]);
  }
}

// In the page, from the first byte of the navigation: when the launcher's button can be pressed.
const launcherReady = () =>
  new Promise((done) => {
    const look = () => {
      const button = document.querySelector("anteroom-chat")?.shadowRoot?.querySelector("button");
      if (button && button.getBoundingClientRect().width > 0) done(performance.now());
      else requestAnimationFrame(look);
    };
    look();
  });

async function visit(browser, url) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: kSlower });
  await page.goto(url, { waitUntil: "commit" });
  const ready = await page.evaluate(launcherReady);
  const pressed = Date.now();
  await page.evaluate(() => document.querySelector("anteroom-chat").shadowRoot.querySelector("button").click());
  const isPanel = (frame) => frame.url().endsWith("/panel.html");
  while (!page.frames().some(isPanel)) await new Promise((go) => setTimeout(go, 2));
  await page.frames().find(isPanel).waitForSelector("#log li");
  const greeted = Date.now() - pressed;
  await context.close();
  return { ready, greeted };
}

async function times() {
  const server = new Server(values.program, values.practice);
  await server.start();
  const browser = await chromium.launch({ executablePath: values.chromium, args: kFlags });
  const visits = [];
  try {
    for (let i = 0; i < kTimes; ++i) visits.push(await visit(browser, server.url));
  } finally {
    await browser.close();
    await server.end();
  }
  console.log(`\n### On a processor ${kSlower} times slower, first visit, median of ${kTimes}\n\n| what | ms |\n| --- | ---: |`);
  console.log(`| from navigation to a launcher that can be pressed | ${Math.round(median(visits.map((one) => one.ready)))} |`);
  console.log(`| from the press to the first words in the panel | ${Math.round(median(visits.map((one) => one.greeted)))} |`);
}

sizes();
await times();
console.log("\n| aim | wanted | found | |\n| --- | ---: | ---: | ---: |");
for (const [what, wanted, found, met] of aims) console.log(`| ${what} | ${wanted} | ${found} | ${met ? "met" : "**missed**"} |`);
