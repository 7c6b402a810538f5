// What outlives a reload of the page: the key to the conversation, what is not yet accepted, and a draft. It is kept in
// sessionStorage of the panel's own origin, which the clinic's page and its scripts cannot read. Not localStorage: clinic
// lobbies, libraries and families share computers, and there the next person must not find this conversation; a session
// ends with its tab. Where storage is forbidden, it lasts as long as the page.
import type { Waiting } from "./outbox.ts";
import { faultOf } from "./limits.ts";

const kResume = "anteroom.resume";
const kOutbox = "anteroom.outbox";
const kDraft = "anteroom.draft";

export type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export class Memory {
  constructor(private readonly store: Store) {}

  resume(): string | undefined {
    const resume = this.read(kResume);
    return resume !== undefined && faultOf({ type: "hello", resume }) === undefined ? resume : undefined;
  }
  keepResume(token: string | undefined): void {
    this.write(kResume, token);
  }

  draft(): string {
    return this.read(kDraft) ?? "";
  }
  keepDraft(text: string): void {
    this.write(kDraft, text || undefined);
  }

  outbox(): Waiting[] {
    try {
      const kept: unknown = JSON.parse(this.read(kOutbox) ?? "[]");
      return Array.isArray(kept) ? kept.filter(isWaiting) : [];
    } catch {
      return [];
    }
  }
  keepOutbox(waiting: readonly Waiting[]): void {
    this.write(kOutbox, waiting.length > 0 ? JSON.stringify(waiting) : undefined);
  }

  forget(): void {
    for (const name of [kResume, kOutbox, kDraft]) this.write(name, undefined);
  }

  private read(name: string): string | undefined {
    return this.store.getItem(name) ?? undefined;
  }

  private write(name: string, value: string | undefined): void {
    try {
      if (value === undefined) this.store.removeItem(name);
      else this.store.setItem(name, value);
    } catch {
      // Full or forbidden by now: the conversation goes on without it.
    }
  }
}

function isWaiting(one: unknown): one is Waiting {
  if (typeof one !== "object" || one === null || !("frame" in one)) return false;
  const { type } = one.frame as { type?: unknown };
  return (type === "message" || type === "choose" || type === "event") && faultOf(one.frame) === undefined;
}

// Reading the property alone may throw, where a browser blocks storage in frames of other sites.
export function sessionStore(): Store {
  try {
    return window.sessionStorage;
  } catch {
    return storeOfThisPage();
  }
}

export function storeOfThisPage(): Store {
  const values = new Map<string, string>();
  return {
    getItem: (name) => values.get(name) ?? null,
    setItem: (name, value) => void values.set(name, value),
    removeItem: (name) => void values.delete(name),
  };
}
