// Every state of the launcher and the panel, and how it is reached: one table for axe-core, for what is measured, and for the
// screenshots. They are gone through in this order on one page. What a visitor can bring about is brought about; what only the other side
// can do (a person who joins, a frame that is refused) is said by the tap in the server's place.
import assert from "node:assert/strict";
import { until } from "./patience.mjs";

const kFarSeq = 1_000_000; // behind all that the server says

let seq = kFarSeq;
const reply = (text, more = {}) => ({ type: "reply", seq: ++seq, from: "bot", text, ...more });

const sees = (visitor, isIt, what) => until(async () => isIt(await visitor.sees()), what);

// The status line has other words than before, which may still stand there from what was tried last.
async function changesStatus(visitor, act) {
  const before = (await visitor.sees()).status;
  await act();
  await sees(visitor, ({ status }) => status.trim() !== "" && status !== before, "a word in the status line");
}

async function asks(visitor, tap, text, input) {
  tap.say(reply(text, { input, progress: { done: 2, total: 6 } }));
  await sees(visitor, ({ lines }) => lines.at(-1).text === text, text);
}

// A button by its place, as its words depend on the language.
async function clicks(visitor, selector) {
  await visitor.panel.locator(selector).click();
}

async function openMenu(visitor) {
  await clicks(visitor, "#menu > button");
}

async function send(visitor, text) {
  const field = visitor.panel.locator("#composer textarea:not([hidden]), #composer input:not([hidden])");
  await field.fill(text);
  await field.press("Enter");
}

async function lineIs(visitor, selector) {
  await visitor.panel.locator(`#log li:last-child${selector}`).waitFor();
}

export const kLauncherStates = {
  launcher: async () => {},
  opening: async ({ page }, { holdPanel }) => {
    await holdPanel();
    await page.locator("anteroom-chat .launch").click();
    await page.locator("anteroom-chat .note p").filter({ hasText: /\S/ }).waitFor();
  },
  unreachable: async ({ page }) => {
    await page.clock.fastForward(12_000);
    await page.locator("anteroom-chat .note a[href^='tel:']").waitFor();
  },
  panel: async ({ page }, { releasePanel }) => {
    await releasePanel();
    await page.locator("anteroom-chat .note button").click();
  },
};

