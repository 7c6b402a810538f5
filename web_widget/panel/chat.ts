// A chat: connection, outbox, memory and the conversation, put together. The views call its verbs and are told whenever what
// they show has changed. It follows docs/wire_protocol.md to the letter, and touches no element of the page.
import type { Signal } from "../bridge.ts";
import { Connection } from "./connection.ts";
import type { LineState } from "./connection.ts";
import { highestSeq, kNothingYet, reduce } from "./conversation.ts";
import type { Conversation, Happening } from "./conversation.ts";
import { readServerFrame } from "./frames.ts";
import type { ClientFrame, Hello, Outgoing, ServerFrame, Welcome } from "./frames.ts";
import { faultOf, fitLanguage, fitPage } from "./limits.ts";
import type { Memory } from "./memory.ts";
import { Outbox } from "./outbox.ts";
import type { Waiting } from "./outbox.ts";
import type { Timer, World } from "./world.ts";

const kTooLargeClose = 1009;
const kTypingShown = 10_000;
const kTypingSaidEvery = 3_000;
const kAckEvery = 1_000;

export interface ChatView {
  conversation: Conversation;
  line: LineState;
}

export class Chat {
  private conversation: Conversation = kNothingYet;
  private readonly connection: Connection;
  private readonly outbox: Outbox;
  private hello: Hello = { type: "hello" };
  private here: Signal | undefined; // the page we are on, until the server knows it
  private typingOver: Timer | undefined;
  private typingSaid: Timer | undefined;
  private ackDue: Timer | undefined;
  private shownSeq = 0;
  private ackedSeq = 0;

  constructor(
    private readonly world: World,
    private readonly memory: Memory,
    private readonly changed: (view: ChatView) => void,
  ) {
    this.outbox = new Outbox(
      world,
      memory,
      (frame) => this.sendOut(frame),
      () => this.connection.drop(),
    );
    this.connection = new Connection(world, {
      opened: () => this.sayHello(),
      frame: (text) => this.take(readServerFrame(text)),
      lost: (code) => this.lost(code),
      changed: () => this.tell(),
    });
  }

  start(language: string | undefined, signals: readonly Signal[]): void {
    const fit = fitLanguage(language);
    this.here = signals.find(({ name }) => name === "page_view");
    const { here } = this;
    this.hello = {
      type: "hello",
      ...(fit !== undefined && { language: fit }),
      ...(here && { page: fitPage({ path: here.page, ...(here.topic !== undefined && { topic: here.topic }) }) }),
    };
    for (const waiting of this.outbox.all()) this.conversation = recalled(this.conversation, waiting);
    for (const signal of signals) if (signal !== here) this.signal(signal);
    this.connection.open();
  }

  say(text: string): void {
    this.speak({ type: "message", id: this.world.newId(), text }, text);
  }

  choose(choice: string, label: string): void {
    this.speak({ type: "choose", id: this.world.newId(), choice }, label);
  }

  signal({ name, page, topic }: Signal): void {
    const fit = fitPage({ path: page, ...(topic !== undefined && { topic }) });
    const path = fit.path !== undefined && { page: fit.path };
    const about = fit.topic !== undefined && { topic: fit.topic };
    const frame: Outgoing = { type: "event", id: this.world.newId(), name, ...path, ...about };
    if (faultOf(frame) === undefined) this.outbox.add({ frame });
  }

  // A message that was not taken is said once more, under a new id.
  sayAgain(id: string): void {
    const line = this.conversation.lines.find((one) => one.id === id && one.refused !== undefined);
    if (!line) return;
    this.happens({ type: "withdrawn", id });
    this.say(line.text);
  }

  // Takes back a line that was not taken or has never left, and gives its text; none where the server may have it already.
  withdraw(id: string): string | undefined {
    const line = this.conversation.lines.find((one) => one.id === id && one.seq === undefined);
    if (!line || (line.refused === undefined && !this.outbox.withdraw(id))) return undefined;
    this.happens({ type: "withdrawn", id });
    return line.text;
  }

  typing(): void {
    if (this.typingSaid !== undefined || this.connection.state !== "open") return;
    this.send({ type: "typing" });
    this.typingSaid = this.world.after(kTypingSaidEvery, () => (this.typingSaid = undefined));
  }

  // The visitor has this much before their eyes.
  shown(seq: number): void {
    this.shownSeq = Math.max(this.shownSeq, seq);
    if (this.shownSeq <= this.ackedSeq || this.ackDue !== undefined) return;
    this.ackDue = this.world.after(kAckEvery, () => this.acknowledge());
  }

