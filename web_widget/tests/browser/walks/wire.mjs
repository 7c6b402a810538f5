// Exactly once on the wire: whatever breaks between the browser and the program, and whenever, each message stands once and in order,
// in the panel and at the server, and so does every answer.
import assert from "node:assert/strict";
import { pause, until, untilEqual } from "../patience.mjs";
import { Proxy } from "../proxy.mjs";
import { Tap } from "../tap.mjs";
import { Visitor } from "../visitor.mjs";
import { history, undisturbed } from "../wire.mjs";

const kDrops = 100;
const kCuts = 34; // of the drops at least: the others come while there is no connection, or are reloads
const kMessages = 40;

// A small generator: the same seed, the same drops.
function chances(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { below: (most) => Math.floor(next() * most), oneIn: (most) => next() * most < 1 };
}

// A visitor whose every byte of the chat goes through the proxy; `sent`: the frames that have left the page.
async function arriveBy(fixture) {
  const proxy = await new Proxy().open(fixture.server.url);
  fixture.origins.push(proxy.url);
  const page = await fixture.page({ viewport: { width: 1280, height: 800 } });
  const sent = [];
  page.on("websocket", (socket) => socket.on("framesent", ({ payload }) => sent.push(String(payload))));
  await page.goto(proxy.url);
  await page.locator("anteroom-chat").waitFor();
  const visitor = new Visitor(page);
  await visitor.openChat();
  return { proxy, visitor, page, sent };
}

// The network is back: browsers say so by this event.
const online = (visitor) => visitor.panel.evaluate(() => void dispatchEvent(new Event("online")));

async function say(visitor, text) {
  const field = visitor.panel.locator("#composer textarea:not([hidden]), #composer input:not([hidden])");
  await field.fill(text);
  await field.press("Enter");
  visitor.said.push(text);
}

async function reopen(visitor) {
  await visitor.page.reload();
  await visitor.openChat();
}

const isReplaced = async (visitor) => /another window/.test((await visitor.sees()).status);
const linesOf = async (visitor) => plain((await visitor.sees()).lines);
const token = (visitor) => visitor.panel.evaluate(() => sessionStorage.getItem("anteroom.resume"));
const plain = (lines) => lines.map(({ from, text }) => ({ from, text }));

// What the panel shows is what the server has, and that is what it would have had if nothing had ever broken.
async function eachOnce(fixture, visitor) {
  const lines = await linesOf(visitor);
  const resume = await token(visitor);
  const page = await fixture.page({});
  await page.goto(fixture.server.url);
  const { entries, after } = await history(page, resume);
  assert.equal(after, 0);
  const seqs = entries.map(({ seq }) => seq);
  assert.deepEqual(
    seqs,
    [...new Set(seqs)].sort((a, b) => a - b),
  );
  assert.deepEqual(lines, plain(entries), "the panel and the server's history");
  const said = entries.filter(({ from }) => from === "visitor");
  assert.deepEqual(
    said.map(({ text }) => text),
    visitor.said,
    "each message once, in order",
  );
  assert.equal(new Set(said.map(({ id }) => id)).size, said.length);
  const calm = await undisturbed(page, visitor.said);
  assert.deepEqual(plain(entries), plain(calm.entries), "every answer once, as where nothing breaks");
  await page.close();
}

// One step of the storm.
async function storm(chance, proxy, visitor) {
  const kind = chance.below(5);
  if (kind === 0) await reopen(visitor);
  if (kind === 1) proxy.cut();
  if (kind === 2) proxy.cutAfter = { up: 1 + chance.below(200) };
  if (kind === 3) proxy.cutAfter = { down: 1 + chance.below(900) };
  if (kind === 4) {
    proxy.hold(chance.oneIn(2) ? "up" : "down");
    await pause(chance.below(150));
    proxy.cut();
  }
}

