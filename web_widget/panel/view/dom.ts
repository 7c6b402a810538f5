// The few lines that make elements. Everything is a text node or an attribute: no text is ever read as markup.

type Attributes = Record<string, string | boolean>;

export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

export function button(
  label: string,
  clicked: (event: MouseEvent) => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  const element = make("button", { type: "button", ...attributes }, label);
  element.addEventListener("click", clicked);
  return element;
}

// The one element of the panel's page with this id.
export function part<Kind extends HTMLElement>(id: string): Kind {
  return document.getElementById(id) as Kind;
}

export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
