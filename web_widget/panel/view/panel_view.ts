// The whole panel: gives each part its element, shows them what the chat says, and sends what the visitor does back to the
// chat. It decides where the focus goes; no part may leave it nowhere.
import type { Chat, ChatView } from "../chat.ts";
import { openChoices } from "../conversation.ts";
import type { Line } from "../conversation.ts";
import type { Agent, Choice, Progress } from "../frames.ts";
import { directionOf, filled, stringsFor } from "../strings.ts";
import type { Strings } from "../strings.ts";
import { transcript } from "../transcript.ts";
import { Composer } from "./composer.ts";
import { Confirmation } from "./confirmation.ts";
import { button, make, part, setText } from "./dom.ts";
import { Lapse } from "./lapse.ts";
import { linkedText } from "./linked_text.ts";
import type { LineHooks } from "./line_item.ts";
import { LogView } from "./log_view.ts";
import { Menu } from "./menu.ts";
import type { MenuItem } from "./menu.ts";
import { QuickReplies } from "./quick_replies.ts";
import { StatusLine } from "./status_line.ts";

const kLanguageChoice = "@language:";
const kMostLanguageButtons = 2;
const kRemark = 6_000;
const kLate = 15_000; // without a connection
const kIdle = 10 * 60_000; // without a key, a touch or a new line

export interface PanelHooks {
  close(): void;
  draft(text: string): void;
  ended(conversation: string): void; // the visitor has cleared this device
}

export class PanelView {
  private readonly log: LogView;
  private readonly choices: QuickReplies;
  private readonly status: StatusLine;
  private readonly menu: Menu;
  private readonly confirmation = new Confirmation(() => this.menu.focus());
  private readonly late = new Lapse(kLate, () => this.showAgain());
  private readonly idle = new Lapse(kIdle, () => this.showAgain());
  private copy: string | undefined; // the address of the saved copy
  readonly composer: Composer;
  private readonly scroller = part("scroll");
  private language = "";
  private labels: Record<string, string> | undefined;
  private strings: Strings;
  private last: ChatView | undefined;
  private alerted = 0;
  private refused = 0;
  private isForgotten = false;

  constructor(
    private readonly chat: Chat,
    private readonly hooks: PanelHooks,
    private readonly ownLanguage: string,
    private readonly phone: () => string, // the clinic's, until the practice has said its own
  ) {
    this.strings = stringsFor(ownLanguage);
    this.log = new LogView(part("log"), this.scroller, this.lineHooks(), () => this.focusHome());
    this.choices = new QuickReplies(
      part("choices"),
      (choice, byKeyboard) => this.choose(choice, byKeyboard),
      () => this.focusHome(),
    );
    this.status = new StatusLine(
      part("status"),
      part("status_action"),
      () => this.focusHome(),
      () => this.mend(),
    );
    this.menu = new Menu(part("menu"), () => this.focusHome());
    this.composer = new Composer(part("composer"), {
      say: (text) => this.say(text),
      typing: () => this.chat.typing(),
      draft: (text) => this.written(text),
      tooLong: () => this.status.say(this.strings.too_long),
    });
    part("close").addEventListener("click", () => this.hooks.close());
    document.addEventListener("keydown", ({ key }) => key === "Escape" && this.escape());
    for (const sign of ["keydown", "pointerdown"])
      document.addEventListener(sign, () => this.stirs(), { passive: true });
  }

  show(view: ChatView): void {
    this.last = view;
    const { conversation, line } = view;
    this.speak(conversation.language || this.ownLanguage, conversation.practice.labels);
    this.showHeader(view);
    this.showProgress(conversation.progress);
    if (line === "waiting" || line === "connecting") this.late.goesOn();
    else this.late.isOver();
    const isLate = this.late.isLong;
    this.log.show(conversation.lines, { isConnected: line === "open", isLate }, this.strings);
    this.choices.show(openChoices(conversation), this.strings);
    part("typing").hidden = !conversation.typing;
    this.log.follow();
    this.composer.show(conversation.input, this.strings);
    this.status.show(
      {
        line,
        agent: conversation.agent,
        practicePhone: conversation.practice.labels.practice_phone ?? this.phone(),
        isForgotten: this.isForgotten,
        isLate,
        isIdle: this.isIdle(view),
        isOnline: navigator.onLine,
      },
      this.strings,
    );
    this.tellRefused(conversation.lines);
    this.alert(view);
  }

