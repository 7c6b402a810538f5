// Tries the widget in a real Chromium against the real program:
//   node tests/browser/run.mjs [--program build/release/anteroom] [--practice DIR] [--jobs 3] [--seed N] [--slower 10] [part of a walk's name]
// Screenshots go to build/screenshots. Ends with 1 if a walk fails. --slower: pages run that many times slower, to see that no walk depends
// on a quick machine.
import { mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { kPatience, within } from "./patience.mjs";
import { Server } from "./server.mjs";
import { keepSocketsInSight } from "./sockets.mjs";
import { keyboard } from "./walks/keyboard.mjs";
import { outage } from "./walks/outage.mjs";
import { privacy } from "./walks/privacy.mjs";
import { states } from "./walks/states.mjs";
import { talks } from "./walks/talks.mjs";
import { wire } from "./walks/wire.mjs";

const walks = { ...wire, ...talks, ...keyboard, ...privacy, ...outage, ...states };

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const { values, positionals } = parseArgs({
  options: {
    program: { type: "string", default: join(root, "build/release/anteroom") },
    practice: { type: "string", default: join(root, "flows/practices/lakeside") },
    chromium: { type: "string", default: process.env.CHROMIUM ?? "/usr/bin/chromium" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    jobs: { type: "string", default: "3" },
    slower: { type: "string", default: "1" },
    screenshots: { type: "string", default: join(root, "build/screenshots") },
  },
  allowPositionals: true,
});

const kLongestWalk = 30 * 60_000;

const kFlags =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

// What is said of a breach of the policy by the browser itself is a failure, also where its console is silent.
const kHearViolations = () =>
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) =>
    console.error(`policy: ${violatedDirective} ${blockedURI} ${sourceFile}`),
  );

async function slowDown(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: Number(values.slower) });
}

class Fixture {
  constructor(browser) {
    this.browser = browser;
    this.server = new Server(values.program, values.practice);
    this.seed = Number(values.seed);
    this.complaints = [];
    this.contexts = [];
    this.expected = [/WebSocket connection to .* failed/]; // the connections that a walk itself breaks
    this.origins = []; // of other servers that the walk has started: a clinic's page, a proxy
  }

  async page(options) {
    const context = await this.browser.newContext(options);
    this.contexts.push(context);
    context.setDefaultTimeout(kPatience);
    context.on("page", (page) => this.listen(page));
    if (values.slower !== "1") context.on("page", slowDown);
    context.on("request", (request) => this.asked(request.url()));
    await context.addInitScript(kHearViolations);
    await keepSocketsInSight(context);
    return context.newPage();
  }

  // A complaint of the browser that belongs to what the walk does.
  expects(pattern) {
    this.expected.push(pattern);
  }

  // No request ever goes to another origin.
  asked(url) {
    const { protocol, host } = new URL(url);
    const ours = [this.server.url, ...this.origins].map((one) => new URL(one).host);
    const isOurs = ["data:", "blob:", "about:"].includes(protocol) || ours.includes(host);
    if (!isOurs) this.complaints.push(`a request to another origin: ${url}`);
  }

  listen(page) {
    page.on("websocket", (socket) => this.asked(socket.url()));
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("console", (message) => {
      const isBad = message.type() === "error" || message.type() === "warning";
      if (isBad && !this.expected.some((one) => one.test(message.text()))) this.complaints.push(message.text());
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
  const begun = Date.now();
  try {
    await fixture.server.start();
    await within(kLongestWalk, () => walks[name](fixture));
    if (fixture.complaints.length > 0) throw new Error(`the browser complains:\n${fixture.complaints.join("\n")}`);
    console.log(`ok      ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
    return true;
  } catch (error) {
    console.log(`FAILED  ${name}\n${error.stack}`);
    const page = fixture.contexts.at(-1)?.pages().at(-1);
    const shot = () => fixture.shot(page, `failed_${name.replace(/\W+/g, "_").slice(0, 40)}`);
    if (page) await within(kPatience, shot).catch(() => {});
    return false;
  } finally {
    await fixture.end();
  }
}

mkdirSync(values.screenshots, { recursive: true });
const browser = await chromium.launch({
  executablePath: values.chromium,
  args: kFlags.split(" "),
  timeout: kPatience,
});
const wanted = Object.keys(walks).filter((name) => positionals.every((part) => name.includes(part)));
const results = [];
const queue = [...wanted];
const work = async () => {
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) results.push(await tried(browser, name));
};
await Promise.all(Array.from({ length: Number(values.jobs) }, work));
await browser.close();
const failed = results.filter((isFine) => !isFine).length;
console.log(failed > 0 ? `${failed} of ${wanted.length} failed` : `all ${wanted.length} are fine`);
process.exit(failed > 0 || wanted.length === 0 ? 1 : 0);
