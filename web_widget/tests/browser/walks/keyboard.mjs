// A keyboard is enough: the order of the stops, the ring around them, and a focus that is never nowhere.
import assert from "node:assert/strict";
import { until } from "../patience.mjs";
import { Tap } from "../tap.mjs";
import { Visitor } from "../visitor.mjs";

async function arrive(fixture, options = {}) {
  const page = await fixture.page({ viewport: { width: 1280, height: 800 }, ...options });
  const tap = await Tap.on(page.context());
  await page.goto(fixture.server.url);
  await page.locator("anteroom-chat").waitFor();
  const visitor = new Visitor(page);
  await visitor.openChat();
  return { visitor, page, tap };
}

// Every stop from here, until one that is not in the chat.
async function stops(visitor, key) {
  const found = [];
  for (;;) {
    const { where, label, id } = await visitor.focused();
    if (where !== "panel" && where !== "anteroom-chat") return found;
    if (where === "panel") assert.ok(await hasRing(visitor), `no ring around ${label || id}`);
    found.push(label || id);
    assert.ok(found.length < 60, `the focus is caught: ${found.join(", ")}`);
    await visitor.page.keyboard.press(key);
  }
}

const hasRing = (visitor) =>
  visitor.panel.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });

async function hasFocus(visitor, what) {
  const { where, tag, label, id } = await visitor.focused();
  assert.ok(
    where === "anteroom-chat" || (where === "panel" && tag !== "body"),
    `${what}: the focus is lost (${where} ${tag})`,
  );
  return label || id;
}

export const keyboard = {
  async "the stops of the Tab key, forwards and backwards, each with a ring"(fixture) {
    const { visitor, page } = await arrive(fixture);
    await until(async () => (await visitor.sees()).choices.length > 0, "the choices");
    const labels = await visitor.panel.locator("#choices button").allTextContents();
    await page.locator("anteroom-chat .launch").focus();
    const wanted = [
      "Close chat",
      "Español",
      "Options",
      "Close chat",
      "911",
      "Conversation",
      ...labels,
      "answer",
      "Send",
    ];
    assert.deepEqual(await stops(visitor, "Tab"), wanted);
    await page.locator("anteroom-chat iframe").focus();
    await visitor.panel.locator(".send").focus();
    await page.keyboard.press("Shift+Tab");
    const back = await stops(visitor, "Shift+Tab");
    assert.deepEqual(back, wanted.slice(0, -1).reverse());
  },

  async "Escape closes from anywhere, and the launcher has the focus"(fixture) {
    const { visitor, page } = await arrive(fixture);
    for (const selector of ["#answer", "#close", "#scroll", "#choices button"]) {
      await visitor.panel.locator(selector).first().focus();
      await page.keyboard.press("Escape");
      await until(
        async () => (await visitor.focused()).where === "anteroom-chat",
        `the launcher, from ${selector}`,
      );
      assert.equal(await page.locator("anteroom-chat .launch").getAttribute("aria-expanded"), "false");
      await page.keyboard.press("Enter");
      await until(async () => (await visitor.focused()).id === "answer", "the field");
    }
    await page.locator("anteroom-chat .launch").focus();
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("anteroom-chat .launch").getAttribute("aria-expanded"), "false");
    assert.equal((await visitor.focused()).label, "Chat with us");
  },

  async "the focus is never lost: choosing, language, menu, a break, another window, erasing, starting again"(fixture) {
    const { visitor, page, tap } = await arrive(fixture);
    await visitor.answer();
    assert.equal(await hasFocus(visitor, "after a choice"), "answer");
    const { lines } = await visitor.sees();
    await visitor.press("Español");
    await visitor.hasAnswer(lines.length + 1);
    await hasFocus(visitor, "after the language");
    await visitor.press("Opciones");
    await page.keyboard.press("Escape");
    assert.equal(await hasFocus(visitor, "after the menu"), "Opciones");
    await tap.close(4409);
    const again = visitor.panel.locator("#status_action");
    await again.waitFor();
    await again.focus();
    await page.keyboard.press("Enter");
    await again.waitFor({ state: "hidden" });
    assert.equal(await hasFocus(visitor, "after taking back"), "answer");
    await visitor.catchesUp();
    tap.refusing = "id_reused";
    await visitor.type("no se toma");
    const note = visitor.panel.locator("#log .note button");
    await note.first().focus();
    await page.keyboard.press("Enter");
    await visitor.catchesUp();
    await hasFocus(visitor, "after trying again");
    await visitor.press("Opciones");
    await visitor.tabTo(({ label }) => label === "Terminar y borrar de este dispositivo", "the end");
    await page.keyboard.press("Enter");
    assert.equal(await hasFocus(visitor, "asked whether to erase"), "Seguir con el chat");
    await page.keyboard.press("Escape");
    assert.equal(await hasFocus(visitor, "not erased"), "Opciones");
    assert.ok((await visitor.sees()).lines.length > 0);
    await page.keyboard.press("Enter");
    await visitor.tabTo(({ label }) => label === "Terminar y borrar de este dispositivo", "the end");
    await page.keyboard.press("Enter");
    await visitor.tabTo(({ label }) => label === "Terminar y borrar", "the button that erases");
    await page.keyboard.press("Enter");
    assert.equal(await hasFocus(visitor, "erased"), "Empezar un chat nuevo");
    await page.keyboard.press("Enter");
    await until(async () => (await visitor.sees()).lines.length > 0, "a new chat");
    await visitor.catchesUp();
    await hasFocus(visitor, "a new chat");
  },

  async "while the panel asks whether to erase, the rest is out of reach, but for the emergency line"(fixture) {
    const { visitor, page } = await arrive(fixture);
    await visitor.answer();
    await visitor.press("Options");
    await visitor.tabTo(({ label }) => label === "End chat and clear this device", "the end");
    await page.keyboard.press("Enter");
    await page.locator("anteroom-chat .launch").focus();
    assert.deepEqual(await stops(visitor, "Tab"), ["Close chat", "911", "End and clear", "Keep the chat"]);
  },

  async "what is read out: the log once, the status in words, names and roles"(fixture) {
    const { visitor } = await arrive(fixture);
    await visitor.answer();
    const roles = await visitor.panel.evaluate(() => ({
      logs: [...document.querySelectorAll("[role=log]")].map((one) => [
        one.localName,
        one.firstElementChild.localName,
        one.ariaLabel,
      ]),
      statuses: document.querySelectorAll("[role=status]").length,
      group: document.querySelector("#choices legend").textContent,
    }));
    assert.deepEqual(roles, { logs: [["div", "ol", "Messages"]], statuses: 1, group: "Answers to choose from" });
    // An accepted line is not put into the log anew: only its note changes, and notes are not read out.
    await visitor.panel.evaluate(() => {
      window.added = [];
      const seen = (nodes) => [...nodes].filter((node) => !node.parentElement?.closest("[aria-live=off]"));
      new MutationObserver((records) => {
        for (const { addedNodes } of records)
          window.added.push(...seen(addedNodes).map(({ textContent }) => textContent));
      }).observe(document.querySelector("#log"), { childList: true, subtree: true, characterData: true });
    });
    await visitor.says("read me once");
    const added = await visitor.panel.evaluate(() => window.added.filter((text) => text.includes("read me once")));
    assert.equal(added.length, 1);
    const note = visitor.panel.locator("#log li.visitor").last().locator("small");
    assert.equal(await note.textContent(), "Sent");
    assert.equal(await note.getAttribute("aria-live"), "off");
  },
};
