// The panel's end of the bridge to the launcher on the clinic's page. The first message must come from the window that frames us; from
// then on only that window's origin is heard, and spoken to.
import { isOurs } from "../bridge.ts";
import type { ToPage, ToPanel } from "../bridge.ts";

export class Host {
  private origin: string | undefined;

  constructor(private readonly heard: (message: ToPanel) => void) {
    window.addEventListener("message", (event) => {
      if (event.source !== window.parent || !isOurs(event.data)) return;
      this.origin ??= event.origin;
      if (event.origin === this.origin) this.heard(event.data as ToPanel);
    });
  }

  get isThere(): boolean {
    return window.parent !== window;
  }

  // A page without an origin of its own ("null") can only be reached by "*".
  private get target(): string {
    return this.origin === undefined || this.origin === "null" ? "*" : this.origin;
  }

  // "ready" is the one message that goes to an origin not known yet; it says nothing but that.
  tell(message: ToPage): void {
    if (this.isThere) window.parent.postMessage(message, this.target);
  }
}
