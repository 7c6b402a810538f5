import { textRuns } from "../text_runs.ts";
import { make } from "./dom.ts";

// The practice's text as nodes, with its phone numbers and addresses as links.
export function linkedText(text: string): Node[] {
  return textRuns(text).map(({ text: plain, href }) => {
    if (href === undefined) return document.createTextNode(plain);
    const opens = href.startsWith("https:") ? { target: "_blank", rel: "noopener noreferrer" } : {};
    return make("a", { href, dir: "ltr", ...opens }, plain); // numbers run from left to right in every language
  });
}