export const kPanelStates = {
  connecting: async (visitor, { tap }) => {
    await until(() => tap.socket !== undefined, "the connection");
    await visitor.page.clock.fastForward(1_500);
    await visitor.panel.locator("#status").filter({ hasText: /\S/ }).waitFor();
  },
  choices: async (visitor, { tap }) => {
    tap.isSilent = false;
    await tap.close(1011);
    await visitor.page.clock.fastForward(2_000);
    await visitor.panel.locator("#choices:not([hidden]) button").first().waitFor();
    await visitor.panel.locator("#status:empty").waitFor({ state: "attached" });
  },
  menu: openMenu,
  free_text: async (visitor, { tap }) => {
    await openMenu(visitor);
    await asks(visitor, tap, "What brings you in?", "text");
  },
  phone: (visitor, { tap }) =>
    asks(visitor, tap, "Which number can we reach you at? For example (510) 555-0123.", "phone"),
  email: (visitor, { tap }) => asks(visitor, tap, "And your email address?", "email"),
  zip: (visitor, { tap }) => asks(visitor, tap, "What is your ZIP code?", "zip"),
  number: (visitor, { tap }) => asks(visitor, tap, "How old are you?", "number"),
  typing: async (visitor, { tap }) => {
    tap.say({ type: "typing" });
    await visitor.panel.locator("#typing:not([hidden])").waitFor();
  },
  sending: async (visitor, { tap }) => {
    await asks(visitor, tap, "Anything else?", "text");
    tap.isDeaf = true;
    await send(visitor, "My knee has been hurting since the weekend, and the stairs are the worst of it.");
    await lineIs(visitor, ".unsent");
  },
  refused: async (visitor, { tap }) => {
    tap.isDeaf = false;
    await tap.close(1011);
    await visitor.page.clock.fastForward(5_000);
    await visitor.catchesUp();
    tap.refusing = "id_reused";
    await send(visitor, "This one is not taken");
    await visitor.panel.locator("#log .note button").first().waitFor();
  },
  edited: async (visitor) => {
    await clicks(visitor, "#log .note button:last-child");
    await until(
      async () => (await visitor.panel.locator("#answer").inputValue()) !== "",
      "the text in the field",
    );
  },
  too_long: async (visitor) => {
    const field = visitor.panel.locator("#answer");
    await field.fill("a long story ".repeat(1_300));
    await changesStatus(visitor, () => field.press("Enter"));
    await field.fill("");
  },
  waiting_for_a_person: async (visitor, { tap }) => {
    tap.say(reply("Thank you. Our scheduling team has your answers and writes to you here soon."));
    const { status } = await visitor.sees();
    tap.say({ type: "agent", state: "waiting" });
    await sees(visitor, (now) => now.status !== status, "a word about the team"); // it passes
  },
  agent_joined: async (visitor, { tap }) => {
    tap.say({ type: "agent", state: "joined", name: "Ana Reyes" });
    tap.say(
      reply("Hi, this is Ana from scheduling. I can see you on Tuesday at 10:15.\nDoes that suit you?", {
        from: "agent",
      }),
    );
    await lineIs(visitor, ".agent");
  },
  emergency: async (visitor, { tap }) => {
    const text = "Please call 911 now, or go to the nearest emergency room. In a crisis you can also call or text 988.";
    tap.say(reply(text, { urgent: true }));
    await lineIs(visitor, ".urgent");
  },
  no_connection: async (visitor, { tap }) => {
    tap.isClosed = true;
    await changesStatus(visitor, async () => {
      await tap.close(1011);
      await visitor.page.clock.fastForward(1_500);
    });
    await send(visitor, "Is Tuesday still free?");
    await lineIs(visitor, ".unsent");
  },
  offline: async (visitor) => {
    await visitor.page.context().setOffline(true);
    await until(() => visitor.panel.evaluate(() => !navigator.onLine), "the browser's word that it is offline");
  },
  offline_for_long: async (visitor) => {
    await visitor.page.clock.fastForward(20_000);
    await visitor.panel.locator("#log li:last-child .note button").first().waitFor();
    await visitor.panel.locator("#status a[href^='tel:']").waitFor();
  },
  connected_again: async (visitor, { tap }) => {
    tap.isClosed = false;
    await visitor.page.context().setOffline(false); // browsers say so to the page, which does not sit out its pause then
    await visitor.catchesUp();
  },
  idle: async (visitor) => {
    await visitor.page.clock.fastForward(11 * 60_000);
    await visitor.panel.locator("#status_action:not([hidden])").waitFor();
  },
  replaced: async (visitor, { tap }) => {
    await changesStatus(visitor, () => tap.close(4409));
    await visitor.panel.locator("#status_action:not([hidden])").waitFor();
  },
  taken_back: async (visitor) => {
    await clicks(visitor, "#status_action");
    await visitor.panel.locator("#status_action").waitFor({ state: "hidden" });
    await visitor.catchesUp();
  },
  ended: async (visitor, { tap }) => {
    await tap.close(4400);
    await visitor.panel.locator("#status a[href^='tel:']").waitFor();
  },
  confirmation: async (visitor) => {
    await openMenu(visitor);
    await clicks(visitor, "#menu li:last-child button");
    await visitor.panel.locator("#confirmation:not([hidden])").waitFor();
  },
  forgotten: async (visitor) => {
    await clicks(visitor, "#confirmation .main");
    await visitor.panel.locator("#status_action:not([hidden])").waitFor();
    assert.equal((await visitor.sees()).lines.length, 0);
  },
};
