// The panel's own words by language. A language is one file with the same keys, and a line in kLanguages. What the practice says
// comes from the server; with `labels` it may replace any of these by its key.
import en from "./strings.en.ts";
import es from "./strings.es.ts";

export type Strings = Record<keyof typeof en, string>;

const kLanguages: Record<string, Strings> = { en, es };
const kRightToLeft = ["ar", "dv", "fa", "he", "ps", "ur", "yi"];

const primary = (language: string): string => language.toLowerCase().split("-")[0] ?? "";

export function stringsFor(language: string, labels: Record<string, string> = {}): Strings {
  const own = kLanguages[primary(language)] ?? en;
  const replaced = Object.entries(labels).filter(([key, text]) => Object.hasOwn(own, key) && text !== "");
  return { ...own, ...Object.fromEntries(replaced) };
}

export const directionOf = (language: string): "ltr" | "rtl" =>
  kRightToLeft.includes(primary(language)) ? "rtl" : "ltr";

// filled("Hello {name}", {name: "Ana"}): one pass, so a value is never read as a placeholder.
export function filled(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
