// A visitor who has a keyboard and no mouse. Everything is reached by Tab, and after every step the focus must be somewhere. It
// knows no text of a flow: it looks at what is offered and which field is shown, and answers from its own list.
import assert from "node:assert/strict";
import { until } from "./patience.mjs";
import { isAllHeard } from "./sockets.mjs";

const kMostTabs = 80;

// Whatever of this is offered is chosen; else the first choice.
const kChoices = ["imaging", "self", "new", "oakland", "have_it", "this_week", "medi_cal", "yes"];
const kFields = { tel: "510 555 0134", email: "dana@example.com", "postal-code": "94612", off: "3" };
const kText = "Dana Whitfield";

export class Visitor {
  constructor(page) {
    this.page = page;
    this.said = [];
  }

  get panel() {
    const frame = this.page.frames().find((one) => one.url().endsWith("/panel.html"));
    assert.ok(frame, "the panel is there");
    return frame;
  }

  async tabTo(isIt, what, key = "Tab") {
    for (let i = 0; i < kMostTabs; ++i) {
      const now = await this.focused();
      if (isIt(now)) return now;
      await this.page.keyboard.press(key);
    }
    return assert.fail(`${what} is not reached by ${key}`);
  }

  // What has the focus, on the page, in the launcher or in the panel.
  async focused() {
    const describe = () => {
      let element = document.activeElement;
      const where = element?.localName;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const { choice } = element?.dataset ?? {};
      const label = element?.getAttribute("aria-label") ?? element?.textContent ?? "";
      return { where, tag: element?.localName, label: label.trim(), choice, id: element?.id };
    };
    const outer = await this.page.evaluate(describe);
    return outer.tag === "iframe" ? { ...(await this.panel.evaluate(describe)), where: "panel" } : outer;
  }

  async openChat() {
    await this.tabTo(({ where, tag }) => where === "anteroom-chat" && tag === "button", "the launcher");
    await this.page.keyboard.press("Enter");
    await until(() => this.page.frames().some((one) => one.url().endsWith("/panel.html")), "the panel");
    await until(async () => (await this.sees()).lines.length > 0, "the first line");
    await until(() => this.isFocusInPanel(), "the focus in the panel");
  }

  async isFocusInPanel() {
    const { where, tag } = await this.focused();
    return where === "panel" && tag !== "body";
  }

  // What is on the panel's screen.
  sees() {
    return this.panel.evaluate(() => {
      const text = (selector) => document.querySelector(selector)?.textContent ?? "";
      const fields = [...document.querySelectorAll("#composer textarea, #composer input")].filter((one) => !one.hidden);
      return {
        language: document.documentElement.lang,
        presence: text("#presence"),
        emergency: text("#emergency"),
        status: text("#status"),
        alert: text("#alert"),
        progress: text("#progress span"),
        lines: [...document.querySelectorAll("#log li")].map((line) => ({
          from: ["visitor", "bot", "agent"].find((one) => line.classList.contains(one)),
          text: line.querySelector("p").textContent,
          isUnsent: line.classList.contains("unsent"),
          isUrgent: line.classList.contains("urgent"),
        })),
        choices: [...document.querySelectorAll("#choices:not([hidden]) button")].map((one) => one.dataset.choice),
        field: fields[0]?.localName === "input" ? fields[0].autocomplete : "text",
      };
    });
  }

  // Nothing that was said is still on its way, in either direction, and the connection stands.
  async catchesUp() {
    await until(async () => (await this.sees()).lines.every(({ isUnsent }) => !isUnsent), "all lines sent");
    await until(() => isAllHeard(this.panel), "all that the server has said");
  }

  // What the visitor has just said is answered, to the answer's last line.
  async hasAnswer(linesBefore) {
    await until(async () => {
      const { lines } = await this.sees();
      return lines.length > linesBefore && lines.at(-1).from !== "visitor" && lines.every((line) => !line.isUnsent);
    }, "an answer");
    await this.catchesUp();
    const { where, tag } = await this.focused();
    assert.ok(where === "panel" && tag !== "body", `the focus is lost: ${where} ${tag}`);
  }

  // Answers what is asked now, and waits for what comes next.
  async answer() {
    const { lines, choices, field } = await this.sees();
    if (choices.length > 0) await this.choose(kChoices.find((one) => choices.includes(one)) ?? choices[0]);
    else await this.type(kFields[field] ?? kText);
    await this.hasAnswer(lines.length + 1);
  }

  async choose(id) {
    const { label } = await this.tabTo(({ choice }) => choice === id, `the choice ${id}`, "Shift+Tab");
    this.said.push(label);
    await this.page.keyboard.press("Enter");
  }

  async type(text) {
    await this.tabTo(({ id }) => id === "answer" || id === "answer_line", "the field");
    this.said.push(text);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
  }

  async says(text) {
    const { lines } = await this.sees();
    await this.type(text);
    await this.hasAnswer(lines.length + 1);
  }

  // A button of the header, or of the options that the header's button shows.
  async press(label) {
    await this.tabTo((now) => now.where === "panel" && now.label === label, `"${label}"`, "Shift+Tab");
    await this.page.keyboard.press("Enter");
  }
}
