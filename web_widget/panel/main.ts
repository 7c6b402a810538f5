// The panel's page comes alive: memory, chat and view are put together, and the launcher is told that we are ready. Nothing
// is asked of the server before the launcher says that the visitor has opened the chat.
import type { ToPanel } from "../bridge.ts";
import { Chat } from "./chat.ts";
import type { ChatView } from "./chat.ts";
import { highestSeq } from "./conversation.ts";
import { Host } from "./host.ts";
import { Memory, sessionStore } from "./memory.ts";
import { OtherTabs } from "./other_tabs.ts";
import { useAccent } from "./theme.ts";
import { PanelView } from "./view/panel_view.ts";
import { browserWorld } from "./world.ts";

function chatUrl(): string {
  const url = new URL("chat", location.href);
  url.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  return url.href;
}

class Panel {
  private readonly memory = new Memory(sessionStore());
  private readonly chat = new Chat(browserWorld(chatUrl(), "anteroom.v1"), this.memory, (now) => this.show(now));
  private readonly host = new Host((message) => this.heard(message));
  private readonly view = new PanelView(
    this.chat,
    {
      close: () => this.host.tell({ anteroom: "close" }),
      draft: (text) => this.memory.keepDraft(text),
      ended: (conversation) => this.otherTabs.tellEnded(conversation),
    },
    navigator.language,
    () => this.phone,
  );
  private readonly otherTabs = new OtherTabs((ended) => {
    if (ended === this.now?.conversation.id) this.view.endedElsewhere();
  });
  private phone = ""; // of the clinic, if its page says so
  private now: ChatView | undefined;
  private isShown = true;
  private readUpTo = 0;

  open(): void {
    this.view.composer.restore(this.memory.draft());
    window.addEventListener("online", () => this.wake());
    window.addEventListener("offline", () => this.now && this.show(this.now));
    document.addEventListener("visibilitychange", () => this.wake());
    window.addEventListener("pageshow", ({ persisted }) => {
      if (persisted && this.chat.isEndedElsewhere) this.view.endedElsewhere();
    });
    if (this.host.isThere) this.host.tell({ anteroom: "ready" });
    else this.chat.start(navigator.language, []);
  }

  private heard(message: ToPanel): void {
    switch (message.anteroom) {
      case "start":
        useAccent(document.documentElement, message.accent);
        this.phone = message.phone ?? "";
        this.chat.start(message.language ?? navigator.language, message.signals);
        this.view.focusHome();
        break;
      case "signal":
        this.chat.signal(message.signal);
        break;
      case "shown":
        this.isShown = true;
        this.wake();
        this.view.focusHome();
        break;
      case "hidden":
        this.isShown = false;
        break;
    }
  }

  private show(now: ChatView): void {
    this.now = now;
    this.view.show(now);
    this.read();
  }

  private wake(): void {
    if (document.visibilityState !== "visible") return;
    this.chat.hurry();
    if (this.now) this.show(this.now);
  }

  // What is before the visitor's eyes counts as read; of the rest the page learns only how much it is.
  private read(): void {
    const lines = this.now?.conversation.lines ?? [];
    if (this.isShown && document.visibilityState === "visible") this.readUpTo = highestSeq(lines);
    if (this.readUpTo > 0) this.chat.shown(this.readUpTo);
    const unread = lines.filter(({ from, seq }) => from !== "visitor" && (seq ?? 0) > this.readUpTo);
    this.host.tell({ anteroom: "unread", count: unread.length });
  }
}

new Panel().open();