  hurry(): void {
    this.connection.hurry();
  }

  // Once more from here, after another window has taken the conversation.
  takeBack(): void {
    this.connection.open();
  }

  // Ends the chat on this device: the key, drafts and lines are gone. What the practice has been told stays with it.
  forget(): void {
    this.connection.close();
    this.startAfresh();
    this.outbox.clear();
    this.memory.forget();
    const { practice, language } = this.conversation;
    this.conversation = { ...kNothingYet, practice, language };
    this.tell();
  }

  // The conversation was ended elsewhere on this device, while this page slept in the browser's back-and-forward cache.
  get isEndedElsewhere(): boolean {
    return this.conversation.id !== "" && this.memory.resume() === undefined;
  }

  private speak(frame: Outgoing, shown: string): void {
    if (this.connection.state === "closed") this.connection.open();
    this.happens({ type: "said", id: frame.id, text: shown, at: this.world.now(), isChoice: frame.type === "choose" });
    const fault = faultOf(frame);
    if (fault === undefined) this.outbox.add({ frame, shown });
    else this.happens({ type: "error", code: fault, what: "", id: frame.id });
  }

  private sayHello(): void {
    const resume = this.memory.resume();
    const seen = highestSeq(this.conversation.lines);
    this.send({ ...this.hello, ...(resume !== undefined && { resume, ...(seen > 0 && { seen }) }) });
  }

  private send(frame: ClientFrame): void {
    this.connection.send(JSON.stringify(frame));
  }

  private sendOut(frame: Outgoing): void {
    this.send(frame);
    this.happens({ type: "left", id: frame.id });
  }

  private take(frame: ServerFrame | undefined): void {
    if (!frame) return;
    if (frame.type === "welcome") return this.welcomed(frame);
    if (frame.type === "error") return this.failed(frame);
    if (frame.type === "typing") this.showTyping();
    this.happens(frame);
    if (frame.type === "accepted") this.outbox.accepted(frame.id);
  }

  private welcomed(frame: Welcome): void {
    const isFirst = this.connection.state !== "open";
    if (frame.conversation !== this.conversation.id) this.startAfresh();
    this.tellPage();
    this.memory.keepResume(frame.resume);
    this.conversation = reduce(this.conversation, frame);
    this.connection.welcomed();
    if (isFirst) this.outbox.open();
    this.tell();
  }

  // The page is told once: by hello in a new conversation, by an event in one that goes on.
  private tellPage(): void {
    const { here } = this;
    this.here = undefined;
    if (here && this.memory.resume() !== undefined) this.signal(here);
  }

  private failed(frame: ServerFrame & { type: "error" }): void {
    if (frame.code === "no_conversation") return this.lostConversation();
    if (this.connection.state === "connecting") return this.connection.drop(); // hello could not be answered just now
    if (frame.id === undefined) return;
    if (this.outbox.failed(frame.id, frame.code, frame.retry_after)) this.happens(frame);
  }

  private lostConversation(): void {
    this.memory.keepResume(undefined);
    for (const id of this.outbox.keepMessagesOnly()) this.happens({ type: "withdrawn", id });
    this.sayHello();
  }

  private lost(code: number): void {
    this.outbox.hold();
    const first = this.outbox.all()[0];
    if (code !== kTooLargeClose || !first) return;
    this.failed({ type: "error", code: "too_large", what: "", id: first.frame.id });
  }

  private startAfresh(): void {
    this.world.cancel(this.ackDue);
    this.ackDue = undefined;
    this.shownSeq = this.ackedSeq = 0;
  }

  private acknowledge(): void {
    this.ackDue = undefined;
    if (this.connection.state !== "open") return;
    this.send({ type: "ack", seq: this.shownSeq });
    this.ackedSeq = this.shownSeq;
  }

  private showTyping(): void {
    this.world.cancel(this.typingOver);
    this.typingOver = this.world.after(kTypingShown, () => this.happens({ type: "typing_over" }));
  }

  private happens(what: Happening): void {
    this.conversation = reduce(this.conversation, what);
    this.tell();
  }

  private tell(): void {
    this.changed({ conversation: this.conversation, line: this.connection.state });
  }
}

// What waited when the page was left stands in the log again.
function recalled(conversation: Conversation, { frame, shown, left }: Waiting): Conversation {
  if (shown === undefined) return conversation;
  const isChoice = frame.type === "choose";
  const said = reduce(conversation, { type: "said", id: frame.id, text: shown, isChoice });
  return left ? reduce(said, { type: "left", id: frame.id }) : said;
}
