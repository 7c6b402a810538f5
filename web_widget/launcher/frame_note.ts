// What stands in the panel's place until the panel is there: a word after a moment, and, where it does not come, that it cannot be
// reached, whom to call, and a button that tries again.
import type { wordsFor } from "./strings.ts";

const kQuiet = 1_000;
const kLong = 12_000;

export class FrameNote {
  readonly element = document.createElement("div");
  private readonly text = document.createElement("p");
  private readonly again = document.createElement("button");
  private timers: ReturnType<typeof setTimeout>[] = [];

  constructor(
    private readonly words: () => ReturnType<typeof wordsFor>,
    private readonly phone: string | undefined,
    retry: () => void,
  ) {
    this.element.className = "note";
    this.text.setAttribute("role", "status");
    this.again.type = "button";
    this.again.addEventListener("click", retry);
    this.element.append(this.text, this.again);
    this.hide();
  }

  wait(): void {
    this.hide();
    this.element.hidden = false;
    this.timers = [
      setTimeout(() => (this.text.textContent = this.words().opening), kQuiet),
      setTimeout(() => this.fail(), kLong),
    ];
  }

  hide(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.element.hidden = this.again.hidden = true;
    this.text.textContent = "";
  }

  private fail(): void {
    const { failed, call, again } = this.words();
    this.text.textContent = failed;
    this.again.textContent = again;
    this.again.hidden = false;
    if (this.phone === undefined) return;
    const link = document.createElement("a");
    link.href = `tel:${this.phone.replace(/[^\d+]/g, "")}`;
    link.textContent = this.phone;
    this.text.append(` ${call} `, link, ".");
  }
}
