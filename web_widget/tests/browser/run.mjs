// Tries the widget in a real Chromium against the real program:
//   node tests/browser/run.mjs [--program build/release/anteroom] [--practice DIR] [part of a walk's name]
// Screenshots go to build/screenshots. Ends with 1 if a walk fails.
import { mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { Server } from "./server.mjs";
import { walks } from "./walks.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const { values, positionals } = parseArgs({
  options: {
    program: { type: "string", default: join(root, "build/release/anteroom") },
    practice: { type: "string", default: join(root, "flows/practices/lakeside") },
    chromium: { type: "string", default: process.env.CHROMIUM ?? "/usr/bin/chromium" },
    screenshots: { type: "string", default: join(root, "build/screenshots") },
  },
  allowPositionals: true,
});

const kFlags =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

// What a page complains of is a failure, but for the connections that a walk itself breaks.
const isExpected = (text) => /WebSocket connection to .* failed/.test(text);

class Fixture {
  constructor(browser) {
    this.browser = browser;
    this.server = new Server(values.program, values.practice);
    this.complaints = [];
    this.contexts = [];
  }

  async page(options) {
    const context = await this.browser.newContext(options);
    this.contexts.push(context);
    context.on("page", (page) => this.listen(page));
    return context.newPage();
  }

  listen(page) {
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("console", (message) => {
      const isBad = message.type() === "error" || message.type() === "warning";
      if (isBad && !isExpected(message.text())) this.complaints.push(message.text());
    });
  }

  // Once the page has stopped scrolling to what has the focus.
  shot = async (page, name) => {
    await page.evaluate(async () => {
      for (let before = -1; before !== scrollY;) {
        before = scrollY;
        await new Promise((resolve) => setTimeout(resolve, 120));
      }
    });
    await page.screenshot({ path: join(values.screenshots, `${name}.png`), animations: "disabled" });
  };

  async end() {
    for (const context of this.contexts) await context.close();
    await this.server.end();
  }
}

async function tried(browser, name) {
  const fixture = new Fixture(browser);
  try {
    await fixture.server.start();
    await walks[name](fixture);
    if (fixture.complaints.length > 0) throw new Error(`the browser complains:\n${fixture.complaints.join("\n")}`);
    console.log(`ok      ${name}`);
    return true;
  } catch (error) {
    console.log(`FAILED  ${name}\n${error.stack}`);
    const page = fixture.contexts.at(-1)?.pages().at(-1);
    if (page) await fixture.shot(page, `failed_${name.replace(/\W+/g, "_").slice(0, 40)}`).catch(() => {});
    return false;
  } finally {
    await fixture.end();
  }
}

mkdirSync(values.screenshots, { recursive: true });
const browser = await chromium.launch({ executablePath: values.chromium, args: kFlags.split(" ") });
const wanted = Object.keys(walks).filter((name) => positionals.every((part) => name.includes(part)));
const results = [];
for (const name of wanted) results.push(await tried(browser, name));
await browser.close();
const failed = results.filter((isFine) => !isFine).length;
console.log(failed > 0 ? `${failed} of ${wanted.length} failed` : `all ${wanted.length} are fine`);
process.exit(failed > 0 || wanted.length === 0 ? 1 : 0);
