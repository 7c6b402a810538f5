// What stays where: nothing before the chat is opened, drafts on the device until they are sent, all of it gone when the visitor says so,
// and no code but ours in the panel.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { withAttributes } from "../clinic_attributes.mjs";
import { pause, until, untilEqual } from "../patience.mjs";
import { Tap } from "../tap.mjs";
import { Visitor } from "../visitor.mjs";

async function arrive(fixture, { tapped = false, attributes, ...options } = {}) {
  const page = await fixture.page({ viewport: { width: 1280, height: 800 }, ...options });
  const tap = tapped ? await Tap.on(page.context()) : undefined;
  if (attributes) await withAttributes(page, fixture.server.url, attributes);
  await page.goto(fixture.server.url);
  await page.locator("anteroom-chat").waitFor();
  return { visitor: new Visitor(page), page, tap };
}

// Everything that a frame keeps, anywhere.
const kept = (frame) =>
  frame.evaluate(async () => ({
    cookie: document.cookie,
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    databases: await indexedDB.databases(),
    caches: globalThis.caches ? await caches.keys() : [],
    workers: navigator.serviceWorker ? (await navigator.serviceWorker.getRegistrations()).length : 0,
    history: JSON.stringify(history.state),
    name: window.name,
  }));
const kNothing = {
  cookie: "",
  local: [],
  session: [],
  databases: [],
  caches: [],
  workers: 0,
  history: "null",
  name: "",
};

const field = (visitor) => visitor.panel.locator("#composer textarea:not([hidden]), #composer input:not([hidden])");

async function endTheChat(visitor) {
  await visitor.press("Options");
  await visitor.tabTo(({ label }) => label === "End chat and clear this device", "the end");
  await visitor.page.keyboard.press("Enter");
  await visitor.tabTo(({ label }) => label === "End and clear", "the button that erases");
  await visitor.page.keyboard.press("Enter");
}

async function nothingIsLeft(visitor, secrets, who) {
  await until(async () => (await visitor.sees()).lines.length === 0, `an empty log, ${who}`);
  assert.deepEqual(await kept(visitor.panel), kNothing, who);
  const shown = await visitor.panel.evaluate(
    () =>
      document.documentElement.outerHTML +
      [...document.querySelectorAll("input, textarea")].map(({ value }) => value).join(),
  );
  for (const secret of secrets) assert.ok(!shown.includes(secret), `${who}: ${secret}`);
}

