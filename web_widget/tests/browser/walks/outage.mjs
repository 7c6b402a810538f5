// The server is gone for a while: the panel says so, and whom to call; what is written meanwhile can be taken back, and goes out in order.
import assert from "node:assert/strict";
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

const saidAtServer = async (visitor) => {
  const { lines } = await visitor.sees();
  assert.ok(lines.every(({ isUnsent }) => !isUnsent));
  return lines.filter(({ from }) => from === "visitor").map(({ text }) => text);
};

const isBack = (visitor) =>
  visitor.until(async () => {
    await visitor.page.clock.fastForward(500);
    const { lines } = await visitor.sees();
    return lines.every(({ isUnsent }) => !isUnsent) && lines.at(-1).from !== "visitor";
  }, "all lines sent");

export const outage = {
  async "gone for long: words with the practice's phone, notes with buttons, and all in order when it is back"(
    fixture,
  ) {
    const { visitor, page } = await arrive(fixture);
    await visitor.type("zero");
    await visitor.hasAnswer(2);
    await fixture.server.kill();
    await visitor.until(async () => {
      await page.clock.fastForward(500);
      return /No connection|Connecting/.test((await visitor.sees()).status);
    }, "a word about the connection");
    for (const text of ["one", "two", "three, with a mistook"]) {
      await visitor.panel.locator("#answer").fill(text);
      await visitor.panel.locator("#answer").press("Enter");
    }
    const notes = () => visitor.panel.locator("#log li.unsent .note").allInnerTexts();
    assert.deepEqual(await notes(), ["Not sent yet", "Not sent yet", "Not sent yet"]);
    await visitor.until(async () => {
      await page.clock.fastForward(5_000);
      return /\(510\) 555-0100/.test((await visitor.sees()).status);
    }, "the practice's phone");
    assert.equal(await visitor.panel.locator("#status a[href='tel:+15105550100']").count(), 1);
    const last = visitor.panel.locator("#log li.unsent").last();
    await last.getByRole("button", { name: "Edit" }).click();
    assert.equal(await visitor.panel.locator("#answer").inputValue(), "three, with a mistook");
    await visitor.panel.locator("#answer").fill("three");
    await visitor.panel.locator("#answer").press("Enter");
    await page.goto("about:blank"); // the page is left meanwhile
    await fixture.server.start();
    await page.goto(fixture.server.url);
    await page.locator("anteroom-chat").waitFor();
    await visitor.openChat();
    await isBack(visitor);
    assert.deepEqual(await saidAtServer(visitor), ["zero", "one", "two", "three"]);
    await page.reload();
    await visitor.openChat();
    await visitor.until(async () => (await visitor.sees()).lines.length > 4, "the server's history");
    assert.deepEqual(await saidAtServer(visitor), ["zero", "one", "two", "three"]);
  },

  async "Try now does not wait for the next attempt"(fixture) {
    const { visitor, page } = await arrive(fixture);
    await fixture.server.kill();
    await visitor.until(async () => {
      await page.clock.fastForward(4_000);
      return /\(510\) 555-0100/.test((await visitor.sees()).status);
    }, "the practice's phone");
    await page.clock.pauseAt(Date.now() + 24 * 3_600_000); // from here on no timer fires by itself
    await visitor.panel.locator("#answer").fill("one");
    await visitor.panel.locator("#answer").press("Enter");
    await fixture.server.start();
    await visitor.panel.getByRole("button", { name: "Try now" }).click();
    await visitor.until(async () => (await visitor.sees()).lines.every(({ isUnsent }) => !isUnsent), "the line sent");
  },

  async "a restart that is asked for (SIGTERM) costs nothing"(fixture) {
    const { visitor } = await arrive(fixture);
    await visitor.type("zero");
    await visitor.hasAnswer(2);
    await fixture.server.stop();
    await visitor.panel.locator("#answer").fill("one");
    await visitor.panel.locator("#answer").press("Enter");
    await fixture.server.start();
    await isBack(visitor);
    assert.deepEqual(await saidAtServer(visitor), ["zero", "one"]);
  },
};
