// What the launcher (on the clinic's page) and the panel (in our iframe) say to each other by postMessage. None of it is
// a visitor's word: the page may see that there is a chat and how many lines are unread, never what they say.

export interface Signal {
  name: "page_view" | "cta_click";
  page: string; // the path alone: what stands behind ? or # may be personal
  topic?: string;
}

export type ToPanel =
  | { anteroom: "start"; language?: string; accent?: string; phone?: string; signals: Signal[] }
  | { anteroom: "shown" }
  | { anteroom: "hidden" }
  | { anteroom: "signal"; signal: Signal };

export type ToPage =
  | { anteroom: "ready" } //
  | { anteroom: "close" }
  | { anteroom: "unread"; count: number };

export function isOurs(data: unknown): data is { anteroom: string } {
  return typeof data === "object" && data !== null && typeof (data as { anteroom?: unknown }).anteroom === "string";
}
