// Colours and their contrast as WCAG 2 measures it. Pure; launcher and panel share it, because a clinic's own colour must leave every
// word readable, whatever colour that is.

export type Rgb = readonly [red: number, green: number, blue: number]; // 0 to 255

export const kLeastForText = 4.5;
export const kLeastForShapes = 3;

export const kWhite: Rgb = [255, 255, 255];
export const kBlack: Rgb = [0, 0, 0];

// "#0b6e69", "#abc", or "rgb(11, 110, 105)" as browsers compute it; undefined for anything else, also for what is see-through.
export function readColour(text: string): Rgb | undefined {
  const plain = text.trim().toLowerCase();
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(plain);
  if (short) return rgb(short.slice(1).map((digit) => parseInt(digit + digit, 16)));
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/.exec(plain);
  if (long) return rgb(long.slice(1).map((pair) => parseInt(pair, 16)));
  const computed = /^rgb\((\d{1,3}), (\d{1,3}), (\d{1,3})\)$/.exec(plain);
  return computed ? rgb(computed.slice(1).map(Number)) : undefined;
}

export const toHex = (colour: Rgb): string => `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;

// 1 (the same) to 21 (black and white).
export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

// White wherever it can be read, else black: one of the two has 4.5 to 1 on any colour.
export const inkOn = (ground: Rgb): Rgb => (contrast(kWhite, ground) >= kLeastForText ? kWhite : kBlack);

function rgb(parts: number[]): Rgb | undefined {
  return parts.every((part) => part <= 255) ? (parts as unknown as Rgb) : undefined;
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
