// What the panel takes from the browser and a test replaces: timers, chance, sockets, storage.

export type Timer = ReturnType<typeof setTimeout>;

// The part of a WebSocket that we use.
export interface Socket {
  readonly readyState: number;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  send(text: string): void;
  close(code?: number): void;
}

export interface World {
  connect(): Socket;
  after(milliseconds: number, what: () => void): Timer;
  cancel(timer: Timer | undefined): void;
  random(): number; // 0 <= random < 1
  newId(): string;
  now(): string; // ISO 8601, UTC
}

export const kOpen = 1; // WebSocket.OPEN

function newId(): string {
  // Not randomUUID: it is missing on plain http, where a clinic may try things out.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function browserWorld(url: string, protocol: string): World {
  return {
    connect: () => new WebSocket(url, protocol) as Socket,
    after: (milliseconds, what) => setTimeout(what, milliseconds),
    cancel: (timer) => clearTimeout(timer),
    random: Math.random,
    newId,
    now: () => new Date().toISOString(),
  };
}
