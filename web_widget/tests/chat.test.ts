import assert from "node:assert/strict";
import { test } from "node:test";
import type { Signal } from "../bridge.ts";
import { Chat } from "../panel/chat.ts";
import type { ChatView } from "../panel/chat.ts";
import { Memory, storeOfThisPage } from "../panel/memory.ts";
import type { Store } from "../panel/memory.ts";
import { FakeWorld } from "./fake_world.ts";
import { serverFrame } from "./vectors.ts";

const kWelcome = serverFrame("welcome");
const kSignal: Signal = { name: "page_view", page: "/services/imaging?id=7", topic: "imaging" };

class Fixture {
  readonly world = new FakeWorld();
  view!: ChatView;
  chat: Chat;

  constructor(readonly store: Store = storeOfThisPage()) {
    this.chat = new Chat(this.world, new Memory(store), (view) => (this.view = view));
  }

  start(signals: Signal[] = []): this {
    this.chat.start("en", signals);
    return this.opens();
  }
  opens(welcome: object = kWelcome): this {
    this.world.socket.opens();
    this.world.socket.says(welcome);
    return this;
  }
  accepts(seq?: number): void {
    const { id } = this.world.socket.sent.at(-1) as { id: string };
    this.world.socket.says({ type: "accepted", id, ...(seq && { seq }) });
  }
  sent(type: string) {
    return this.world.socket.sentOf(type);
  }
  get texts() {
    return this.view.conversation.lines.map((line) => line.text);
  }
}

test("hello names the language and the page, and nothing behind ?", () => {
  const at = new Fixture().start([kSignal]);
  assert.deepEqual(at.sent("hello"), [
    { type: "hello", language: "en", page: { path: "/services/imaging", topic: "imaging" } },
  ]);
  assert.deepEqual(at.sent("event"), []);
});

test("a page reached while the conversation goes on is told once, by an event", () => {
  const before = new Fixture().start();
  const at = new Fixture(before.store).start([kSignal, { ...kSignal, name: "cta_click", topic: "consult" }]);
  at.accepts();
  at.accepts();
  at.world.socket.breaks();
  at.world.passes(1000);
  at.opens();
  const events = at.world.sockets
    .flatMap((socket) => socket.sentOf("event"))
    .map(({ name, page, topic }) => ({ name, page, topic }));
  assert.deepEqual(events, [
    { name: "cta_click", page: "/services/imaging", topic: "consult" },
    { name: "page_view", page: "/services/imaging", topic: "imaging" },
  ]);
});

test("nothing leaves before the welcome", () => {
  const at = new Fixture();
  at.chat.start("en", []);
  at.world.socket.opens();
  at.chat.say("Hi");
  assert.deepEqual(
    at.world.socket.sent.map(({ type }) => type),
    ["hello"],
  );
  at.world.socket.says(kWelcome);
  assert.equal(at.sent("message").length, 1);
});

test("one frame is under way at a time, in order", () => {
  const at = new Fixture().start();
  at.chat.say("one");
  at.chat.choose("imaging", "Imaging");
  assert.deepEqual(
    at.sent("message").map(({ text }) => text),
    ["one"],
  );
  assert.equal(at.sent("choose").length, 0);
  at.accepts(2);
  assert.deepEqual(
    at.sent("choose").map(({ choice }) => choice),
    ["imaging"],
  );
  at.accepts(3);
  assert.deepEqual(at.texts, ["Hello! How can we help?", "one", "Imaging"]);
});

test("what was not accepted is sent again after a break, with its old id", () => {
  const at = new Fixture().start();
  at.chat.say("one");
  const { id } = at.sent("message")[0] as { id: string };
  at.world.socket.breaks();
  at.world.passes(1000);
  at.opens({ ...kWelcome, after: 1, history: [] });
  assert.deepEqual(at.sent("hello"), [{ type: "hello", language: "en", resume: "r_3vQ0mJ8kq2YwZc-Xx1T7bA", seen: 1 }]);
  assert.deepEqual(at.sent("message"), [{ type: "message", id, text: "one" }]);
});

