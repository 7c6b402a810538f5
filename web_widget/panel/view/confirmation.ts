// Asks before what cannot be undone. A dialog of the panel's own: the rest of the panel is out of reach meanwhile, but for the
// emergency line; Escape and the second button leave all as it was.
import { button, part, setText } from "./dom.ts";

export interface Question {
  title: string;
  text: string;
  yes: string;
  no: string;
}

export class Confirmation {
  private readonly dialog = part("confirmation");
  private agreed: () => void = () => {};

  constructor(private readonly left: () => void) {} // it is over; the focus wants a place

  get isOpen(): boolean {
    return !this.dialog.hidden;
  }

  ask(question: Question, agreed: () => void): void {
    this.agreed = agreed;
    setText(part("confirmation_title"), question.title);
    setText(part("confirmation_text"), question.text);
    const no = button(question.no, () => this.leave());
    const yes = button(question.yes, () => this.agree(), { class: "main" });
    part("confirmation_buttons").replaceChildren(yes, no);
    this.show(true);
    no.focus(); // the harmless one
  }

  leave(): void {
    if (!this.isOpen) return;
    this.show(false);
    this.left();
  }

  private agree(): void {
    this.show(false);
    this.agreed();
  }

  private show(isShown: boolean): void {
    this.dialog.hidden = !isShown;
    for (const other of [part("bar"), part("main")]) other.inert = isShown;
  }
}