  // This chat was ended in another tab, or before the visitor came back to this page.
  endedElsewhere(): void {
    this.clear();
  }

  // Where a finger is used, the keyboard must not jump up over what is to be read.
  focusHome(): void {
    if (matchMedia("(pointer: coarse)").matches) this.scroller.focus();
    else this.composer.focus();
  }

  private speak(language: string, labels: Record<string, string>): void {
    if (language === this.language && labels === this.labels) return;
    this.language = language;
    this.labels = labels;
    this.strings = stringsFor(language, labels);
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
    part("scroll").setAttribute("aria-label", this.strings.conversation);
    part("log").setAttribute("aria-label", this.strings.messages);
    part("languages").setAttribute("aria-label", this.strings.language);
    part("close").setAttribute("aria-label", this.strings.close);
    part("close").title = this.strings.close;
  }

  private showHeader({ conversation }: ChatView): void {
    const { practice, languages, language, agent } = conversation;
    const title = practice.name || this.strings.title;
    setText(part("title"), title);
    document.title = title;
    setText(part("presence"), presence(agent, this.strings));
    part("presence").classList.toggle("person", agent?.state === "joined");
    const line = practice.emergency_line || this.strings.emergency;
    if (part("emergency").textContent !== line) part("emergency").replaceChildren(...linkedText(line));
    const others = languages.filter(({ id }) => id !== language);
    const inHeader = others.length <= kMostLanguageButtons;
    this.showLanguages(inHeader ? others : []);
    this.menu.show(this.strings.options, [
      ...this.controls(),
      ...(inHeader ? [] : others.map((one) => this.languageItem(one))),
      ...this.ownItems(),
    ]);
  }

  private showLanguages(others: readonly Choice[]): void {
    const group = part("languages");
    group.hidden = others.length === 0;
    const key = others.map(({ id }) => id).join(" ");
    if (group.dataset.shown === key) return;
    const hadFocus = group.contains(document.activeElement);
    group.dataset.shown = key;
    group.replaceChildren(
      ...others
        .map((one) => this.languageItem(one))
        .map(({ label, lang, act }) => button(label, act, { class: "tool", lang })),
    );
    if (hadFocus) this.focusHome();
  }

  private languageItem({ id, label: name }: Choice): MenuItem & { lang: string } {
    const label = name.charAt(0).toLocaleUpperCase(id) + name.slice(1); // "español" stands alone on a button
    return { label, lang: id, act: () => this.chat.choose(kLanguageChoice + id, label) };
  }

  private controls(): MenuItem[] {
    const offered = this.last?.conversation.controls ?? [];
    return offered
      .filter(({ id }) => !id.startsWith(kLanguageChoice))
      .map(({ id, label }) => ({ label, act: () => this.chat.choose(id, label) }));
  }

  private ownItems(): MenuItem[] {
    if ((this.last?.conversation.lines.length ?? 0) === 0) return [];
    return [
      { label: this.strings.transcript, act: () => this.saveTranscript() },
      { label: this.strings.forget, act: () => this.askToForget(), keepsFocus: true },
    ];
  }

  private showProgress(progress: Progress | undefined): void {
    const element = part("progress");
    element.hidden = !progress || progress.total === 0;
    if (!progress || element.hidden) return;
    const text = filled(this.strings.progress, { done: progress.done, total: progress.total });
    const bar = element.querySelector("progress") as HTMLProgressElement;
    bar.max = progress.total;
    bar.value = Math.min(progress.done, progress.total);
    bar.setAttribute("aria-label", text);
    setText(element.querySelector("span") as HTMLElement, text);
  }

