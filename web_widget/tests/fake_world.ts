// A world under the test's hand: timers fire when time is told to pass, sockets are opened and broken by the test.
import type { Socket, Timer, World } from "../panel/world.ts";

export class FakeSocket implements Socket {
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly sent: Record<string, unknown>[] = [];

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }
  close(): void {
    this.readyState = 3;
  }

  opens(): void {
    this.readyState = 1;
    this.onopen?.();
  }
  says(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
  breaks(code = 1006): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }
  sentOf(type: string): Record<string, unknown>[] {
    return this.sent.filter((frame) => frame.type === type);
  }
}

interface Due {
  at: number;
  what: () => void;
}

export class FakeWorld implements World {
  readonly sockets: FakeSocket[] = [];
  chance = 0;
  private time = 0;
  private ids = 0;
  private timers = new Map<number, Due>();
  private nextTimer = 1;

  connect(): Socket {
    this.sockets.push(new FakeSocket());
    return this.socket;
  }
  after(milliseconds: number, what: () => void): Timer {
    this.timers.set(this.nextTimer, { at: this.time + milliseconds, what });
    return this.nextTimer++ as unknown as Timer;
  }
  cancel(timer: Timer | undefined): void {
    this.timers.delete(timer as unknown as number);
  }
  random(): number {
    return this.chance;
  }
  newId(): string {
    return `id${++this.ids}`;
  }
  now(): string {
    return "2026-11-21T17:00:00Z";
  }

  get socket(): FakeSocket {
    return this.sockets.at(-1) as FakeSocket;
  }

  passes(milliseconds: number): void {
    const until = this.time + milliseconds;
    for (;;) {
      const due = [...this.timers].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at)[0];
      if (!due) break;
      this.timers.delete(due[0]);
      this.time = due[1].at;
      due[1].what();
    }
    this.time = until;
  }
}
