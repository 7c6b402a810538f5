// The one script that a clinic puts on its pages:
//   <script async src="https://chat.clinic.example/widget.js" data-topic="imaging"></script>
// data-topic: what the page is about · data-language: of the page, where it is not the visitor's to choose · data-label: on the button ·
// data-accent: the clinic's colour · data-phone: whom to call where the chat cannot be reached.
// Links and buttons of the page may carry data-anteroom-open (opens the chat) and data-topic (a call to action, counted).
import { LauncherElement } from "./launcher_element.ts";
import { PageSignals } from "./page_signals.ts";

const kTag = "anteroom-chat";

function begin(script: HTMLScriptElement): void {
  const { topic, language, label, accent, phone } = script.dataset;
  const panel = new URL("panel.html", script.src);
  const signals = new PageSignals(topic);
  customElements.define(kTag, LauncherElement);
  const place = () => {
    const element = document.createElement(kTag) as LauncherElement;
    element.begin({ panel, signals, language, label, accent, phone });
    document.body.append(element);
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", place);
  else place();
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement && !customElements.get(kTag)) begin(script); // once, also if the tag stands twice
