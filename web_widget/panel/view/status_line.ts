// The one line that says in words how the connection is and who is there, and the button that mends it where one can. Silence
// means that all is well. It waits a moment before it complains, so that a short break passes unnoticed.
import type { LineState } from "../connection.ts";
import type { Agent } from "../frames.ts";
import { filled } from "../strings.ts";
import type { Strings } from "../strings.ts";
import { setText } from "./dom.ts";
import { linkedText } from "./linked_text.ts";

const kPatience = 1_200;
const kShownFor = 4_000;

export interface StatusView {
  line: LineState;
  agent: Agent | undefined;
  practicePhone: string;
  isForgotten: boolean;
  isLate: boolean; // no connection for long
  isIdle: boolean; // nobody has done anything for long
  isOnline: boolean;
}

export class StatusLine {
  private trouble = "";
  private hasComplained = false;
  private wasIdle = false;
  private patience: ReturnType<typeof setTimeout> | undefined;
  private fading: ReturnType<typeof setTimeout> | undefined;
  private agentSeen: string | undefined;

  constructor(
    private readonly text: HTMLElement,
    private readonly action: HTMLButtonElement,
    private readonly focusLost: () => void,
    clicked: () => void,
  ) {
    action.addEventListener("click", clicked);
  }

  show(view: StatusView, strings: Strings): void {
    this.offer(actionLabel(view, strings));
    this.trouble = troubleText(view, strings);
    this.wasIdle ||= view.isIdle && view.line === "open";
    if (this.trouble !== "") return this.complain(view.line === "waiting" || view.line === "connecting");
    clearTimeout(this.patience);
    this.patience = undefined;
    if (this.hasComplained) this.say(view.line === "open" && !this.wasIdle ? strings.back_online : "", kShownFor);
    this.hasComplained = this.wasIdle = false;
    this.tellAgent(view.agent, strings);
  }

  // A passing remark of the panel itself.
  say(text: string, milliseconds?: number): void {
    clearTimeout(this.fading);
    if (milliseconds !== undefined) this.fading = setTimeout(() => setText(this.text, ""), milliseconds);
    if (this.text.textContent !== text) this.text.replaceChildren(...linkedText(text));
  }

  private complain(canWait: boolean): void {
    if (this.hasComplained || !canWait) return this.complainNow();
    this.patience ??= setTimeout(() => this.complainNow(), kPatience);
  }

  private complainNow(): void {
    this.hasComplained = true;
    this.say(this.trouble);
  }

  private tellAgent(agent: Agent | undefined, strings: Strings): void {
    const seen = agent ? `${agent.state} ${agent.name ?? ""}` : "";
    const isNews = this.agentSeen !== undefined && seen !== this.agentSeen; // not what was so when the chat was opened
    this.agentSeen = seen;
    if (!agent || !isNews) return;
    const text = { waiting: strings.agent_waiting, joined: strings.agent_joined, left: strings.agent_left }[
      agent.state
    ];
    this.say(filled(text, { name: agent.name ?? strings.agent_said }), kShownFor);
  }

  private offer(label: string): void {
    const hadFocus = document.activeElement === this.action;
    setText(this.action, label);
    this.action.hidden = label === "";
    if (hadFocus && this.action.hidden) this.focusLost();
  }
}

function actionLabel(view: StatusView, strings: Strings): string {
  if (view.isForgotten) return strings.start;
  if (view.isIdle) return strings.forget_yes;
  return view.line === "replaced" ? strings.take_back : "";
}

function troubleText(view: StatusView, strings: Strings): string {
  if (view.isForgotten) return strings.forgotten;
  switch (view.line) {
    case "replaced":
      return strings.replaced;
    case "ended":
      return orCall(strings.ended, view, strings);
    case "waiting":
    case "connecting":
      if (view.isLate) return orCall(view.isOnline ? strings.waiting : strings.offline, view, strings);
      if (view.line === "connecting") return strings.connecting;
      return view.isOnline ? strings.waiting : strings.offline;
    case "open":
    case "closed":
      return view.isIdle ? strings.idle : "";
  }
}

function orCall(text: string, { practicePhone }: StatusView, strings: Strings): string {
  return practicePhone === "" ? text : `${text} ${filled(strings.call_us, { phone: practicePhone })}`;
}
