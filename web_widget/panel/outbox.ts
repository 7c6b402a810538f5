// What the visitor has sent and the server has not yet accepted. One frame is under way at a time, so the order holds even
// when one must be tried again; whatever breaks (network, server, page), it is sent again with its old id, and the server lets
// it take effect once. The outbox is kept in Memory, so that a reload loses nothing.
import { isTriedAgain } from "./frames.ts";
import type { Outgoing } from "./frames.ts";
import type { Memory } from "./memory.ts";
import type { Timer, World } from "./world.ts";

export interface Waiting {
  frame: Outgoing;
  shown?: string; // the visitor's line in the log; an event has none
  left?: boolean; // it has gone out at least once: the server may have it, so it cannot be taken back
}

const kAnswerWithin = 15_000;
const kFirstPause = 1_000;
const kLongestPause = 30_000;

export class Outbox {
  private waiting: Waiting[];
  private isOpen = false;
  private pauses = 0;
  private timer: Timer | undefined;

  constructor(
    private readonly world: World,
    private readonly memory: Memory,
    private readonly send: (frame: Outgoing) => void,
    private readonly stuck: () => void, // sent, but no answer: the connection seems dead
  ) {
    this.waiting = memory.outbox();
  }

  all(): readonly Waiting[] {
    return this.waiting;
  }

  add(one: Waiting): void {
    this.waiting.push(one);
    this.keep();
    if (this.waiting.length === 1) this.sendFirst();
  }

  // The conversation is open: what waits goes out.
  open(): void {
    this.isOpen = true;
    this.pauses = 0;
    this.sendFirst();
  }

  // The connection is gone.
  hold(): void {
    this.isOpen = false;
    this.world.cancel(this.timer);
  }

  accepted(id: string): void {
    this.drop(id);
  }

  // Returns whether the frame is lost for good.
  failed(id: string, code: string, retryAfter: number | undefined): boolean {
    if (!isTriedAgain(code)) {
      this.drop(id);
      return true;
    }
    if (this.waiting[0]?.frame.id === id) this.pause(retryAfter);
    return false;
  }

  // Takes back what has never left; returns whether it could.
  withdraw(id: string): boolean {
    const isHere = this.waiting.some(({ frame, left }) => frame.id === id && !left);
    if (isHere) this.drop(id);
    return isHere;
  }

  // The conversation is unknown to the server: what was typed is said anew in the next one; answers to its buttons are void.
  keepMessagesOnly(): string[] {
    const void_ = this.waiting.filter(({ frame }) => frame.type === "choose").map(({ frame }) => frame.id);
    this.waiting = this.waiting.filter(({ frame }) => frame.type !== "choose");
    this.keep();
    return void_;
  }

  clear(): void {
    this.waiting = [];
    this.world.cancel(this.timer);
    this.keep();
  }

  private drop(id: string): void {
    const wasFirst = this.waiting[0]?.frame.id === id;
    this.waiting = this.waiting.filter(({ frame }) => frame.id !== id);
    this.keep();
    if (!wasFirst) return;
    this.pauses = 0;
    this.sendFirst();
  }

  private sendFirst(): void {
    this.world.cancel(this.timer);
    const first = this.waiting[0];
    if (!this.isOpen || !first) return;
    this.timer = this.world.after(kAnswerWithin, this.stuck);
    first.left = true;
    this.keep();
    this.send(first.frame);
  }

  private pause(seconds: number | undefined): void {
    const least = seconds === undefined ? kFirstPause : seconds * 1_000;
    const pause = Math.min(least * 2 ** this.pauses, Math.max(least, kLongestPause));
    this.pauses += 1;
    this.world.cancel(this.timer);
    this.timer = this.world.after(pause, () => this.sendFirst());
  }

  private keep(): void {
    this.memory.keepOutbox(this.waiting);
  }
}
