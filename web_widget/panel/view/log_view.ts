// The log: one list item per line, kept by its key, so that a line that is accepted stays the same element and is
// not read out twice. `follow` scrolls to what is new, unless the visitor has scrolled back to read.
import type { Line } from "../conversation.ts";
import type { Strings } from "../strings.ts";
import { button, make } from "./dom.ts";
import { linkedText } from "./linked_text.ts";

const kNearEnd = 80; // pixels: so near still counts as reading along
const kMargin = 8;
const kHush = 1_000;

export class LogView {
  private readonly list: HTMLOListElement;
  private readonly items = new Map<string, { line: Line; element: HTMLLIElement }>();
  private strings: Strings | undefined;
  private newest: HTMLLIElement | undefined; // the beginning of what is to be read now
  private scrolledTo = 0;
  private readsAlong = true;

  constructor(
    private readonly log: HTMLElement,
    private readonly scroller: HTMLElement,
    private readonly sayAgain: (id: string) => void,
  ) {
    this.list = log.querySelector("ol") as HTMLOListElement;
    scroller.addEventListener("scroll", () => this.scrolled(), { passive: true });
    new ResizeObserver(() => this.follow()).observe(scroller); // a keyboard comes up, a status line appears
  }

  show(lines: readonly Line[], strings: Strings): void {
    const isOld = this.strings === strings;
    this.strings = strings;
    const fresh = lines.filter((line) => !this.items.has(line.key));
    if (this.items.size === 0 && fresh.some(({ from, seq }) => from === "visitor" && seq !== undefined)) this.hush();
    this.removeOthers(lines);
    lines.forEach((line, index) => this.place(line, index, isOld));
    if (fresh.length > 0) this.newest = this.items.get(beginning(lines, fresh).key)?.element;
    this.readsAlong ||= fresh.some((line) => line.from === "visitor");
  }

  // To the end, but never past the beginning of what is new. To be called when all around the log is in its place.
  follow(): void {
    if (!this.readsAlong || !this.newest) return;
    const start = this.newest.offsetTop - kMargin;
    const end = this.scroller.scrollHeight - this.scroller.clientHeight;
    this.scrolledTo = Math.max(0, Math.min(start, end));
    this.scroller.scrollTop = this.scrolledTo;
  }

  // A whole history that comes back is not read out.
  private hush(): void {
    this.log.setAttribute("aria-live", "off");
    setTimeout(() => this.log.setAttribute("aria-live", "polite"), kHush);
  }

  private removeOthers(lines: readonly Line[]): void {
    const keys = new Set(lines.map((line) => line.key));
    for (const [key, { element }] of this.items) {
      if (keys.has(key)) continue;
      element.remove();
      this.items.delete(key);
    }
  }

  private place(line: Line, index: number, stringsAreOld: boolean): void {
    const before = this.items.get(line.key);
    const element = before?.element ?? make("li");
    if (before?.line !== line || !stringsAreOld) this.fill(element, line);
    this.items.set(line.key, { line, element });
    if (this.list.children[index] !== element) this.list.insertBefore(element, this.list.children[index] ?? null);
  }

  private fill(element: HTMLLIElement, line: Line): void {
    const strings = this.strings as Strings;
    element.className = `line ${line.from}${line.urgent ? " urgent" : ""}${line.seq === undefined ? " unsent" : ""}`;
    const text = line.from === "visitor" ? [document.createTextNode(line.text)] : linkedText(line.text);
    const children: Node[] = [speaker(line, strings), make("p", { dir: "auto" }, ...text)];
    if (line.refused !== undefined) children.push(this.refusal(line, strings));
    else if (line.seq === undefined) children.push(make("small", { class: "note" }, strings.unsent));
    element.replaceChildren(...children);
  }

  private refusal(line: Line, strings: Strings): HTMLElement {
    const why = line.refused === "too_large" ? strings.too_long : strings.refused;
    return make(
      "small",
      {},
      why,
      " ",
      button(strings.again, () => this.sayAgain(line.id ?? "")),
    );
  }

  // Whoever scrolls up, back to what was said, is left there until they say something.
  private scrolled(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    this.readsAlong = scrollTop >= this.scrolledTo - kNearEnd || scrollHeight - scrollTop - clientHeight < kNearEnd;
  }
}

// A turn is read from the visitor's line on; what comes unasked, from itself on.
function beginning(lines: readonly Line[], fresh: readonly Line[]): Line {
  const first = fresh[0] as Line;
  if (first.from === "agent") return first;
  return lines.findLast((line) => line.from === "visitor") ?? first;
}

// Seen only where a person speaks; always heard.
function speaker(line: Line, strings: Strings): HTMLElement {
  const who = { visitor: strings.you_said, bot: strings.bot_said, agent: line.name ?? strings.agent_said }[line.from];
  const urgent = line.urgent ? `${strings.urgent}. ` : "";
  if (line.from === "agent") return make("span", { class: "name" }, urgent + who);
  return make("span", { class: "unseen" }, `${urgent}${who}: `);
}