  // An emergency text is read out at once, whatever is being read.
  private alert({ conversation }: ChatView): void {
    const urgent = conversation.lines.filter((line) => line.urgent && (line.seq ?? 0) > this.alerted);
    const newest = urgent.at(-1);
    if (!newest) return;
    this.alerted = newest.seq ?? this.alerted;
    setText(part("alert"), `${this.strings.urgent}. ${newest.text}`);
  }

  // A line that was not taken says so itself, but not aloud.
  private tellRefused(lines: readonly Line[]): void {
    const refused = lines.filter((line) => line.refused !== undefined);
    if (refused.length > this.refused) {
      this.status.say(refused.at(-1)?.refused === "too_large" ? this.strings.too_long : this.strings.refused, kRemark);
    }
    this.refused = refused.length;
  }

  private lineHooks(): LineHooks {
    return {
      sayAgain: (id) => this.chat.sayAgain(id),
      hurry: () => this.chat.hurry(),
      remove: (id) => void this.chat.withdraw(id),
      edit: (id) => {
        const text = this.chat.withdraw(id);
        if (text !== undefined) this.composer.takeBack(text);
      },
    };
  }

  private isIdle({ conversation, line }: ChatView): boolean {
    const isOpen = line === "open" && conversation.lines.length > 0;
    if (isOpen) this.idle.goesOn();
    else this.idle.isOver();
    return isOpen && this.idle.isLong;
  }

  private stirs(): void {
    if (this.idle.isLong) return; // the remark stays until the visitor goes on, so that its button can be reached
    this.idle.isOver();
    this.idle.goesOn();
  }

  private written(text: string): void {
    this.hooks.draft(text);
    if (!this.idle.isLong) return;
    this.idle.isOver();
    this.showAgain();
  }

  private showAgain(): void {
    if (this.last) this.show(this.last);
  }

  private say(text: string): void {
    this.isForgotten = false;
    this.status.say("");
    this.idle.isOver();
    this.chat.say(text);
  }

  private choose(choice: Choice, byKeyboard: boolean): void {
    if (byKeyboard) this.composer.focus();
    else this.focusHome();
    this.idle.isOver();
    this.chat.choose(choice.id, choice.label);
  }

  private mend(): void {
    if (this.last?.line === "open" && !this.isForgotten) return this.askToForget(); // offered to who seems to have left
    this.isForgotten = false;
    this.chat.takeBack();
  }

  private askToForget(): void {
    const { forget_title: title, forget_text: text, forget_yes: yes, forget_no: no } = this.strings;
    this.confirmation.ask({ title, text, yes, no }, () => {
      this.hooks.ended(this.last?.conversation.id ?? "");
      this.clear();
      part("status_action").focus(); // "Start a new chat"
    });
  }

  private clear(): void {
    this.isForgotten = true;
    this.alerted = 0;
    setText(part("alert"), "");
    if (this.copy !== undefined) URL.revokeObjectURL(this.copy);
    this.composer.restore("");
    this.idle.isOver();
    this.chat.forget();
  }

  private saveTranscript(): void {
    if (!this.last) return;
    const blob = new Blob([transcript(this.last.conversation, this.strings)], { type: "text/plain;charset=utf-8" });
    if (this.copy !== undefined) URL.revokeObjectURL(this.copy);
    this.copy = URL.createObjectURL(blob);
    make("a", { href: this.copy, download: "chat.txt" }).click();
  }

  private escape(): void {
    if (this.confirmation.isOpen) this.confirmation.leave();
    else if (this.menu.isOpen) this.menu.close();
    else this.hooks.close();
  }
}

function presence(agent: Agent | undefined, strings: Strings): string {
  if (agent?.state !== "joined") return strings.automated;
  return agent.name === undefined ? strings.agent_unnamed : filled(strings.agent_here, { name: agent.name });
}