test("a reload in the middle of a turn loses nothing", () => {
  const before = new Fixture().start();
  before.chat.say("one");
  before.chat.choose("oakland", "Oakland");
  const { id } = before.sent("message")[0] as { id: string };
  const after = new Fixture(before.store);
  after.chat.start("en", []);
  assert.deepEqual(after.texts, ["one", "Oakland"]);
  after.opens();
  assert.equal(after.sent("hello")[0]?.resume, "r_3vQ0mJ8kq2YwZc-Xx1T7bA");
  assert.equal(after.sent("hello")[0]?.seen, undefined);
  assert.deepEqual(after.sent("message"), [{ type: "message", id, text: "one" }]);
  after.accepts(2);
  after.accepts(3);
  assert.deepEqual(after.texts, ["Hello! How can we help?", "one", "Oakland"]);
  assert.equal(after.store.getItem("anteroom.outbox"), null);
});

test("try_again and too_fast: the same frame once more, after the pause, then after double", () => {
  const at = new Fixture().start();
  at.chat.say("one");
  const { id } = at.sent("message")[0] as { id: string };
  at.world.socket.says({ type: "error", code: "try_again", what: "", id, retry_after: 2 });
  at.world.passes(1999);
  assert.equal(at.sent("message").length, 1);
  at.world.passes(1);
  assert.equal(at.sent("message").length, 2);
  at.world.socket.says({ type: "error", code: "try_again", what: "", id, retry_after: 2 });
  at.world.passes(3999);
  assert.equal(at.sent("message").length, 2);
  at.world.passes(1);
  assert.deepEqual(new Set(at.sent("message").map((frame) => frame.id)), new Set([id]));
  assert.equal(at.sent("message").length, 3);
});

test("a refused message stays in sight, does not stop the next, and goes again under a new id", () => {
  const at = new Fixture().start();
  at.chat.say("one");
  at.chat.say("two");
  const { id } = at.sent("message")[0] as { id: string };
  at.world.socket.says({ type: "error", code: "id_reused", what: "", id });
  assert.equal(at.view.conversation.lines.find((line) => line.id === id)?.refused, "id_reused");
  assert.deepEqual(
    at.sent("message").map(({ text }) => text),
    ["one", "two"],
  );
  at.accepts(2);
  at.chat.sayAgain(id);
  assert.deepEqual(at.texts, ["Hello! How can we help?", "two", "one"]);
  assert.notEqual(at.sent("message").at(-1)?.id, id);
});

test("what has never left can be taken back; what may have reached the server cannot", () => {
  const at = new Fixture();
  at.chat.start("en", []);
  at.chat.say("one");
  at.chat.say("two");
  at.chat.choose("imaging", "Imaging");
  const [one, two, choice] = at.view.conversation.lines.map(({ id }) => id as string) as [string, string, string];
  assert.equal(at.chat.withdraw(two), "two");
  assert.equal(at.chat.withdraw(two), undefined);
  assert.equal(at.view.conversation.lines.find(({ id }) => id === choice)?.isChoice, true);
  at.opens();
  assert.equal(at.view.conversation.lines.find(({ id }) => id === one)?.left, true);
  assert.equal(at.chat.withdraw(one), undefined);
  at.world.socket.breaks();
  const after = new Fixture(at.store);
  after.chat.start("en", []);
  assert.equal(after.chat.withdraw(one), undefined); // nor after a reload
  assert.equal(after.chat.withdraw(choice), "Imaging");
  after.opens();
  assert.deepEqual(
    after.sent("message").map(({ text }) => text),
    ["one"],
  );
  after.accepts(2);
  assert.equal(after.sent("choose").length, 0);
});

