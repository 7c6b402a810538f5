// The choices of the last question: real buttons in a fieldset whose legend names them. Gone as soon as one is chosen.
import type { Choice } from "../frames.ts";
import type { Strings } from "../strings.ts";
import { button, setText } from "./dom.ts";

export class QuickReplies {
  private shown: readonly Choice[] = [];
  private readonly legend: HTMLLegendElement;

  constructor(
    private readonly fieldset: HTMLFieldSetElement,
    private readonly chosen: (choice: Choice, byKeyboard: boolean) => void,
    private readonly focusLost: () => void,
  ) {
    this.legend = fieldset.querySelector("legend") as HTMLLegendElement;
  }

  show(choices: readonly Choice[], strings: Strings): void {
    setText(this.legend, strings.choices);
    if (sameChoices(choices, this.shown)) return;
    this.shown = choices;
    const hadFocus = this.fieldset.contains(document.activeElement);
    const buttons = choices.map((choice) => this.reply(choice));
    this.fieldset.replaceChildren(this.legend, ...buttons);
    this.fieldset.hidden = choices.length === 0;
    if (hadFocus) this.focusLost();
  }

  private reply(choice: Choice): HTMLButtonElement {
    return button(choice.label, (event) => this.chosen(choice, event.detail === 0), { "data-choice": choice.id });
  }
}

const sameChoices = (a: readonly Choice[], b: readonly Choice[]): boolean =>
  a === b || (a.length === b.length && a.every((one, i) => one.id === b[i]?.id && one.label === b[i]?.label));
