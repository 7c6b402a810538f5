import assert from "node:assert/strict";
import { test } from "node:test";
import { closesAt } from "../demo/opening_hours.ts";
import { kNothingYet } from "../panel/conversation.ts";
import panelStyle from "../panel/panel.css";
import en from "../panel/strings.en.ts";
import es from "../panel/strings.es.ts";
import { directionOf, filled, stringsFor } from "../panel/strings.ts";
import { dialled, textRuns } from "../panel/text_runs.ts";
import { contrast, inkOn, kBlack, kWhite, readColour } from "../colour.ts";
import type { Rgb } from "../colour.ts";
import { themeOf } from "../panel/theme.ts";
import { transcript } from "../panel/transcript.ts";

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

test("each language has every text, with the same placeholders", () => {
  assert.deepEqual(Object.keys(es).sort(), Object.keys(en).sort());
  for (const [key, text] of Object.entries(en)) {
    const other = es[key as keyof typeof en];
    assert.ok(other.trim() !== "", key);
    assert.deepEqual(placeholders(other), placeholders(text), key);
  }
});

test("strings follow the primary language; the practice's labels replace them by name", () => {
  assert.equal(stringsFor("es-MX").send, "Enviar");
  assert.equal(stringsFor("tlh").send, "Send");
  assert.equal(stringsFor("en", { send: "Go", unknown: "x", close: "" }).send, "Go");
  assert.equal(stringsFor("en", { close: "" }).close, en.close);
  assert.equal(stringsFor("en", { toString: "x" }).send, "Send");
});

test("a value is never read as a placeholder", () => {
  assert.equal(filled("{a} of {b} {c}", { a: "{b}", b: 2 }), "{b} of 2 {c}");
});

test("some languages run from right to left", () => {
  assert.equal(directionOf("ar-EG"), "rtl");
  assert.equal(directionOf("es"), "ltr");
});

test("phone numbers and addresses can be tapped, other numbers not", () => {
  const links = (text: string) =>
    textRuns(text)
      .filter(({ href }) => href)
      .map(({ text: shown, href }) => [shown, href]);
  assert.deepEqual(links("In danger? Call 911."), [["911", "tel:911"]]);
  assert.deepEqual(links("Llame al 988 o al (510) 555-0100, o +1 925-555-0104."), [
    ["988", "tel:988"],
    ["(510) 555-0100", "tel:+15105550100"],
    ["+1 925-555-0104", "tel:+19255550104"],
  ]);
  assert.deepEqual(links("1-800-222-1222"), [["1-800-222-1222", "tel:+18002221222"]]);
  assert.deepEqual(links("See https://example.com/a?b=1, please"), [
    ["https://example.com/a?b=1", "https://example.com/a?b=1"],
  ]);
  assert.deepEqual(links("1911 Main St, Suite 9112, 94606-9110, javascript:alert(1), http://x"), []);
  assert.equal(dialled("510 555 0100"), "+15105550100");
});

test("runs put together are the text", () => {
  for (const text of ["", "911", "Call 911 or 988.", "a\nb https://x.org/y."])
    assert.equal(
      textRuns(text)
        .map((run) => run.text)
        .join(""),
      text,
    );
});

test("a colour is read as written or as a browser computes it, and nothing else is", () => {
  assert.deepEqual(readColour("#0f6466"), [15, 100, 102]);
  assert.deepEqual(readColour(" #FA0 "), [255, 170, 0]);
  assert.deepEqual(readColour("rgb(1, 2, 255)"), [1, 2, 255]);
  for (const bad of [
    "",
    "teal",
    "#12345",
    "#1234567",
    "#12345g",
    "rgb(1, 2, 256)",
    "rgba(1, 2, 3, 0.5)",
    "url(x)",
    "#0f6466; x: y",
  ])
    assert.equal(readColour(bad), undefined, bad);
});

test("contrast is that of WCAG 2", () => {
  assert.equal(contrast(kBlack, kWhite), 21);
  assert.equal(contrast(kWhite, kWhite), 1);
  assert.equal(inkOn(readColour("#767676") as Rgb), kWhite); // 4.54 to 1
  assert.equal(inkOn(readColour("#777777") as Rgb), kBlack); // 4.48 to 1
});

