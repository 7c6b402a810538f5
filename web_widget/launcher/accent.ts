// The clinic's colour (data-accent, or --anteroom-accent in its style sheet) is looked at before it is used: what is no colour is left
// out, and where white cannot be read on it, black is written. The console tells the clinic's developer, once for each value.
import { inkOn, kWhite, readColour, toHex } from "../colour.ts";
import type { Rgb } from "../colour.ts";

const told = new Set<string>();

function warn(wanted: string, what: string): void {
  if (!told.has(wanted)) console.warn(`Anteroom: the colour "${wanted}" ${what}`);
  told.add(wanted);
}

// Any colour that the browser knows, by its name too; `probe` is an element whose own colour nobody sees.
function computed(wanted: string, probe: HTMLElement): Rgb | undefined {
  probe.style.color = "";
  probe.style.color = wanted;
  return probe.style.color === "" ? undefined : readColour(getComputedStyle(probe).color);
}

export function accentFor(wanted: string, probe: HTMLElement): { accent: string; ink: string } | undefined {
  if (wanted === "") return undefined;
  const accent = computed(wanted, probe);
  if (!accent) {
    warn(wanted, "is not used: wanted an opaque colour, best as #rrggbb");
    return undefined;
  }
  const ink = inkOn(accent);
  if (ink !== kWhite) warn(wanted, "is too light for white text (WCAG asks for 4.5 to 1): black text is used on it");
  return { accent: toHex(accent), ink: toHex(ink) };
}
