// What is tried in the browser. Each takes a fixture {browser, server, shot} and a fresh page; see run.mjs.
import assert from "node:assert/strict";
import { axeFindsNothing } from "./axe.mjs";
import { clinicPage } from "./clinic_page.mjs";
import { Visitor } from "./visitor.mjs";

const kMostAnswers = 25;

async function arrive(fixture, options = {}) {
  const page = await fixture.page({ viewport: { width: 1280, height: 800 }, ...options });
  await page.goto(fixture.server.url);
  await page.locator("anteroom-chat").waitFor();
  return new Visitor(page);
}

// Answers until staff have the request; `between(n)` happens after the n-th answer.
async function walkToHandoff({ server }, visitor, between = async () => {}) {
  for (let answers = 1; answers <= kMostAnswers; ++answers) {
    await visitor.answer();
    if (server.handoffs().length > 0) return;
    await between(answers);
  }
  assert.fail(
    `no handoff after ${kMostAnswers} answers; the last lines: ${JSON.stringify((await visitor.sees()).lines.slice(-3))}`,
  );
}

async function everythingSaidOnce(visitor) {
  const { lines } = await visitor.sees();
  assert.deepEqual(
    lines.filter(({ from }) => from === "visitor").map(({ text }) => text),
    visitor.said,
  );
}

// The page is loaded anew, and the conversation is there as it was.
async function reload(visitor) {
  const before = await visitor.sees();
  await visitor.page.reload();
  await visitor.openChat();
  await visitor.until(
    async () => (await visitor.sees()).lines.length >= before.lines.length,
    "the conversation after a reload",
  );
  const after = await visitor.sees();
  assert.deepEqual(after.lines, before.lines);
  assert.deepEqual(after.choices, before.choices);
  assert.equal(after.language, before.language);
}

// The server dies without warning while the visitor answers, and comes back.
async function killAndRestart({ server, shot }, visitor, name) {
  await server.kill();
  await visitor.until(async () => (await visitor.sees()).status !== "", "a word about the connection");
  const { lines, choices } = await visitor.sees();
  if (choices.length > 0) await visitor.choose(choices[0]);
  else await visitor.type("510 555 0134");
  await visitor.until(async () => (await visitor.sees()).lines.at(-1).isUnsent, "the line that waits");
  await shot(visitor.page, name);
  await server.start();
  await visitor.hasAnswer(lines.length + 1);
}

