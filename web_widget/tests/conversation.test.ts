import assert from "node:assert/strict";
import { test } from "node:test";
import { kNothingYet, openChoices, reduce } from "../panel/conversation.ts";
import type { Conversation, Happening } from "../panel/conversation.ts";
import { readServerFrame } from "../panel/frames.ts";
import type { Reply, Welcome } from "../panel/frames.ts";
import { serverFrame, serverFrames } from "./vectors.ts";

const after = (...happenings: Happening[]): Conversation => happenings.reduce(reduce, kNothingYet);
const read = (frame: object) => readServerFrame(JSON.stringify(frame)) as Happening;
const texts = (conversation: Conversation) => conversation.lines.map((line) => line.text);

const welcome = serverFrame("welcome") as unknown as Welcome;
const reply = (seq: number, text: string, more: Partial<Reply> = {}): Reply => ({
  type: "reply",
  seq,
  from: "bot",
  text,
  ...more,
});

test("every server frame of the protocol page can be shown, one after the other", () => {
  const end = after(...serverFrames().map(read));
  assert.equal(end.id, "c_7Kd2");
  assert.deepEqual(
    end.lines.map((line) => line.seq),
    [1, 5, 6, 8, 9, 10].filter((seq) => end.lines.some((line) => line.seq === seq)),
  );
  assert.ok(end.lines.some((line) => line.urgent && line.text === "Please call 911 now."));
  assert.equal(end.agent?.state, "left");
});

test("a welcome gives the history, its open question and the practice", () => {
  const now = after(read(welcome));
  assert.deepEqual(texts(now), ["Hello! How can we help?"]);
  assert.deepEqual(
    openChoices(now).map(({ id }) => id),
    ["new_visit", "referral"],
  );
  assert.deepEqual(now.progress, { done: 0, total: 6 });
  assert.equal(now.practice.emergency_line, "In danger? Call 911.");
});

test("what is said waits behind the log, gets its place when accepted, and takes the choices away", () => {
  const said = after(read(welcome), { type: "said", id: "m1", text: "Hi" });
  assert.deepEqual(openChoices(said), []);
  assert.equal(said.lines.at(-1)?.seq, undefined);
  const done = [{ type: "accepted", id: "m1", seq: 2 }, reply(3, "Where?")].reduce(
    reduce as never,
    said,
  ) as Conversation;
  assert.deepEqual(
    done.lines.map(({ key, seq }) => [key, seq]),
    [
      ["seq-1", 1],
      ["m1", 2],
      ["seq-3", 3],
    ],
  );
});

test("accepted without a seq makes no line", () => {
  assert.deepEqual(
    texts(after(read(welcome), { type: "said", id: "m1", text: "Español" }, { type: "accepted", id: "m1" })),
    ["Hello! How can we help?"],
  );
});

test("a reply that is there already is ignored; one that comes late takes its place", () => {
  const now = after(
    read(welcome),
    reply(5, "later", { choices: [{ id: "a", label: "A" }] }),
    reply(3, "earlier"),
    reply(5, "again"),
  );
  assert.deepEqual(texts(now), ["Hello! How can we help?", "earlier", "later"]);
  assert.deepEqual(
    openChoices(now).map(({ id }) => id),
    ["a"],
  );
});

test("a resumed conversation adds what it lacks", () => {
  const now = after(read(welcome), reply(2, "two"), {
    ...welcome,
    after: 2,
    history: [{ seq: 3, from: "agent", text: "three" }],
  });
  assert.deepEqual(texts(now), ["Hello! How can we help?", "two", "three"]);
  assert.deepEqual(openChoices(now), []);
});

test("after a gap the history replaces what is held, and what waits still waits", () => {
  const now = after(
    read(welcome),
    { type: "said", id: "m9", text: "waiting" },
    { ...welcome, after: 7, history: [{ seq: 8, from: "bot", text: "eight" }] },
  );
  assert.deepEqual(texts(now), ["eight", "waiting"]);
});

test("history with our own id is the line that waited", () => {
  const now = after(
    read(welcome),
    { type: "said", id: "m1", text: "Hi" },
    { ...welcome, after: 1, history: [{ seq: 2, from: "visitor", id: "m1", text: "Hi" }] },
  );
  assert.deepEqual(
    now.lines.map(({ key, seq }) => [key, seq]),
    [
      ["seq-1", 1],
      ["m1", 2],
    ],
  );
});

test("a welcome in between changes the language and keeps the conversation and its question", () => {
  const now = after(read(welcome), { ...welcome, language: "es", history: [], after: 9 });
  assert.equal(now.language, "es");
  assert.deepEqual(texts(now), ["Hello! How can we help?"]);
  assert.equal(openChoices(now).length, 2);
});

test("another conversation keeps only what waits", () => {
  const now = after(
    read(welcome),
    { type: "said", id: "m1", text: "Hi" },
    { ...welcome, conversation: "c_other", after: 0, history: [] },
  );
  assert.deepEqual(texts(now), ["Hi"]);
  assert.deepEqual(openChoices(now), []);
});

test("no choices are offered while an answer is on its way", () => {
  const waiting = after({ type: "said", id: "m1", text: "Hi" }, read(welcome));
  assert.deepEqual(openChoices(waiting), []);
});

test("a refused line says so, keeps its place, and can be withdrawn; one to be tried again just waits", () => {
  const said = after(read(welcome), { type: "said", id: "m1", text: "Hi" });
  assert.equal(reduce(said, { type: "error", code: "try_again", what: "", id: "m1" }).lines.at(-1)?.refused, undefined);
  const refused = reduce(said, { type: "error", code: "too_large", what: "", id: "m1" });
  assert.equal(refused.lines.at(-1)?.refused, "too_large");
  assert.equal(openChoices(refused).length, 2);
  assert.deepEqual(texts(reduce(refused, reply(2, "two"))), ["Hello! How can we help?", "Hi", "two"]);
  assert.deepEqual(texts(reduce(refused, { type: "withdrawn", id: "m1" })), ["Hello! How can we help?"]);
});

test("typing is over with the next reply", () => {
  assert.equal(after(read(welcome), { type: "typing" }).typing, true);
  assert.equal(after(read(welcome), { type: "typing" }, reply(2, "two")).typing, false);
});

test("an agent's line bears the name of who is there", () => {
  const now = after(read(welcome), { type: "agent", state: "joined", name: "Ana" }, reply(2, "Hi", { from: "agent" }));
  assert.equal(now.lines.at(-1)?.name, "Ana");
});

test("a state is never changed, only replaced", () => {
  const deepFreeze = <T>(value: T): T => {
    if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
    return value;
  };
  serverFrames()
    .map(read)
    .reduce((now, frame) => deepFreeze(reduce(now, deepFreeze(frame))), deepFreeze(kNothingYet));
});
