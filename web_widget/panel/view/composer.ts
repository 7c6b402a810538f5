// Where the visitor writes. A question that wants a phone number, an e-mail, a ZIP or a number gets a one-line field with the right
// keyboard and autofill; any other a box that grows. The draft moves along, and so does the focus; Enter sends.
import type { Input } from "../frames.ts";
import { bytesOf, kMostTextBytes } from "../limits.ts";
import type { Strings } from "../strings.ts";

type Field = HTMLTextAreaElement | HTMLInputElement;

const kLineFields: Partial<Record<Input, { type: string; inputmode: string; autocomplete: string }>> = {
  phone: { type: "tel", inputmode: "tel", autocomplete: "tel" },
  email: { type: "email", inputmode: "email", autocomplete: "email" },
  zip: { type: "text", inputmode: "numeric", autocomplete: "postal-code" },
  number: { type: "text", inputmode: "decimal", autocomplete: "off" },
};

export interface ComposerHooks {
  say(text: string): void;
  typing(): void;
  draft(text: string): void;
  tooLong(): void;
}

export class Composer {
  private readonly label: HTMLLabelElement;
  private readonly box: HTMLTextAreaElement;
  private readonly line: HTMLInputElement;
  private readonly button: HTMLButtonElement;
  private field: Field;

  constructor(
    form: HTMLFormElement,
    private readonly hooks: ComposerHooks,
  ) {
    this.label = form.querySelector("label") as HTMLLabelElement;
    this.box = form.querySelector("textarea") as HTMLTextAreaElement;
    this.line = form.querySelector("input") as HTMLInputElement;
    this.button = form.querySelector("button") as HTMLButtonElement;
    this.field = this.box;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    form.addEventListener("input", () => this.written());
    this.box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.submit();
    });
  }

  restore(draft: string): void {
    this.field.value = draft;
  }

  // What was taken back from the log stands before what is being written.
  takeBack(text: string): void {
    this.field.value = [text, this.field.value].filter(Boolean).join("\n");
    this.hooks.draft(this.field.value);
    this.focus();
  }

  show(input: Input, strings: Strings): void {
    const kind = kLineFields[input];
    if (kind) for (const [name, value] of Object.entries(kind)) this.line.setAttribute(name, value);
    this.use(kind ? this.line : this.box);
    const { label, placeholder } = words(input, strings);
    this.label.textContent = label;
    this.field.placeholder = placeholder;
    this.button.setAttribute("aria-label", strings.send);
  }

  focus(): void {
    this.field.focus();
  }

  private use(field: Field): void {
    if (field === this.field) return;
    const former = this.field;
    const hadFocus = document.activeElement === former;
    field.value = former.value.replace(/\s*\n\s*/g, " "); // a line field would glue the words together
    field.hidden = field.disabled = false;
    this.field = field;
    this.label.htmlFor = field.id;
    if (hadFocus) field.focus();
    former.hidden = former.disabled = true;
    former.value = "";
  }

  private written(): void {
    this.hooks.draft(this.field.value);
    if (this.field.value.trim() !== "") this.hooks.typing();
  }

  private submit(): void {
    const text = this.field.value.replaceAll("\0", "").trim();
    this.field.focus();
    if (text === "") return;
    if (bytesOf(text) > kMostTextBytes) return this.hooks.tooLong();
    this.field.value = "";
    this.hooks.draft("");
    this.hooks.say(text);
  }
}

function words(input: Input, strings: Strings): { label: string; placeholder: string } {
  switch (input) {
    case "phone":
      return { label: strings.phone, placeholder: strings.placeholder_phone };
    case "email":
      return { label: strings.email, placeholder: strings.placeholder_email };
    case "zip":
      return { label: strings.zip, placeholder: strings.placeholder_zip };
    case "number":
      return { label: strings.number, placeholder: strings.placeholder };
    case "choices":
      return { label: strings.message, placeholder: strings.placeholder_choices };
    case "text":
      return { label: strings.message, placeholder: strings.placeholder };
  }
}
