// <anteroom-chat>: the floating button on the clinic's page and the frame that the panel lives in. The frame is another origin:
// scripts of the page can read every key pressed inside a shadow root, but nothing inside the frame. So this side holds no word of the
// conversation, stores nothing, and asks nothing of any server before the visitor opens the chat.
import { isOurs } from "../bridge.ts";
import type { ToPage, ToPanel } from "../bridge.ts";
import styleText from "./launcher.css";
import type { PageSignals } from "./page_signals.ts";
import { wordsFor } from "./strings.ts";

const kSvg = "http://www.w3.org/2000/svg";
const kBubble = "M21 12a8 8 0 0 1-8 8H4l2-3.5A8 8 0 1 1 21 12z";
const kCross = "M6 6l12 12M18 6L6 18";

export interface LauncherSettings {
  panel: URL; // on Anteroom's own origin
  signals: PageSignals;
  language: string | undefined; // what the page asks for; else the browser's own is used
  label: string | undefined;
}

export class LauncherElement extends HTMLElement {
  private settings!: LauncherSettings;
  private readonly button = document.createElement("button");
  private readonly label = document.createElement("span");
  private readonly badge = document.createElement("span");
  private readonly icon = document.createElementNS(kSvg, "path");
  private readonly frameBox = document.createElement("div");
  private frame: HTMLIFrameElement | undefined;

  begin(settings: LauncherSettings): void {
    this.settings = settings;
    const style = new CSSStyleSheet(); // no inline style: the page's policy may forbid it
    style.replaceSync(styleText);
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [style];
    this.furnish();
    root.append(this.button, this.frameBox);
    this.button.addEventListener("click", () => this.toggle(!this.isOpen));
    document.addEventListener("click", (event) => {
      if (!(event.target instanceof Element) || !event.target.closest("[data-anteroom-open]")) return;
      event.preventDefault(); // a link may say where to go without us
      this.toggle(true);
    });
    window.addEventListener("message", (event) => this.heard(event));
  }

  get isOpen(): boolean {
    return !this.frameBox.hidden;
  }

  private furnish(): void {
    const svg = document.createElementNS(kSvg, "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    svg.append(this.icon);
    this.button.type = "button";
    this.badge.className = "unread";
    this.badge.hidden = true;
    this.button.append(svg, this.label, this.badge);
    this.frameBox.className = "panel";
    this.frameBox.hidden = true;
    this.showState();
  }

  private get words() {
    return wordsFor(this.settings.language ?? document.documentElement.lang);
  }

  private showState(): void {
    this.icon.setAttribute("d", this.isOpen ? kCross : kBubble);
    this.label.textContent = this.isOpen ? this.words.close : (this.settings.label ?? this.words.open);
    this.button.setAttribute("aria-expanded", String(this.isOpen));
  }

  private toggle(open: boolean): void {
    if (open === this.isOpen) return this.frame?.focus();
    this.frameBox.hidden = !open;
    this.showState();
    if (!open) {
      this.tell({ anteroom: "hidden" });
      return this.button.focus();
    }
    this.showUnread(0);
    if (this.frame) this.tell({ anteroom: "shown" });
    this.frame ??= this.makeFrame();
    this.frame.focus();
  }

  private makeFrame(): HTMLIFrameElement {
    const frame = document.createElement("iframe");
    frame.title = this.settings.label ?? this.words.open;
    frame.referrerPolicy = "no-referrer";
    frame.src = this.settings.panel.href;
    this.frameBox.append(frame);
    return frame;
  }

  private heard(event: MessageEvent): void {
    const isFromPanel =
      this.frame && event.source === this.frame.contentWindow && event.origin === this.settings.panel.origin;
    if (!isFromPanel || !isOurs(event.data)) return;
    const message = event.data as ToPage;
    if (message.anteroom === "ready") this.startPanel();
    else if (message.anteroom === "close") this.toggle(false);
    else if (message.anteroom === "unread") this.showUnread(this.isOpen ? 0 : message.count);
  }

  private startPanel(): void {
    const { language } = this.settings;
    const accent = getComputedStyle(this).getPropertyValue("--anteroom-accent");
    const signals = this.settings.signals.handOver((signal) => this.tell({ anteroom: "signal", signal }));
    this.tell({ anteroom: "start", signals, ...(language && { language }), ...(accent && { accent }) });
  }

  private showUnread(count: number): void {
    this.badge.hidden = count === 0;
    this.badge.textContent = count === 0 ? "" : `${count} ${this.words.unread}`;
  }

  private tell(message: ToPanel): void {
    this.frame?.contentWindow?.postMessage(message, this.settings.panel.origin);
  }
}