test("a refused message can be taken back", () => {
  const at = new Fixture().start();
  at.chat.say("one");
  const { id } = at.sent("message")[0] as { id: string };
  at.world.socket.says({ type: "error", code: "too_large", what: "", id });
  assert.equal(at.chat.withdraw(id), "one");
  assert.deepEqual(at.texts, ["Hello! How can we help?"]);
});

test("a page that slept knows when its conversation was ended meanwhile", () => {
  const at = new Fixture().start();
  assert.equal(at.chat.isEndedElsewhere, false);
  new Memory(at.store).forget();
  assert.equal(at.chat.isEndedElsewhere, true);
  at.chat.forget();
  assert.equal(at.chat.isEndedElsewhere, false);
});

test("an unknown conversation: hello without the token, messages are said anew, answers to its buttons are not", () => {
  const at = new Fixture().start();
  at.chat.choose("imaging", "Imaging");
  at.chat.say("one");
  at.world.socket.breaks();
  at.world.passes(1000);
  at.world.socket.opens();
  at.world.socket.says({ type: "error", code: "no_conversation", what: "" });
  assert.deepEqual(
    at.sent("hello").map(({ resume }) => resume),
    ["r_3vQ0mJ8kq2YwZc-Xx1T7bA", undefined],
  );
  at.world.socket.says({ ...kWelcome, conversation: "c_new", resume: "r_new" });
  assert.deepEqual(at.texts, ["Hello! How can we help?", "one"]);
  assert.deepEqual(
    at.sent("message").map(({ text }) => text),
    ["one"],
  );
  assert.equal(at.sent("choose").length, 0);
  assert.equal(at.store.getItem("anteroom.resume"), "r_new");
});

test("a silent server is left and found again", () => {
  const at = new Fixture().start();
  at.chat.say("one");
  at.world.passes(15_000);
  assert.equal(at.view.line, "waiting");
  at.world.passes(1_000);
  assert.equal(at.world.sockets.length, 2);
});

test("a frame that the server finds too large is not sent again", () => {
  const at = new Fixture().start();
  at.chat.say("one");
  at.world.socket.breaks(1009);
  at.world.passes(1000);
  at.opens({ ...kWelcome, after: 1, history: [] });
  assert.equal(at.sent("message").length, 0);
  assert.equal(at.view.conversation.lines.at(-1)?.refused, "too_large");
});

test("what the protocol forbids is refused here, and does not stop the rest", () => {
  const at = new Fixture().start();
  at.chat.choose("x".repeat(200), "Too long an id");
  at.chat.signal({ name: "page_view", page: "/", topic: "<b>" });
  at.chat.say("one");
  assert.deepEqual(
    at.view.conversation.lines.map(({ refused }) => refused),
    [undefined, "bad_field", undefined],
  );
  at.accepts();
  assert.deepEqual(
    at.sent("event").map(({ topic }) => topic),
    [undefined],
  );
  assert.equal(at.sent("message").length, 1);
});

test("a hello that cannot be answered just now is said again", () => {
  const at = new Fixture();
  at.chat.start("en", []);
  at.world.socket.opens();
  at.world.socket.says({ type: "error", code: "try_again", what: "", retry_after: 1 });
  at.world.passes(1000);
  at.opens();
  assert.equal(at.view.line, "open");
});

test("typing is said at most once in 3 seconds, ack at most once in one", () => {
  const at = new Fixture().start();
  for (let i = 0; i < 5; ++i) at.chat.typing();
  at.world.passes(2999);
  at.chat.typing();
  assert.equal(at.sent("typing").length, 1);
  at.world.passes(1);
  at.chat.typing();
  assert.equal(at.sent("typing").length, 2);
  for (const seq of [1, 2, 3]) at.chat.shown(seq);
  at.world.passes(1000);
  assert.deepEqual(at.sent("ack"), [{ type: "ack", seq: 3 }]);
  at.chat.shown(2);
  at.world.passes(5000);
  assert.equal(at.sent("ack").length, 1);
});

