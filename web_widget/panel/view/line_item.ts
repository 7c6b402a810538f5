// One line of the log. The words never change once they stand there, so they are read out once; what becomes of them (sending, not
// sent, sent) is a note of its own below, which is not read out by itself: the status line says what matters of it.
import type { Line } from "../conversation.ts";
import type { Strings } from "../strings.ts";
import { button, make } from "./dom.ts";
import { linkedText } from "./linked_text.ts";

export interface LineHooks {
  sayAgain(id: string): void; // was not taken
  hurry(): void; // waits for the connection
  edit(id: string): void;
  remove(id: string): void;
}

// What a line needs to know of the rest.
export interface Surroundings {
  isConnected: boolean;
  isLate: boolean; // the connection has been gone for long
  isLast: boolean; // nothing stands behind it
}

type Note = { text: string; actions: (keyof LineHooks)[]; isSeen: boolean };

export class LineItem {
  readonly element = make("li");
  private readonly note = make("small", { class: "note", "aria-live": "off" });
  private shown = "";
  private said = "";

  constructor(private readonly hooks: LineHooks) {}

  show(line: Line, around: Surroundings, strings: Strings): void {
    this.element.className = `line ${line.from}${line.urgent ? " urgent" : ""}${line.seq === undefined ? " unsent" : ""}`;
    this.say(line, strings);
    if (line.from === "visitor") this.mark(line, noteOf(line, around, strings), strings);
  }

  private say(line: Line, strings: Strings): void {
    const { who, isSeen } = speaker(line, strings);
    const key = `${who}\n${line.text}`;
    if (key === this.said) return;
    this.said = key;
    const text = line.from === "visitor" ? [document.createTextNode(line.text)] : linkedText(line.text);
    const name = make("span", { class: isSeen ? "name" : "unseen" }, isSeen ? who : `${who}: `);
    this.element.replaceChildren(name, make("p", {}, ...text), ...(line.from === "visitor" ? [this.note] : []));
  }

  private mark(line: Line, { text, actions, isSeen }: Note, strings: Strings): void {
    const key = [text, isSeen, ...actions].join("\n");
    if (key === this.shown) return;
    this.shown = key;
    this.note.className = isSeen ? "note" : "unseen";
    const id = line.id ?? "";
    const buttons = actions.map((name) => button(strings[kLabels[name]], () => this.hooks[name](id)));
    this.note.replaceChildren(make("span", {}, text), ...buttons);
  }
}

const kLabels = { sayAgain: "again", hurry: "try_now", edit: "edit", remove: "remove" } as const;

function noteOf(line: Line, { isConnected, isLate, isLast }: Surroundings, strings: Strings): Note {
  const back = line.isChoice ? "remove" : "edit";
  if (line.refused === "too_large") return { text: strings.too_long, actions: [back, "remove"], isSeen: true };
  if (line.refused !== undefined) return { text: strings.refused, actions: ["sayAgain", back], isSeen: true };
  if (line.seq !== undefined) return { text: strings.sent, actions: [], isSeen: isLast };
  if (isConnected) return { text: strings.sending, actions: [], isSeen: true };
  if (!isLate) return { text: strings.unsent, actions: [], isSeen: true };
  return { text: strings.unsent, actions: line.left ? ["hurry"] : ["hurry", back], isSeen: true };
}

// Seen only where a person speaks; always heard.
function speaker(line: Line, strings: Strings): { who: string; isSeen: boolean } {
  const who = { visitor: strings.you_said, bot: strings.bot_said, agent: line.name ?? strings.agent_said }[line.from];
  return { who: line.urgent ? `${strings.urgent}. ${who}` : who, isSeen: line.from === "agent" };
}
