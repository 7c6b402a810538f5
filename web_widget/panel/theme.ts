// The clinic's own colour: the ground of the header, the visitor's lines and the main buttons. What is written on it is white or
// black, whichever can be read; where it is too near to the panel's ground, its buttons get an edge.
import { contrast, inkOn, kLeastForShapes, readColour, toHex } from "../colour.ts";
import type { Rgb } from "../colour.ts";

// --surface of panel.css, light and dark.
const kSurfaces: Record<string, Rgb> = { "--edge-light": [255, 255, 255], "--edge-dark": [26, 37, 38] };

// The custom properties of panel.css for this colour; none where it is no colour.
export function themeOf(colour: string): Record<string, string> {
  const accent = readColour(colour);
  if (!accent) return {};
  const edges = Object.entries(kSurfaces).map(([name, surface]) => {
    const isApart = contrast(accent, surface) >= kLeastForShapes;
    return [name, isApart ? "transparent" : "var(--control-line)"];
  });
  return { "--accent": toHex(accent), "--on-accent": toHex(inkOn(accent)), ...Object.fromEntries(edges) };
}

export function useAccent(root: HTMLElement, colour: string | undefined): void {
  for (const [name, value] of Object.entries(themeOf(colour ?? ""))) root.style.setProperty(name, value);
}
