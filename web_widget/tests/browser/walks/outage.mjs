// The server is gone for a while: the panel says so, and whom to call; what is written meanwhile can be taken back, and goes out in order.
import assert from "node:assert/strict";
import { until, untilEqual } from "../patience.mjs";
import { isSocketClosed } from "../sockets.mjs";
import { Visitor } from "../visitor.mjs";

async function arrive(fixture) {
  const page = await fixture.page({ viewport: { width: 1280, height: 800 } });
  await page.clock.install();
  await page.goto(fixture.server.url);
  await page.locator("anteroom-chat").waitFor();
  const visitor = new Visitor(page);
  await visitor.openChat();
  return { visitor, page };
}

async function write(visitor, text) {
  await visitor.panel.locator("#answer").fill(text);
  await visitor.panel.locator("#answer").press("Enter");
}

async function saidAtServer(visitor) {
  await visitor.catchesUp();
  const { lines } = await visitor.sees();
  return lines.filter(({ from }) => from === "visitor").map(({ text }) => text);
}

// The page's clock is put forward until the panel has waited so long that it says whom to call.
const untilLate = (visitor) =>
  until(async () => {
    await visitor.page.clock.fastForward(4_000);
    return /\(510\) 555-0100/.test((await visitor.sees()).status);
  }, "the practice's phone");

export const outage = {
  async "gone for long: words with the practice's phone, notes with buttons, and all in order when it is back"(
    fixture,
  ) {
    const { visitor, page } = await arrive(fixture);
    await visitor.says("zero");
    await fixture.server.kill();
    await until(async () => {
      await page.clock.fastForward(500);
      return /No connection|Connecting/.test((await visitor.sees()).status);
    }, "a word about the connection");
    for (const text of ["one", "two", "three, with a mistook"]) await write(visitor, text);
    const notes = () => visitor.panel.locator("#log li.unsent .note span").allInnerTexts();
    await untilEqual(notes, ["Not sent yet", "Not sent yet", "Not sent yet"], "a note at each line");
    await untilLate(visitor);
    assert.equal(await visitor.panel.locator("#status a[href='tel:+15105550100']").count(), 1);
    const last = visitor.panel.locator("#log li.unsent").last();
    await last.getByRole("button", { name: "Edit" }).click();
    assert.equal(await visitor.panel.locator("#answer").inputValue(), "three, with a mistook");
    await write(visitor, "three");
    await page.goto("about:blank"); // the page is left meanwhile
    await fixture.server.start();
    await page.goto(fixture.server.url);
    await page.locator("anteroom-chat").waitFor();
    await visitor.openChat();
    assert.deepEqual(await saidAtServer(visitor), ["zero", "one", "two", "three"]);
    await page.reload();
    await visitor.openChat();
    assert.deepEqual(await saidAtServer(visitor), ["zero", "one", "two", "three"]);
  },

  async "Try now does not wait for the next attempt"(fixture) {
    const { visitor, page } = await arrive(fixture);
    await fixture.server.kill();
    await untilLate(visitor);
    await page.clock.pauseAt(Date.now() + 24 * 3_600_000); // from here on no timer fires by itself
    await until(() => isSocketClosed(visitor.panel), "the end of the last attempt");
    await write(visitor, "one");
    await fixture.server.start();
    await visitor.panel.getByRole("button", { name: "Try now" }).click();
    assert.deepEqual(await saidAtServer(visitor), ["one"]);
  },

  async "a restart that is asked for (SIGTERM) costs nothing"(fixture) {
    const { visitor } = await arrive(fixture);
    await visitor.says("zero");
    await fixture.server.stop();
    await write(visitor, "one");
    await fixture.server.start();
    assert.deepEqual(await saidAtServer(visitor), ["zero", "one"]);
  },
};