test("typing of the other side is shown until the reply, at most 10 seconds", () => {
  const at = new Fixture().start();
  at.world.socket.says({ type: "typing" });
  at.world.passes(9_999);
  assert.equal(at.view.conversation.typing, true);
  at.world.passes(1);
  assert.equal(at.view.conversation.typing, false);
});

test("forget clears all of it, and the next word begins a new conversation", () => {
  const at = new Fixture().start();
  at.chat.say("one");
  at.chat.forget();
  assert.deepEqual(at.texts, []);
  assert.equal(at.view.line, "closed");
  assert.equal(at.view.conversation.practice.name, "Lakeside Clinic");
  for (const name of ["anteroom.resume", "anteroom.outbox", "anteroom.draft"])
    assert.equal(at.store.getItem(name), null);
  at.chat.say("two");
  at.opens({ ...kWelcome, conversation: "c_new" });
  assert.equal(at.sent("hello")[0]?.resume, undefined);
  assert.deepEqual(
    at.sent("message").map(({ text }) => text),
    ["two"],
  );
});

test("what another program left in the storage is not sent", () => {
  const store = storeOfThisPage();
  store.setItem(
    "anteroom.outbox",
    '[{"frame":{"type":"hello","id":"x"}},{"frame":{"type":"message","id":"not an id","text":"x"}},3,null,{"frame":{"type":"message","id":"m1","text":"kept"},"shown":"kept"}]',
  );
  assert.deepEqual(
    new Memory(store).outbox().map(({ frame }) => frame.id),
    ["m1"],
  );
  store.setItem("anteroom.resume", "not a token!");
  assert.equal(new Memory(store).resume(), undefined);
  store.setItem("anteroom.outbox", "{broken");
  assert.deepEqual(new Memory(store).outbox(), []);
});

test("random drops and reloads: each message once, in order", () => {
  for (let seed = 1; seed <= 30; ++seed) everyMessageOnce(seed);
});

// A small honest server: it keeps ids, and gives its whole history to whoever resumes.
function everyMessageOnce(seed: number): void {
  let state = seed;
  const chance = (outOf: number) => (state = (state * 1103515245 + 12345) & 0x7fffffff) % outOf === 0;
  const taken: { seq: number; from: "visitor"; id: string; text: string }[] = [];
  let at = new Fixture();
  at.chat.start("en", []);
  const serve = () => {
    const socket = at.world.socket;
    if (socket.readyState === 0) socket.opens();
    for (const frame of socket.sent.splice(0)) {
      if (frame.type === "hello") {
        const seen = (frame.seen as number | undefined) ?? 0;
        socket.says({ ...kWelcome, after: seen, history: taken.filter(({ seq }) => seq > seen) });
      } else if (frame.type === "message") {
        const id = frame.id as string;
        const known = taken.find((one) => one.id === id) ?? {
          seq: taken.length + 1,
          from: "visitor" as const,
          id,
          text: frame.text as string,
        };
        if (!taken.includes(known)) taken.push(known);
        if (chance(3)) return socket.breaks(); // stored, but the answer is lost
        socket.says({ type: "accepted", id, seq: known.seq });
      }
    }
  };
  const words = Array.from({ length: 12 }, (_, i) => `word ${i}`);
  let said = 0;
  for (let step = 0; step < 2000 && (taken.length < words.length || at.store.getItem("anteroom.outbox")); ++step) {
    const word = words[said];
    if (word !== undefined && chance(2)) {
      at.chat.say(word);
      said += 1;
    }
    if (chance(4)) at.world.socket.breaks();
    if (chance(6)) {
      const world = at.world;
      at = new Fixture(at.store);
      (at.world as unknown as { ids: number }).ids = 1000 * (step + 1); // ids are never used twice
      world.socket.close();
      at.chat.start("en", []);
    }
    at.world.passes(40_000);
    serve();
    serve();
  }
  assert.deepEqual(
    taken.map(({ text }) => text),
    words,
  );
  assert.deepEqual(
    at.texts.filter((text) => text.startsWith("word")),
    words,
  );
}
