// The test vectors of docs/wire_protocol.md: its fenced blocks `json client`, `json server`, `json client-bad CODE`.
import { readFileSync } from "node:fs";

export interface Vector {
  text: string;
  code: string; // of a client-bad block
}

export function vectors(kind: "client" | "server" | "client-bad"): Vector[] {
  const page = readFileSync("docs/wire_protocol.md", "utf8");
  const fences = page.matchAll(/^```json (\S+)(?: (\S+))?\n([\s\S]*?)^```$/gm);
  return [...fences].filter(([, found]) => found === kind).map(([, , code = "", text = ""]) => ({ text, code }));
}

// A vector may stand on several lines, as no frame on the wire does.
export const serverFrames = (): Record<string, unknown>[] =>
  vectors("server").map(({ text }) => JSON.parse(text) as Record<string, unknown>);
export const serverFrame = (type: string): Record<string, unknown> => {
  const found = serverFrames().find((frame) => frame.type === type);
  if (!found) throw new Error(`no vector of type ${type}`);
  return found;
};
