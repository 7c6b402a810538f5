import assert from "node:assert/strict";
import { test } from "node:test";
import { readServerFrame } from "../panel/frames.ts";
import { faultOf, fitLanguage, fitPage } from "../panel/limits.ts";
import { vectors } from "./vectors.ts";

test("there are vectors of each kind", () => {
  assert.ok(vectors("client").length >= 10);
  assert.ok(vectors("server").length >= 10);
  assert.ok(vectors("client-bad").length >= 20);
});

for (const { text } of vectors("server")) {
  test(`a server frame is read whole: ${text.slice(0, 70)}`, () => {
    assert.deepEqual(readServerFrame(text), JSON.parse(text));
  });
}

for (const { text } of vectors("client")) {
  test(`a client frame is within the limits: ${text.slice(0, 70)}`, () => {
    assert.equal(faultOf(JSON.parse(text)), undefined);
  });
}

for (const { text, code } of vectors("client-bad")) {
  test(`never sent (${code}): ${text.slice(0, 70)}`, () => {
    let frame: unknown;
    try {
      frame = JSON.parse(text);
    } catch {
      return; // what we send is made by JSON.stringify
    }
    assert.equal(faultOf(frame), code);
  });
}

test("what is no frame is left alone", () => {
  for (const text of [
    "",
    "{",
    "[]",
    "null",
    '"reply"',
    "{}",
    '{"type":"later"}',
    '{"type":"toString"}',
    '{"type":"reply","seq":0,"from":"bot","text":"x"}',
  ])
    assert.equal(readServerFrame(text), undefined, text);
});

test("unknown and broken optional fields cost nothing", () => {
  const text =
    '{"type":"reply","seq":3,"from":"bot","text":"Hi","mood":1,"choices":[{"id":"a"},{"id":"b","label":"B"}],"input":"retina","progress":{"done":-1,"total":3}}';
  assert.deepEqual(readServerFrame(text), {
    type: "reply",
    seq: 3,
    from: "bot",
    text: "Hi",
    choices: [{ id: "b", label: "B" }],
  });
});

test("a text is measured in bytes", () => {
  const frame = (text: string) => ({ type: "message", id: "m1", text });
  assert.equal(faultOf(frame("é".repeat(8192))), undefined);
  assert.equal(faultOf(frame("é".repeat(8192) + "e")), "too_large");
});

test("of a page only what fits is said, and nothing behind ? or #", () => {
  assert.deepEqual(fitPage({ path: "/a?name=Ana#x", topic: "imaging" }), { path: "/a", topic: "imaging" });
  assert.deepEqual(fitPage({ path: "/" + "a".repeat(600), topic: "<b>" }), { path: "/" });
  assert.equal(fitLanguage("es-419"), "es-419");
  assert.equal(fitLanguage("en_US"), undefined);
  assert.equal(faultOf({ type: "hello", language: "es-419", page: fitPage({ path: "/a?b" }) }), undefined);
});
