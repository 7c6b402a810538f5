// The log: one list item per line, kept by its key, so that a line that is accepted stays the same element and is
// not read out twice. `follow` scrolls to what is new, unless the visitor has scrolled back to read.
import type { Line } from "../conversation.ts";
import type { Strings } from "../strings.ts";
import { LineItem } from "./line_item.ts";
import type { LineHooks } from "./line_item.ts";

const kNearEnd = 80; // pixels: so near still counts as reading along
const kMargin = 8;
const kHush = 1_000;
const kOneTurn = 3_000; // what comes so soon after another line belongs to it

export interface Connectedness {
  isConnected: boolean;
  isLate: boolean;
}

export class LogView {
  private readonly list: HTMLOListElement;
  private readonly items = new Map<string, LineItem>();
  private newest: HTMLElement | undefined; // the beginning of what is to be read now
  private newestSince = 0;
  private scrolledTo = 0;
  private readsAlong = true;

  constructor(
    private readonly log: HTMLElement,
    private readonly scroller: HTMLElement,
    private readonly hooks: LineHooks,
    private readonly focusLost: () => void,
  ) {
    this.list = log.querySelector("ol") as HTMLOListElement;
    scroller.addEventListener("scroll", () => this.scrolled(), { passive: true });
    new ResizeObserver(() => this.follow()).observe(scroller); // a keyboard comes up, a status line appears
  }

  show(lines: readonly Line[], connection: Connectedness, strings: Strings): void {
    const hadFocus = this.list.contains(document.activeElement);
    const fresh = lines.filter((line) => !this.items.has(line.key));
    if (this.items.size === 0 && fresh.some(({ from, seq }) => from === "visitor" && seq !== undefined)) this.hush();
    this.removeOthers(lines);
    lines.forEach((line, index) => {
      const item = this.items.get(line.key) ?? new LineItem(this.hooks);
      this.items.set(line.key, item);
      item.show(line, { ...connection, isLast: index === lines.length - 1 }, strings);
      this.place(item.element, index); // whole, so that it is read out once
    });
    if (fresh.length > 0) this.begin(beginning(fresh));
    this.readsAlong ||= fresh.some((line) => line.from === "visitor");
    if (hadFocus && !this.list.contains(document.activeElement)) this.focusLost();
  }

  // To the end, but never past the beginning of what is new. To be called when all around the log is in its place.
  follow(): void {
    if (!this.readsAlong || !this.newest) return;
    const start = this.newest.offsetTop - kMargin;
    const end = this.scroller.scrollHeight - this.scroller.clientHeight;
    this.scrolledTo = Math.max(0, Math.min(start, end));
    this.scroller.scrollTop = this.scrolledTo;
  }

  // A turn is read from its first line on, however much follows; what comes later, and what is urgent, from itself on.
  private begin({ key, urgent, from }: Line): void {
    const isSameTurn = this.newest !== undefined && performance.now() - this.newestSince < kOneTurn;
    if (isSameTurn && from === "bot" && !urgent) return;
    this.newest = this.items.get(key)?.element;
    this.newestSince = performance.now();
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
      if (element === this.newest) this.newest = undefined;
    }
  }

  private place(element: HTMLElement, index: number): void {
    const there = this.list.children[index] ?? null;
    if (there !== element) this.list.insertBefore(element, there);
  }

  // Whoever scrolls up, back to what was said, is left there until they say something.
  private scrolled(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    this.readsAlong = scrollTop >= this.scrolledTo - kNearEnd || scrollHeight - scrollTop - clientHeight < kNearEnd;
  }
}

// Of lines that come together: what is urgent, else the visitor's last, else the first.
function beginning(fresh: readonly Line[]): Line {
  const isFirst = fresh.find((line) => line.urgent) ?? fresh.findLast((line) => line.from === "visitor");
  return isFirst ?? (fresh[0] as Line);
}
