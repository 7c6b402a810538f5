// Whole conversations in the browser, from the launcher to the handoff. Each walk takes the fixture of run.mjs.
import assert from "node:assert/strict";
import { clinicPage } from "../clinic_page.mjs";
import { until, untilEqual } from "../patience.mjs";
import { Visitor } from "../visitor.mjs";

const kMostAnswers = 25;
const kNoConnection = /No connection|Connecting|Sin conexión|Conectando/;

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
    if ((await server.handoffs()).length > 0) return;
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
  const held = ({ lines, choices, language }) => ({ lines, choices, language });
  await untilEqual(async () => held(await visitor.sees()), held(before), "the conversation as it was");
  await visitor.catchesUp();
}

// The server dies without warning while the visitor answers, and comes back.
async function killAndRestart({ server, shot }, visitor, name) {
  await server.kill();
  await until(async () => kNoConnection.test((await visitor.sees()).status), "a word about the connection");
  const { lines, choices } = await visitor.sees();
  if (choices.length > 0) await visitor.choose(choices[0]);
  else await visitor.type("510 555 0134");
  await until(async () => (await visitor.sees()).lines.at(-1).isUnsent, "the line that waits");
  await shot(visitor.page, name);
  await server.start();
  await visitor.hasAnswer(lines.length + 1);
}

export const talks = {
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
    assert.equal((await fixture.server.handoffs()).length, 1);
  },

  async "Spanish, by keyboard from Tab to handoff, with a killed server and a reload"(fixture) {
    const visitor = await arrive(fixture);
    await visitor.openChat();
    const { lines } = await visitor.sees();
    await visitor.press("Español");
    visitor.said.push("Español");
    await visitor.hasAnswer(lines.length + 1);
    const { language, presence } = await visitor.sees();
    assert.deepEqual({ language, presence }, { language: "es", presence: "Asistente automático" });
    await fixture.shot(visitor.page, "spanish");
    await walkToHandoff(fixture, visitor, async (answers) => {
      if (answers === 2) await killAndRestart(fixture, visitor, "spanish_no_connection");
      if (answers === 4) await reload(visitor);
    });
    await everythingSaidOnce(visitor);
    await fixture.shot(visitor.page, "spanish_handoff");
    assert.equal((await fixture.server.handoffs()).length, 1);
  },

  async "on a clinic's page of another origin, which learns nothing"(fixture) {
    const { server } = fixture;
    const clinic = await clinicPage(server.url);
    fixture.origins.push(clinic.origin);
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
    await visitor.says("I have crushing chest pain and I can't breathe");
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
    await until(async () => (await visitor.focused()).where === "anteroom-chat", "the focus on the launcher");
    await visitor.page.keyboard.press("Enter");
    await until(async () => (await visitor.focused()).id === "answer", "the focus in the field");
    assert.equal((await visitor.sees()).lines.length, before.lines.length + 2);
  },
};
