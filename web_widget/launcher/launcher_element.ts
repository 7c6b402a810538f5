// <anteroom-chat>: the floating button on the clinic's page and the frame that the panel lives in. The frame is another origin:
// scripts of the page can read every key pressed inside a shadow root, but nothing inside the frame. So this side holds no word of the
// conversation, stores nothing, and asks nothing of any server before the visitor opens the chat.
import { isOurs } from "../bridge.ts";
import type { ToPage, ToPanel } from "../bridge.ts";
import { accentFor } from "./accent.ts";
import { FrameNote } from "./frame_note.ts";
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
  accent: string | undefined; // else --anteroom-accent of the page's style sheet
  phone: string | undefined; // told where the chat cannot be reached
}

export class LauncherElement extends HTMLElement {
  private settings!: LauncherSettings;
  private note!: FrameNote;
  private readonly button = document.createElement("button");
  private readonly label = document.createElement("span");
  private readonly badge = document.createElement("span");
  private readonly icon = document.createElementNS(kSvg, "path");
  private readonly frameBox = document.createElement("div");
  private readonly probe = document.createElement("i");
  private frame: HTMLIFrameElement | undefined;
  private isReady = false;

  begin(settings: LauncherSettings): void {
    this.settings = settings;
    this.note = new FrameNote(
      () => this.words,
      settings.phone,
      () => this.load(),
    );
    const style = new CSSStyleSheet(); // no inline style: the page's policy may forbid it
    style.replaceSync(styleText);
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [style];
    this.furnish();
    root.append(this.button, this.frameBox, this.probe);
    this.button.addEventListener("click", () => this.toggle(!this.isOpen));
    this.addEventListener("keydown", ({ key }) => key === "Escape" && this.isOpen && this.toggle(false));
    document.addEventListener("click", (event) => {
      if (!(event.target instanceof Element) || !event.target.closest("[data-anteroom-open]")) return;
      event.preventDefault(); // a link may say where to go without us
      this.toggle(true);
    });
    window.addEventListener("message", (event) => this.heard(event));
    window.addEventListener("load", () => this.accent()); // the page's style sheets are there
  }

  connectedCallback(): void {
    this.accent();
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
    this.button.className = "launch";
    this.badge.className = "unread";
    this.badge.hidden = this.probe.hidden = true;
    this.button.append(svg, this.label, this.badge);
    this.frameBox.className = "panel";
    this.frameBox.hidden = true;
    this.frameBox.append(this.note.element);
    this.showState();
  }

  private get words() {
    return wordsFor(this.settings.language ?? document.documentElement.lang);
  }

  private showState(): void {
    this.icon.setAttribute("d", this.isOpen ? kCross : kBubble);
    this.label.textContent = this.isOpen ? this.words.close : (this.settings.label ?? this.words.open);
    this.button.setAttribute("aria-expanded", String(this.isOpen));
    this.button.classList.toggle("covered", this.isOpen && this.isReady); // on a phone, where the panel has its own
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
    if (!this.frame) return this.load();
    this.tell({ anteroom: "shown" });
    if (this.isReady) this.frame.focus();
  }

  // The frame is not to be seen before the panel is in it: where it does not come, the browser would show its own complaint there.
  private load(): void {
    this.note.wait();
    this.frame?.remove();
    this.frame = document.createElement("iframe");
    this.frame.title = this.settings.label ?? this.words.open;
    this.frame.referrerPolicy = "no-referrer";
    this.frame.src = this.settings.panel.href;
    this.frame.className = "coming";
    this.frameBox.append(this.frame);
    this.button.focus();
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
    const { language, phone } = this.settings;
    this.isReady = true;
    this.note.hide();
    this.frame?.classList.remove("coming");
    if (this.isOpen) this.frame?.focus();
    this.showState();
    const accent = this.accent();
    const signals = this.settings.signals.handOver((signal) => this.tell({ anteroom: "signal", signal }));
    const more = { ...(language && { language }), ...(accent && { accent }), ...(phone && { phone }) };
    this.tell({ anteroom: "start", signals, ...more });
    if (!this.isOpen) this.tell({ anteroom: "hidden" });
  }

  // Looks at the clinic's colour, shows the button in it, and says which it is, if any.
  private accent(): string | undefined {
    const wanted = this.settings.accent ?? getComputedStyle(this).getPropertyValue("--anteroom-accent");
    const theme = accentFor(wanted.trim(), this.probe);
    this.button.style.background = theme?.accent ?? "";
    this.button.style.color = theme?.ink ?? "";
    return theme?.accent;
  }

  private showUnread(count: number): void {
    this.badge.hidden = count === 0;
    this.badge.textContent = count === 0 ? "" : `${count} ${this.words.unread}`;
  }

  private tell(message: ToPanel): void {
    this.frame?.contentWindow?.postMessage(message, this.settings.panel.origin);
  }
}
