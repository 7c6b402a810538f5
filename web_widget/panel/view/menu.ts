// The options: a button that shows a list of buttons (a disclosure; it needs no arrow keys). Escape and a click elsewhere close it.
import { button, make } from "./dom.ts";

export interface MenuItem {
  label: string;
  lang?: string;
  act(): void;
  keepsFocus?: boolean; // it takes the focus itself
}

export class Menu {
  private readonly toggle: HTMLButtonElement;
  private readonly list: HTMLUListElement;
  private shown = "";

  constructor(
    element: HTMLElement,
    private readonly acted: () => void, // an item was used; the focus wants a place
  ) {
    this.toggle = element.querySelector("button") as HTMLButtonElement;
    this.list = element.querySelector("ul") as HTMLUListElement;
    this.toggle.addEventListener("click", () => this.open(!this.isOpen));
    document.addEventListener("pointerdown", ({ target }) => {
      if (!element.contains(target as Node)) this.open(false);
    });
    element.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !element.contains(relatedTarget as Node)) this.open(false);
    });
  }

  get isOpen(): boolean {
    return !this.list.hidden;
  }

  focus(): void {
    this.toggle.focus();
  }

  close(): void {
    const hadFocus = this.list.contains(document.activeElement);
    this.open(false);
    if (hadFocus) this.toggle.focus();
  }

  show(label: string, items: readonly MenuItem[]): void {
    this.toggle.setAttribute("aria-label", label);
    this.toggle.title = label;
    const key = items.map((item) => item.label).join("\n");
    if (key === this.shown) return;
    this.shown = key;
    const hadFocus = this.list.contains(document.activeElement);
    this.list.replaceChildren(...items.map((item) => make("li", {}, this.entry(item))));
    if (hadFocus) this.toggle.focus();
  }

  private entry(item: MenuItem): HTMLButtonElement {
    return button(item.label, () => this.use(item), item.lang === undefined ? {} : { lang: item.lang });
  }

  private use(item: MenuItem): void {
    this.toggle.focus();
    this.open(false);
    item.act();
    if (!item.keepsFocus) this.acted();
  }

  private open(isOpen: boolean): void {
    this.list.hidden = !isOpen;
    this.toggle.setAttribute("aria-expanded", String(isOpen));
  }
}