export const walks = {
  async "nothing is asked or stored before the chat is opened, and nothing ever of another origin"(fixture) {
    const page = await fixture.page({});
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("websocket", (socket) => asked.push(socket.url()));
    await page.goto(fixture.server.url);
    const visitor = new Visitor(page);
    await page.locator("anteroom-chat").waitFor();
    await page.waitForTimeout(500);
    assert.deepEqual(
      asked.filter((url) => /panel|chat$/.test(url)),
      [],
    );
    const stored = () => [document.cookie, localStorage.length, sessionStorage.length];
    assert.deepEqual(await page.evaluate(stored), ["", 0, 0]);
    await visitor.openChat();
    assert.ok(asked.some((url) => url.endsWith("/chat")));
    const { host } = new URL(fixture.server.url);
    assert.deepEqual(
      asked.filter((url) => new URL(url).host !== host),
      [],
    );
    assert.deepEqual(await page.evaluate(() => [document.cookie, localStorage.length]), ["", 0]);
    assert.equal((await page.context().cookies()).length, 0);
  },

  async "English, by keyboard from Tab to handoff, with a reload and a killed server"(fixture) {
    const visitor = await arrive(fixture);
    await fixture.shot(visitor.page, "launcher");
    await visitor.openChat();
    await fixture.shot(visitor.page, "panel_open");
    const first = await visitor.sees();
    assert.equal(first.presence, "Automated assistant");
    assert.match(first.emergency, /911/);
    await walkToHandoff(fixture, visitor, async (answers) => {
      if (answers === 1) await fixture.shot(visitor.page, "choices");
      if (answers === 2) await reload(visitor);
      if (answers === 4) await killAndRestart(fixture, visitor, "no_connection");
    });
    await everythingSaidOnce(visitor);
    await fixture.shot(visitor.page, "handoff");
    await reload(visitor);
    assert.equal(fixture.server.handoffs().length, 1);
  },

  async "Spanish, by keyboard from Tab to handoff, with a killed server and a reload"(fixture) {
    const visitor = await arrive(fixture);
    await visitor.openChat();
    const { lines } = await visitor.sees();
    await visitor.press("Español");
    visitor.said.push("Español");
    await visitor.hasAnswer(lines.length + 1);
    await visitor.until(async () => (await visitor.sees()).language === "es", "Spanish");
    assert.equal((await visitor.sees()).presence, "Asistente automático");
    await fixture.shot(visitor.page, "spanish");
    await walkToHandoff(fixture, visitor, async (answers) => {
      if (answers === 2) await killAndRestart(fixture, visitor, "spanish_no_connection");
      if (answers === 4) await reload(visitor);
    });
    await everythingSaidOnce(visitor);
    await fixture.shot(visitor.page, "spanish_handoff");
    assert.equal(fixture.server.handoffs().length, 1);
  },

  async "on a clinic's page of another origin, which learns nothing"(fixture) {
    const { server } = fixture;
    const clinic = await clinicPage(server.url);
    await server.kill();
    server.more = ["--origin", clinic.origin];
    await server.start();
    const page = await fixture.page({});
    const frames = [];
    page.on("websocket", (socket) => socket.on("framesent", ({ payload }) => frames.push(String(payload))));
    await page.goto(clinic.url);
    const visitor = new Visitor(page);
    await page.locator("anteroom-chat").waitFor();
    await visitor.openChat();
    await visitor.answer();
    await reload(visitor);
    clinic.close();
    assert.match(frames[0], /"path":"\/visit"/);
    assert.match(frames[0], /"topic":"imaging"/);
    assert.doesNotMatch(frames.join(), /name=Dana/);
    assert.deepEqual(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]), [
      "",
      0,
      0,
    ]);
  },

  async "a browser in Spanish is greeted in Spanish"(fixture) {
    const visitor = await arrive(fixture, { locale: "es-MX" });
    await visitor.openChat();
    assert.equal((await visitor.sees()).language, "es");
  },

  async "an emergency is shown apart and read out at once"(fixture) {
    const visitor = await arrive(fixture);
    await visitor.openChat();
    const { lines } = await visitor.sees();
    await visitor.type("I have crushing chest pain and I can't breathe");
    await visitor.hasAnswer(lines.length + 1);
    const now = await visitor.sees();
    const urgent = now.lines.filter(({ isUrgent }) => isUrgent);
    assert.equal(urgent.length, 1);
    assert.match(urgent[0].text, /911/);
    assert.ok(now.alert.includes(urgent[0].text));
    assert.ok(await visitor.panel.locator("li.urgent a[href='tel:911']").first().isVisible());
    await fixture.shot(visitor.page, "emergency");
  },

  async "options and closing, by keyboard"(fixture) {
    const visitor = await arrive(fixture);
    await visitor.openChat();
    await visitor.answer();
    const before = await visitor.sees();
    await visitor.press("Options");
    await fixture.shot(visitor.page, "options");
    await visitor.page.keyboard.press("Escape");
    assert.equal((await visitor.focused()).label, "Options");
    await visitor.page.keyboard.press("Enter");
    await visitor.tabTo(({ label }) => label === "Back", "Back");
    await visitor.page.keyboard.press("Enter");
    await visitor.hasAnswer(before.lines.length + 1);
    await visitor.page.keyboard.press("Escape");
    await visitor.until(async () => (await visitor.focused()).where === "anteroom-chat", "the focus on the launcher");
    await visitor.page.keyboard.press("Enter");
    await visitor.until(async () => (await visitor.focused()).id === "answer", "the focus in the field");
    assert.equal((await visitor.sees()).lines.length, before.lines.length + 2);
  },

  async "a draft outlives a reload; ending the chat clears this device"(fixture) {
    const visitor = await arrive(fixture);
    await visitor.openChat();
    await visitor.page.keyboard.type("half a sen");
    await visitor.page.reload();
    await visitor.openChat();
    assert.equal(await visitor.panel.locator("#answer").inputValue(), "half a sen");
    await visitor.press("Options");
    await visitor.tabTo(({ label }) => label === "End chat and clear this device", "the end");
    await visitor.page.keyboard.press("Enter");
    await visitor.until(async () => (await visitor.sees()).lines.length === 0, "an empty log");
    const kept = () => Object.keys(sessionStorage);
    assert.deepEqual(await visitor.panel.evaluate(kept), []);
    assert.equal(await visitor.panel.locator("#answer").inputValue(), "");
    await fixture.shot(visitor.page, "cleared");
  },

  async "one window at a time speaks, and the visitor can take the conversation back"(fixture) {
    const visitor = await arrive(fixture);
    await visitor.openChat();
    await visitor.answer();
    const opening = visitor.page.waitForEvent("popup");
    await visitor.page.evaluate(() => void window.open(location.href));
    const other = new Visitor(await opening);
    await other.openChat();
    await visitor.until(
      async () => /another window/.test((await visitor.sees()).status),
      "a word about the other window",
    );
    await fixture.shot(visitor.page, "other_window");
    await visitor.page.bringToFront();
    await visitor.tabTo(({ label }) => label === "Continue here", "the button that takes it back");
    await visitor.page.keyboard.press("Enter");
    await other.until(async () => /another window/.test((await other.sees()).status), "a word in the other window");
    visitor.said.length = 0;
    await visitor.answer();
  },

  async "small, dark, with forced colours, large text: it fits and can be hit"(fixture) {
    const looks = {
      phone: { viewport: { width: 390, height: 780 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
      narrow: { viewport: { width: 320, height: 568 } },
      dark: { colorScheme: "dark" },
      forced_colours: { forcedColors: "active" },
      still: { reducedMotion: "reduce" },
      large_text: { viewport: { width: 640, height: 900 } },
    };
    for (const [name, options] of Object.entries(looks)) {
      const visitor = await arrive(fixture, options);
      await visitor.openChat();
      if (name === "large_text") await visitor.panel.evaluate(() => (document.documentElement.style.fontSize = "200%"));
      await visitor.answer();
      await fixture.shot(visitor.page, name);
      await fits(visitor.panel, name);
      await visitor.page.close();
    }
  },

  async "axe finds nothing in any state, light and dark"(fixture) {
    for (const colorScheme of ["light", "dark"]) {
      const visitor = await arrive(fixture, { colorScheme });
      const { page } = visitor;
      await axeFindsNothing(page, "the page");
      await visitor.openChat();
      await axeFindsNothing(page, "the page with an open chat");
      await axeFindsNothing(visitor.panel, "choices");
      await visitor.press("Options");
      await axeFindsNothing(visitor.panel, "options");
      await page.keyboard.press("Escape");
      const { lines } = await visitor.sees();
      await visitor.type("I have crushing chest pain and I can't breathe");
      await visitor.hasAnswer(lines.length + 1);
      await axeFindsNothing(visitor.panel, "an emergency");
      await visitor.press("Options");
      await visitor.tabTo(({ label }) => label === "End chat and clear this device", "the end");
      await page.keyboard.press("Enter");
      await axeFindsNothing(visitor.panel, "cleared");
      await page.close();
    }
  },

  async "right to left"(fixture) {
    const visitor = await arrive(fixture);
    await visitor.openChat();
    await visitor.panel.evaluate(() => (document.documentElement.dir = "rtl"));
    await visitor.answer();
    await visitor.panel.evaluate(() => (document.documentElement.dir = "rtl"));
    await fixture.shot(visitor.page, "right_to_left");
    await fits(visitor.panel, "right to left");
  },
};

// Nothing sticks out sideways, everything can be hit with a thumb, and no field makes a phone zoom in.
async function fits(panel, name) {
  const found = await panel.evaluate(() => {
    const seen = (one) => one.checkVisibility() && one.getClientRects().length > 0;
    const controls = [...document.querySelectorAll("button, input, textarea")].filter(seen);
    return {
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      small: controls
        .filter((one) => one.offsetWidth < 44 || one.offsetHeight < 44)
        .map((one) => one.outerHTML.slice(0, 80)),
      fine: controls.filter((one) => one.matches("input, textarea") && parseFloat(getComputedStyle(one).fontSize) < 16)
        .length,
      nameless: controls.filter(
        (one) => !(one.ariaLabel ?? one.labels?.[0]?.textContent ?? "").trim() && !one.textContent.trim(),
      ).length,
    };
  });
  assert.deepEqual(found, { wide: 0, small: [], fine: 0, nameless: 0 }, name);
}