test("on any colour of a clinic the words can be read, and the buttons be seen", () => {
  const steps = [0, 17, 51, 85, 102, 119, 136, 170, 204, 238, 255];
  const surfaces: [string, Rgb][] = [
    ["--edge-light", kWhite],
    ["--edge-dark", readColour("#1a2526") as Rgb],
  ];
  for (const accent of steps.flatMap((r) => steps.flatMap((g) => steps.map((b): Rgb => [r, g, b])))) {
    const theme = themeOf(`rgb(${accent.join(", ")})`);
    const ink = readColour(theme["--on-accent"] ?? "") as Rgb;
    assert.ok(contrast(accent, ink) >= 4.5, String(accent));
    for (const [edge, surface] of surfaces)
      assert.equal(theme[edge] === "transparent", contrast(accent, surface) >= 3, `${accent} ${edge}`);
  }
  assert.deepEqual(themeOf("no colour"), {});
});

test("the surfaces that colours are measured against are those of the style sheet", () => {
  const [light, dark] = [...panelStyle.matchAll(/--surface: (#[\da-f]+);/g)].map(([, colour]) =>
    readColour(colour ?? ""),
  );
  assert.deepEqual([light, dark], [kWhite, [26, 37, 38]]);
});

// Each pair of the panel's own colours that stands on one another: text 4.5 to 1, what can be used 3 to 1.
test("the panel's own colours can be read, light and dark", () => {
  const sheets = panelStyle.split("@media (prefers-color-scheme: dark)");
  const light = Object.fromEntries(
    [...(sheets[0] ?? "").matchAll(/--([\w-]+): (#[\da-f]{3,6});/g)].map(([, name, value]) => [name, value]),
  );
  const dark = {
    ...light,
    ...Object.fromEntries(
      [...(sheets[1] ?? "").split("}")[0]!.matchAll(/--([\w-]+): (#[\da-f]{3,6});/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    ),
  };
  const texts = [
    "on-accent accent",
    "text ground",
    "text surface",
    "text bubble",
    "text urgent",
    "quiet ground",
    "quiet surface",
    "link ground",
    "link surface",
    "link bubble",
    "care-text care",
  ];
  const shapes = [
    "control-line ground",
    "control-line surface",
    "focus ground",
    "focus surface",
    "urgent-line ground",
    "link line",
  ];
  for (const colours of [light, dark] as Record<string, string>[]) {
    const between = (pair: string) =>
      contrast(...(pair.split(" ").map((name) => readColour(colours[name] ?? "")) as [Rgb, Rgb]));
    for (const pair of texts) assert.ok(between(pair) >= 4.5, `${pair}: ${between(pair)}`);
    for (const pair of shapes) assert.ok(between(pair) >= 3, `${pair}: ${between(pair)}`);
  }
});

test("a transcript names who said what, and when", () => {
  const conversation = {
    ...kNothingYet,
    practice: { ...kNothingYet.practice, name: "Lakeside" },
    lines: [
      { key: "1", from: "bot" as const, text: "Hello!", at: "2026-11-21T17:00:00Z" },
      { key: "2", from: "visitor" as const, text: "Hi" },
      { key: "3", from: "agent" as const, name: "Ana", text: "Good morning" },
    ],
  };
  assert.equal(
    transcript(conversation, en),
    "Lakeside\n\nAssistant (2026-11-21 17:00 UTC):\nHello!\n\nYou:\nHi\n\nAna:\nGood morning\n",
  );
});

test("the demo clinic's doors open and close", () => {
  const hours = "1-4 8:00-17:00, 5 8:00-12:00, 5 13:00-17:30";
  assert.equal(closesAt(hours, 1, 8 * 60), "17:00");
  assert.equal(closesAt(hours, 1, 17 * 60), undefined);
  assert.equal(closesAt(hours, 5, 12 * 60 + 30), undefined);
  assert.equal(closesAt(hours, 5, 13 * 60), "17:30");
  assert.equal(closesAt(hours, 0, 600), undefined);
});
