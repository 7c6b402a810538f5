// One conversation's WebSocket: it connects, says when it is open, and connects again when it breaks, with growing pauses. It
// knows what the close codes of the protocol ask for, and nothing of what the frames mean. `welcomed` tells it
// that the server has answered: from then on a break starts with a short pause again.
import { kOpen } from "./world.ts";
import type { Socket, Timer, World } from "./world.ts";

export type LineState =
  | "closed" // not wanted yet, or no more
  | "connecting"
  | "open" // welcomed
  | "waiting" // broken; it will connect again
  | "replaced" // opened in another window; only the visitor can take it back
  | "ended"; // the server does not want us: nothing more can be done here

export interface ConnectionHooks {
  opened(): void; // the socket is open: say hello
  frame(text: string): void;
  lost(code: number): void;
  changed(state: LineState): void;
}

const kFirstPause = 1_000;
const kLongestPause = 30_000;
const kWelcomeWithin = 10_000;
const kNeverAgain = [1003, 1007, 4400, 4401];
const kReplaced = 4409;
const kTooFast = 4429;

export class Connection {
  private socket: Socket | undefined;
  private timer: Timer | undefined;
  private breaks = 0;
  private current: LineState = "closed";

  constructor(
    private readonly world: World,
    private readonly hooks: ConnectionHooks,
  ) {}

  get state(): LineState {
    return this.current;
  }

  open(): void {
    this.leave();
    this.become("connecting");
    const socket = this.world.connect();
    this.socket = socket;
    this.timer = this.world.after(kWelcomeWithin, () => this.broken(0));
    socket.onopen = () => this.hooks.opened();
    socket.onmessage = ({ data }) => {
      if (typeof data === "string") this.hooks.frame(data);
    };
    socket.onclose = ({ code }) => this.broken(code);
  }

  welcomed(): void {
    this.world.cancel(this.timer);
    this.breaks = 0;
    this.become("open");
  }

  send(text: string): void {
    if (this.socket?.readyState === kOpen) this.socket.send(text);
  }

  // The network is back, or the visitor looks at the page again: do not sit out a long pause.
  hurry(): void {
    if (this.current === "waiting") this.open();
  }

  // The other side seems dead although the socket is open.
  drop(): void {
    if (this.socket) this.broken(0);
  }

  close(): void {
    this.leave();
    this.become("closed");
  }

  private broken(code: number): void {
    this.leave();
    this.hooks.lost(code);
    if (kNeverAgain.includes(code)) return this.become("ended");
    if (code === kReplaced) return this.become("replaced");
    this.timer = this.world.after(this.pause(code), () => this.open());
    this.breaks += 1;
    this.become("waiting");
  }

  private pause(code: number): number {
    if (code === kTooFast) return kLongestPause;
    const pause = Math.min(kFirstPause * 2 ** this.breaks, kLongestPause);
    return pause * (1 + this.world.random() / 2); // else a restarted server is met by everybody at once
  }

  private leave(): void {
    this.world.cancel(this.timer);
    const socket = this.socket;
    this.socket = undefined;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close(1000);
  }

  private become(state: LineState): void {
    if (state === this.current) return;
    this.current = state;
    this.hooks.changed(state);
  }
}
