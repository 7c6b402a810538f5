// The conversation as the panel shows it: a pure reducer, state + what happened -> state. It holds what has been said, what may be
// answered now and who is there; it knows no socket, no page and no clock. The server's order (`seq`) is the order shown;
// what waits in the outbox stands behind it.
import { isTriedAgain } from "./frames.ts";
import type {
  Agent,
  Choice,
  Entry,
  Input,
  Practice,
  Progress,
  Reply,
  ServerFrame,
  Speaker,
  Welcome,
} from "./frames.ts";

export interface Line {
  key: string; // stays the same from typed to accepted, so that a view may keep its element
  from: Speaker;
  text: string;
  seq?: number; // none yet: not accepted
  id?: string;
  at?: string;
  name?: string; // of the agent who said it
  urgent?: boolean;
  refused?: string; // the code of the error: it was not taken
  left?: boolean; // it is under way: the server may have it already
  isChoice?: boolean; // a button was pressed; there is nothing to edit
  after?: number; // a refused line has its place behind this `seq`
}

export interface Conversation {
  id: string;
  practice: Practice;
  language: string;
  languages: Choice[];
  controls: Choice[];
  lines: Line[];
  asked: { seq: number; choices: Choice[] }; // the last question; openChoices says whether it is still open
  input: Input;
  progress?: Progress;
  agent?: Agent;
  typing: boolean;
}

export type Happening =
  | ServerFrame
  | { type: "said"; id: string; text: string; at?: string; isChoice?: boolean } // typed or chosen by the visitor
  | { type: "left"; id: string } // gone out to the server, perhaps once more
  | { type: "withdrawn"; id: string } // taken back to be sent anew
  | { type: "typing_over" };

export const kNothingYet: Conversation = {
  id: "",
  practice: { name: "", disclosure: "", emergency_line: "", labels: {} },
  language: "",
  languages: [],
  controls: [],
  lines: [],
  asked: { seq: 0, choices: [] },
  input: "text",
  typing: false,
};

export const highestSeq = (lines: readonly Line[]): number =>
  lines.reduce((most, line) => Math.max(most, line.seq ?? 0), 0);

// Choices go when anything newer is sent or comes, and come back if what was sent is not taken.
export function openChoices({ asked, lines }: Conversation): Choice[] {
  const isWaiting = lines.some((line) => line.seq === undefined && line.refused === undefined);
  return !isWaiting && asked.seq === highestSeq(lines) ? asked.choices : [];
}

export function reduce(now: Conversation, what: Happening): Conversation {
  switch (what.type) {
    case "welcome":
      return welcomed(now, what);
    case "reply":
      return replied(now, what);
    case "accepted":
      return { ...now, lines: accepted(now.lines, what.id, what.seq) };
    case "said":
      return { ...now, lines: said(now.lines, what) };
    case "left":
      return { ...now, lines: now.lines.map((line) => (line.id === what.id ? { ...line, left: true } : line)) };
    case "withdrawn":
      return { ...now, lines: now.lines.filter((line) => line.id !== what.id) };
    case "error":
      return { ...now, lines: refused(now.lines, what.id, what.code) };
    case "typing":
      return { ...now, typing: true };
    case "typing_over":
      return { ...now, typing: false };
    case "agent":
      return { ...now, agent: { state: what.state, ...(what.name !== undefined && { name: what.name }) } };
  }
}

function welcomed(now: Conversation, frame: Welcome): Conversation {
  const addsUp = frame.history.length === 0 || frame.after <= highestSeq(now.lines);
  const goesOn = frame.conversation === now.id && addsUp;
  const waiting = now.lines.filter((line) => line.seq === undefined);
  const { agent: _, ...rest } = now;
  const next: Conversation = {
    ...(goesOn ? rest : kNothingYet),
    id: frame.conversation,
    practice: frame.practice,
    language: frame.language,
    languages: frame.languages,
    controls: frame.controls,
    lines: frame.history.reduce((lines, entry) => withEntry(lines, entry), goesOn ? now.lines : waiting),
    ...(frame.agent && { agent: frame.agent }),
  };
  const last = frame.history.at(-1);
  return last ? withQuestion(next, last) : next;
}

function replied(now: Conversation, frame: Reply): Conversation {
  if (now.lines.some((line) => line.seq === frame.seq)) return now;
  const name = frame.from === "agent" ? now.agent?.name : undefined;
  const next = { ...now, lines: withEntry(now.lines, frame, name), typing: false };
  return frame.seq === highestSeq(next.lines) ? withQuestion(next, frame) : next;
}

function withQuestion(now: Conversation, entry: Entry): Conversation {
  return {
    ...now,
    asked: { seq: entry.seq, choices: entry.choices ?? [] },
    input: entry.input ?? "text",
    ...(entry.progress && { progress: entry.progress }),
  };
}

function withEntry(lines: Line[], entry: Entry, name?: string): Line[] {
  if (lines.some((line) => line.seq === entry.seq)) return lines;
  const line: Line = { key: entry.id ?? `seq-${entry.seq}`, seq: entry.seq, from: entry.from, text: entry.text };
  if (entry.id !== undefined) line.id = entry.id;
  if (entry.at !== undefined) line.at = entry.at;
  if (entry.urgent) line.urgent = true;
  if (name !== undefined) line.name = name;
  return inOrder([...lines.filter((other) => other.seq !== undefined || other.key !== line.key), line]);
}

function accepted(lines: Line[], id: string, seq: number | undefined): Line[] {
  if (seq === undefined) return lines.filter((line) => line.id !== id || line.seq !== undefined); // it makes no entry
  return inOrder(lines.map((line) => (line.id === id ? { ...line, seq } : line)));
}

function said(lines: Line[], what: Happening & { type: "said" }): Line[] {
  if (lines.some((line) => line.id === what.id)) return lines;
  const line: Line = { key: what.id, id: what.id, from: "visitor", text: what.text };
  const isChoice = what.isChoice === true && { isChoice: true };
  return [...lines, { ...line, ...isChoice, ...(what.at !== undefined && { at: what.at }) }];
}

function refused(lines: Line[], id: string | undefined, code: string): Line[] {
  if (id === undefined || isTriedAgain(code)) return lines;
  const after = highestSeq(lines);
  return inOrder(
    lines.map((line) => (line.id === id && line.seq === undefined ? { ...line, refused: code, after } : line)),
  );
}

// Sorting is stable: lines that wait keep the order in which they were written.
function inOrder(lines: Line[]): Line[] {
  const place = ({ seq, after }: Line) => seq ?? (after === undefined ? Number.MAX_VALUE : after + 0.5);
  return [...lines].sort((a, b) => place(a) - place(b));
}