export const wire = {
  async "100 random drops and reloads: each message once, in order, both ways"(fixture) {
    console.log(`        drops with --seed ${fixture.seed}`);
    const chance = chances(fixture.seed);
    const { proxy, visitor } = await arriveBy(fixture);
    for (let drop = 0; drop < kDrops; ++drop) {
      if (visitor.said.length < kMessages && (chance.oneIn(2) || kDrops - drop <= kMessages - visitor.said.length))
        await say(visitor, `message ${visitor.said.length + 1}, about my knee`);
      await pause(chance.below(60));
      await storm(chance, proxy, visitor);
      await pause(chance.below(200));
      await online(visitor);
      await pause(chance.below(300));
    }
    while (proxy.cuts < kCuts) {
      await online(visitor);
      await until(() => proxy.chats.length > 0, "a connection to cut");
      proxy.cut();
    }
    proxy.cutAfter = {};
    await online(visitor);
    await visitor.catchesUp();
    assert.equal(visitor.said.length, kMessages);
    await eachOnce(fixture, visitor);
    await reopen(visitor);
    await visitor.catchesUp();
    await eachOnce(fixture, visitor);
    assert.equal((await fixture.server.leads()).length, 3, "one case, and the two where nothing broke");
    proxy.close();
  },

  async "a reload after sending and before it is accepted; another before the answer"(fixture) {
    const { proxy, visitor, sent } = await arriveBy(fixture);
    await visitor.catchesUp();
    proxy.hold("up"); // it leaves the page and does not arrive
    await say(visitor, "Do you have MRI in Oakland?");
    await until(() => sent.some((frame) => frame.includes("MRI in Oakland")), "the message that leaves");
    await until(() => proxy.heldBytes("up") > 0, "the message on its way");
    await visitor.page.reload();
    proxy.cut();
    await visitor.openChat();
    await visitor.catchesUp();
    proxy.hold("down"); // it arrives, but no word comes back
    const before = await fixture.server.turns();
    await say(visitor, "My name is Dana Whitfield");
    await until(async () => (await fixture.server.turns()) > before, "the turn in the store");
    await until(() => proxy.heldBytes("down") > 0, "the answer on its way");
    await visitor.page.reload();
    proxy.cut();
    await visitor.openChat();
    await visitor.catchesUp();
    await eachOnce(fixture, visitor);
    proxy.close();
  },

  async "accepted, and cut before the answer; the gap is filled without a reload"(fixture) {
    const { proxy, visitor } = await arriveBy(fixture);
    await say(visitor, "Do you have MRI in Oakland?");
    await visitor.catchesUp();
    await visitor.panel.evaluate(() => (document.querySelector("#log li").dataset.mark = "kept"));
    const before = await fixture.server.turns();
    proxy.hold("down");
    await say(visitor, "My name is Dana Whitfield");
    await until(async () => (await fixture.server.turns()) > before, "the turn in the store");
    proxy.cut();
    await online(visitor);
    await visitor.catchesUp();
    assert.equal(await visitor.panel.locator("#log li[data-mark]").count(), 1, "the lines are the same elements");
    await eachOnce(fixture, visitor);
    proxy.close();
  },

  async "a history with a gap takes the place of what was held; what waits still goes out"(fixture) {
    const page = await fixture.page({});
    const tap = await Tap.on(page.context());
    await page.goto(fixture.server.url);
    const visitor = new Visitor(page);
    await visitor.openChat();
    await say(visitor, "Do you have MRI in Oakland?");
    await visitor.catchesUp();
    const before = await visitor.sees();
    tap.change = (frame) => {
      if (frame.type !== "welcome") return frame;
      tap.change = (other) => other;
      return { ...frame, after: 1_000, history: [{ seq: 1_001, from: "agent", text: "Ana here: what happened?" }] };
    };
    tap.isDeaf = true;
    await say(visitor, "It happened on the stairs");
    await until(() => tap.missed.some(({ text }) => text === "It happened on the stairs"), "the message that is lost");
    tap.isDeaf = false;
    await tap.close(1011);
    // Its place among the answers that come meanwhile is that of its seq.
    const has = async (text) => (await visitor.sees()).lines.some((line) => line.text === text);
    await until(() => has("Ana here: what happened?"), "the snapshot");
    const { lines } = await visitor.sees();
    assert.ok(!lines.some(({ text }) => text === before.lines[0].text), "what was held is gone");
    assert.ok(lines.some(({ text }) => text === "It happened on the stairs"));
    await reopen(visitor); // the server's own history is whole
    await visitor.catchesUp();
    await eachOnce(fixture, visitor);
  },

  async "two tabs of one visitor: one speaks at a time, what either says stands once, and neither takes it back by itself"(
    fixture,
  ) {
    const page = await fixture.page({});
    await page.goto(fixture.server.url);
    const one = new Visitor(page);
    await one.openChat();
    await say(one, "from the first tab");
    await one.catchesUp();
    const opening = page.waitForEvent("popup");
    await page.evaluate(() => void window.open(location.href));
    const other = new Visitor(await opening);
    await other.page.locator("anteroom-chat").waitFor();
    await other.openChat();
    await until(() => isReplaced(one), "a word about the other tab");
    await say(one, "written where nobody speaks");
    await say(other, "from the second tab");
    await other.catchesUp();
    await pause(3_000); // longer than a first reconnection takes
    assert.ok(await isReplaced(one));
    assert.ok(!(await isReplaced(other)));
    await page.bringToFront();
    await one.panel.locator("#status_action").click();
    await until(() => isReplaced(other), "a word in the second tab");
    await one.catchesUp();
    await pause(3_000);
    assert.ok(!(await isReplaced(one)));
    assert.ok(await isReplaced(other));
    one.said = ["from the first tab", "from the second tab", "written where nobody speaks"];
    await eachOnce(fixture, one);
    await other.page.bringToFront();
    await other.panel.locator("#status_action").click();
    await other.catchesUp();
    await untilEqual(() => linesOf(other), await linesOf(one), "the same lines in both");
  },
};
