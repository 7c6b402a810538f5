import assert from "node:assert/strict";
import { test } from "node:test";
import { closesAt } from "../demo/opening_hours.ts";
import { kNothingYet } from "../panel/conversation.ts";
import en from "../panel/strings.en.ts";
import es from "../panel/strings.es.ts";
import { directionOf, filled, stringsFor } from "../panel/strings.ts";
import { dialled, textRuns } from "../panel/text_runs.ts";
import { isReadableUnderWhite, luminance } from "../panel/theme.ts";
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

test("the clinic's colour is taken only where white can be read on it", () => {
  assert.equal(luminance("#ffffff"), 1);
  assert.ok(isReadableUnderWhite("#0f6466"));
  assert.ok(isReadableUnderWhite("#767676"));
  assert.ok(!isReadableUnderWhite("#777777"));
  assert.ok(!isReadableUnderWhite("red; background: url(x)"));
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
