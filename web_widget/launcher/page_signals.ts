// What the page says about the visit: pages seen and calls to action clicked, by path and topic alone. It stays in this page's
// memory, a few entries at most, and leaves it only when the visitor opens the chat.
import type { Signal } from "../bridge.ts";

const kMost = 20;

export class PageSignals {
  private readonly kept: Signal[] = [];
  private deliver: ((signal: Signal) => void) | undefined;

  constructor(topic: string | undefined) {
    this.add("page_view", topic);
    document.addEventListener("click", ({ target }) => this.clicked(target), { capture: true, passive: true });
  }

  // All until now; from here on each goes to `deliver` as it comes.
  handOver(deliver: (signal: Signal) => void): Signal[] {
    this.deliver = deliver;
    return this.kept.splice(0);
  }

  private clicked(target: EventTarget | null): void {
    if (!(target instanceof Element)) return;
    const call = target.closest<HTMLElement>("a[data-topic], button[data-topic]");
    if (call) this.add("cta_click", call.dataset.topic);
  }

  private add(name: Signal["name"], topic: string | undefined): void {
    const signal: Signal = { name, page: location.pathname, ...(topic !== undefined && { topic }) };
    if (this.deliver) return this.deliver(signal);
    this.kept.push(signal);
    if (this.kept.length > kMost) this.kept.shift();
  }
}
