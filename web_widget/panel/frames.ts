// The frames of the wire protocol `anteroom.v1` as types, and the reader of what the server sends. docs/wire_protocol.md
// is the contract; its examples are the test vectors. Unknown fields and unknown types are left alone.

export interface Choice {
  id: string;
  label: string;
}

export interface Progress {
  done: number;
  total: number;
}

export type Speaker = "visitor" | "bot" | "agent";
export type Input = "text" | "phone" | "email" | "zip" | "number" | "choices";

export interface Entry {
  seq: number;
  from: Speaker;
  text: string;
  id?: string; // a visitor's entry: the client's id
  at?: string;
  urgent?: boolean;
  choices?: Choice[];
  input?: Input;
  progress?: Progress;
}

export interface Practice {
  name: string;
  disclosure: string;
  emergency_line: string;
  labels: Record<string, string>;
}

export interface Agent {
  state: "waiting" | "joined" | "left";
  name?: string;
}

export interface Welcome {
  type: "welcome";
  conversation: string;
  resume: string;
  after: number;
  history: Entry[];
  language: string;
  languages: Choice[];
  practice: Practice;
  controls: Choice[];
  agent?: Agent;
}

export type Reply = { type: "reply"; in_reply_to?: string } & Entry;

export type ServerFrame =
  | Welcome
  | { type: "accepted"; id: string; seq?: number }
  | Reply
  | { type: "typing" }
  | ({ type: "agent" } & Agent)
  | { type: "error"; code: string; what: string; id?: string; retry_after?: number };

export interface Page {
  path?: string;
  topic?: string;
  title?: string;
}

export type Hello = { type: "hello"; resume?: string; language?: string; page?: Page; seen?: number };

// What waits in the outbox until it is accepted.
export type Outgoing =
  | { type: "message"; id: string; text: string }
  | { type: "choose"; id: string; choice: string }
  | { type: "event"; id: string; name: string; page?: string; topic?: string };

export type ClientFrame = Hello | Outgoing | { type: "typing" } | { type: "ack"; seq: number };

// Errors that say "not now": the frame is kept and sent again.
export const isTriedAgain = (code: string): boolean => ["not_ready", "too_fast", "try_again"].includes(code);

type Fields = Record<string, unknown>;

const kInputs: readonly string[] = ["text", "phone", "email", "zip", "number", "choices"];
const kAgentStates: readonly string[] = ["waiting", "joined", "left"];

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
const isChoice = (value: unknown): value is Choice => isFields(value) && isText(value.id) && isText(value.label);

function choices(value: unknown): Choice[] {
  return Array.isArray(value) ? value.filter(isChoice).map(({ id, label }) => ({ id, label })) : [];
}

function entry(value: unknown): Entry | undefined {
  if (!isFields(value) || !isCount(value.seq) || value.seq < 1 || !isText(value.text)) return undefined;
  if (value.from !== "visitor" && value.from !== "bot" && value.from !== "agent") return undefined;
  const result: Entry = { seq: value.seq, from: value.from, text: value.text };
  if (isText(value.id)) result.id = value.id;
  if (isText(value.at)) result.at = value.at;
  if (value.urgent === true) result.urgent = true;
  const offered = choices(value.choices);
  if (offered.length > 0) result.choices = offered;
  if (isText(value.input) && kInputs.includes(value.input)) result.input = value.input as Input;
  const bar = value.progress;
  if (isFields(bar) && isCount(bar.done) && isCount(bar.total)) result.progress = { done: bar.done, total: bar.total };
  return result;
}

function agent(value: unknown): Agent | undefined {
  if (!isFields(value) || !isText(value.state) || !kAgentStates.includes(value.state)) return undefined;
  const result: Agent = { state: value.state as Agent["state"] };
  if (isText(value.name)) result.name = value.name;
  return result;
}

function practice(value: unknown): Practice {
  const from = isFields(value) ? value : {};
  const text = (field: unknown) => (isText(field) ? field : "");
  const labels = isFields(from.labels) ? from.labels : {};
  return {
    name: text(from.name),
    disclosure: text(from.disclosure),
    emergency_line: text(from.emergency_line),
    labels: Object.fromEntries(Object.entries(labels).filter((pair): pair is [string, string] => isText(pair[1]))),
  };
}

function welcome(frame: Fields): Welcome | undefined {
  if (!isText(frame.conversation) || !isText(frame.resume) || !isText(frame.language)) return undefined;
  const history = Array.isArray(frame.history) ? frame.history.map(entry) : [];
  const result: Welcome = {
    type: "welcome",
    conversation: frame.conversation,
    resume: frame.resume,
    after: isCount(frame.after) ? frame.after : 0,
    history: history.filter((one) => one !== undefined),
    language: frame.language,
    languages: choices(frame.languages),
    practice: practice(frame.practice),
    controls: choices(frame.controls),
  };
  const present = agent(frame.agent);
  if (present) result.agent = present;
  return result;
}

function reply(frame: Fields): Reply | undefined {
  const said = entry(frame);
  if (!said) return undefined;
  return { type: "reply", ...said, ...(isText(frame.in_reply_to) && { in_reply_to: frame.in_reply_to }) };
}

const kReaders: Record<string, (frame: Fields) => ServerFrame | undefined> = {
  welcome,
  reply,
  typing: () => ({ type: "typing" }),
  accepted: ({ id, seq }) => (isText(id) ? { type: "accepted", id, ...(isCount(seq) && { seq }) } : undefined),
  agent: (frame) => {
    const present = agent(frame);
    return present && { type: "agent", ...present };
  },
  error: ({ code, what, id, retry_after }) =>
    isText(code)
      ? {
          type: "error",
          code,
          what: isText(what) ? what : "",
          ...(isText(id) && { id }),
          ...(typeof retry_after === "number" && { retry_after }),
        }
      : undefined,
};

export function readServerFrame(text: string): ServerFrame | undefined {
  try {
    const frame: unknown = JSON.parse(text);
    if (!isFields(frame) || !isText(frame.type) || !Object.hasOwn(kReaders, frame.type)) return undefined;
    return kReaders[frame.type]?.(frame);
  } catch {
    return undefined;
  }
}
