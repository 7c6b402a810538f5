// The clinic's own colour (--anteroom-accent on its page), taken only where white text on it can be read (WCAG AA, 4.5 to 1).

// "#0b6e69" -> relative luminance of WCAG 2; undefined for anything else.
export function luminance(colour: string): number | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return undefined;
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function isReadableUnderWhite(colour: string): boolean {
  const light = luminance(colour);
  return light !== undefined && 1.05 / (light + 0.05) >= 4.5;
}

export function useAccent(root: HTMLElement, colour: string | undefined): void {
  const plain = colour?.trim();
  if (plain && isReadableUnderWhite(plain)) root.style.setProperty("--accent", plain);
}