export const privacy = {
  async "before the chat is opened nothing is asked, sent or stored; what the page says stays in its memory"(fixture) {
    const page = await fixture.page({});
    const asked = [];
    const frames = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    page.on("websocket", (socket) => {
      asked.push(new URL(socket.url()).pathname);
      socket.on("framesent", ({ payload }) => frames.push(JSON.parse(String(payload))));
    });
    await page.goto(fixture.server.url);
    await page.locator("anteroom-chat").waitFor();
    await page.evaluate(() => {
      const call = document.createElement("a");
      Object.assign(call, { href: "#prices", textContent: "Prices" });
      call.dataset.topic = "pricing";
      document.querySelector("main").append(call);
      call.click();
    });
    await pause(500);
    const own = ["/", "/demo.css", "/demo.js", "/icon.svg", "/widget.js"];
    assert.deepEqual(
      asked.filter((path) => !own.includes(path)),
      [],
    );
    assert.deepEqual(await kept(page), kNothing);
    const visitor = new Visitor(page);
    await visitor.openChat();
    await until(() => frames.some(({ name }) => name === "cta_click"), "what the page had to say");
    assert.deepEqual(frames.find(({ name }) => name === "cta_click").topic, "pricing");
    const all = await kept(page);
    assert.deepEqual(Object.fromEntries(all.session).hasOwnProperty("anteroom.resume"), true);
    assert.deepEqual({ ...all, session: [] }, kNothing);
    assert.equal((await page.context().cookies()).length, 0);
  },

  async "a draft survives closing, a reload, another language, another kind of field, a lost connection"(fixture) {
    const { visitor, page, tap } = await arrive(fixture, { tapped: true });
    await visitor.openChat();
    const draft = "half a sentence about";
    const isThere = (when) => untilEqual(() => field(visitor).inputValue(), draft, `the draft, ${when}`);
    await page.keyboard.type(draft);
    await page.keyboard.press("Escape");
    await until(async () => (await visitor.focused()).where === "anteroom-chat", "the launcher");
    await page.keyboard.press("Enter");
    await until(async () => (await visitor.focused()).id === "answer", "the field");
    await isThere("closed and opened");
    await page.reload();
    await visitor.openChat();
    await isThere("reloaded");
    const { lines } = await visitor.sees();
    await visitor.press("Español");
    await visitor.hasAnswer(lines.length + 1);
    await isThere("another language");
    for (const [seq, input, tag] of [
      [900, "phone", "input"],
      [901, "text", "textarea"],
      [902, "zip", "input"],
    ]) {
      tap.say({ type: "reply", seq, from: "bot", text: `a question, ${input}`, input });
      await visitor.panel.locator(`#composer ${tag}:not([hidden])`).waitFor();
      await isThere(input);
    }
    const { connections } = tap;
    await tap.close(1011);
    await isThere("no connection");
    await until(() => tap.connections > connections, "another connection");
    await visitor.catchesUp();
    await isThere("connected again");
    await page.keyboard.press("Enter");
    await until(async () => (await visitor.sees()).lines.some(({ text }) => text === draft), "the line");
    await page.reload();
    await visitor.openChat();
    await visitor.catchesUp();
    assert.equal(await field(visitor).inputValue(), "", "once sent it is no draft");
  },

  async "a copy to keep: who said what, and all of it"(fixture) {
    const { visitor, page } = await arrive(fixture, { acceptDownloads: true });
    await visitor.openChat();
    await visitor.answer();
    await visitor.press("Options");
    await visitor.tabTo(({ label }) => label === "Save a copy", "the copy");
    const coming = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    const download = await coming;
    assert.equal(download.suggestedFilename(), "chat.txt");
    const text = readFileSync(await download.path(), "utf8");
    const { lines } = await visitor.sees();
    const blocks = text.split(/\n\n(?=(?:Assistant|You) \()/);
    assert.equal(blocks[0], "Lakeside Health");
    const names = { bot: "Assistant", visitor: "You" };
    assert.deepEqual(
      blocks.slice(1).map((block) => block.replace(/ \(\d{4}-\d\d-\d\d \d\d:\d\d UTC\)/, "").trim()),
      lines.map(({ from, text: said }) => `${names[from]}:\n${said}`),
    );
  },

  async "ending the chat clears this device: every store, every element, and every tab of the conversation"(fixture) {
    const { visitor, page } = await arrive(fixture);
    await visitor.openChat();
    await visitor.says("My secret word is marzipan");
    await page.keyboard.type("marzipan once more");
    const token = await visitor.panel.evaluate(() => sessionStorage.getItem("anteroom.resume"));
    const opening = page.waitForEvent("popup");
    await page.evaluate(() => void window.open(location.href));
    const other = new Visitor(await opening);
    await other.page.locator("anteroom-chat").waitFor();
    await other.openChat();
    const stranger = (await arrive(fixture)).visitor; // another conversation, in another browser
    await stranger.openChat();
    await other.page.bringToFront();
    await endTheChat(other);
    await until(async () => /cleared from this device/.test((await other.sees()).status), "the word that it is cleared");
    for (const [one, who] of [
      [other, "the tab where it was ended"],
      [visitor, "the other tab"],
    ])
      await nothingIsLeft(one, ["marzipan", token], who);
    assert.ok((await stranger.sees()).lines.length > 0);
    for (const one of [visitor, other]) {
      await one.page.bringToFront();
      await one.page.reload();
      await one.openChat();
      assert.ok(
        (await one.sees()).lines.every(({ text }) => !text.includes("marzipan")),
        "a new conversation",
      );
      assert.notEqual(await one.panel.evaluate(() => sessionStorage.getItem("anteroom.resume")), token);
    }
  },

  async "the back button does not bring an ended chat back"(fixture) {
    const { visitor, page } = await arrive(fixture);
    await visitor.openChat();
    await visitor.says("My secret word is marzipan");
    await page.goto(`${fixture.server.url}demo.html`);
    await page.locator("anteroom-chat").waitFor();
    await visitor.openChat();
    await endTheChat(visitor);
    await nothingIsLeft(visitor, ["marzipan"], "here");
    await page.goBack();
    await page.locator("anteroom-chat").waitFor();
    await visitor.openChat();
    assert.ok((await visitor.sees()).lines.every(({ text }) => !text.includes("marzipan")));
    // A page that was only put to sleep (browsers keep some whole) wakes up with what it held.
    await visitor.says("My secret word is nougat");
    await visitor.panel.evaluate(() => {
      sessionStorage.clear(); // as another page of this tab has done meanwhile
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    });
    await nothingIsLeft(visitor, ["nougat"], "awake again");
  },

  async "the panel runs no code but its own, makes no markup of text, and reaches no other origin"(fixture) {
    const { visitor } = await arrive(fixture);
    await visitor.openChat();
    fixture.expects(/policy:|Content Security Policy|Trusted|blocked/i);
    const outcome = await visitor.panel.evaluate(async () => {
      await new Promise((resolve) => setTimeout(resolve)); // out of the test's own call, where eval is let through
      const script = (fill) => {
        const element = document.createElement("script");
        fill(element);
        document.body.append(element);
      };
      const tries = {
        innerHTML: () => (document.body.innerHTML = "<b>mine</b>"),
        insertAdjacentHTML: () => document.body.insertAdjacentHTML("beforeend", "<b>mine</b>"),
        inlineScript: () => script((element) => (element.text = "window.mine = 1")),
        textNodeScript: () => script((element) => element.append("window.mine = 1")),
        otherScript: () => script((element) => (element.src = "/other.js")),
        evaluation: () => eval("window.mine = 1"),
        newFunction: () => new Function("window.mine = 1")(),
        handler: () => document.body.setAttribute("onclick", "window.mine = 1"),
        policy: () => trustedTypes.createPolicy("mine", { createHTML: (text) => text }),
      };
      const held = {};
      for (const [name, attempt] of Object.entries(tries)) {
        try {
          attempt();
          held[name] = "done";
        } catch (error) {
          held[name] = error.name;
        }
      }
      document.body.click();
      const fetched = await fetch("http://127.0.0.1:9/").then(
        () => "done",
        ({ name }) => name,
      );
      return { held, fetched, mine: window.mine, bold: document.querySelector("b") !== null };
    });
    assert.equal(outcome.mine, undefined);
    assert.equal(outcome.bold, false);
    assert.equal(outcome.fetched, "TypeError");
    for (const name of ["innerHTML", "insertAdjacentHTML", "inlineScript", "otherScript", "policy"])
      assert.equal(outcome.held[name], "TypeError", name);
    for (const name of ["evaluation", "newFunction"]) assert.equal(outcome.held[name], "EvalError", name);
  },

  async "a clinic's colour: words stay readable on any, and its developer is told"(fixture) {
    const looks = [
      { accent: "#5b3a8c", ground: "rgb(91, 58, 140)", ink: "rgb(255, 255, 255)" },
      { accent: "gold", ground: "rgb(255, 215, 0)", ink: "rgb(0, 0, 0)", told: /too light for white text/ },
      { accent: "very blue", ground: "rgb(15, 100, 102)", ink: "rgb(255, 255, 255)", told: /is not used/ },
      { accent: "rgba(0,0,0,.4)", ground: "rgb(15, 100, 102)", ink: "rgb(255, 255, 255)", told: /is not used/ },
    ];
    fixture.expects(/Anteroom: the colour/);
    for (const { accent, ground, ink, told } of looks) {
      const heard = [];
      const page = await fixture.page({});
      page.on("console", (message) => message.type() === "warning" && heard.push(message.text()));
      await withAttributes(page, fixture.server.url, { accent });
      await page.goto(fixture.server.url);
      await page.locator("anteroom-chat").waitFor();
      const colours = (one) => {
        const { backgroundColor, color } = getComputedStyle(one);
        return [backgroundColor, color];
      };
      await untilEqual(() => page.locator("anteroom-chat .launch").evaluate(colours), [ground, ink], accent);
      const visitor = new Visitor(page);
      await visitor.openChat();
      await untilEqual(() => visitor.panel.locator(".bar").evaluate(colours), [ground, ink], accent);
      await untilEqual(() => heard.map((text) => told?.test(text)), told ? [true] : [], `a word on ${accent}`);
      await page.close();
    }
  },
};
