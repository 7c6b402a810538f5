// What is measured on a page or a frame, whatever it shows: nothing sticks out sideways, everything can be hit with a thumb, no field makes
// a phone zoom in, everything has a name, nothing moves for who wants no motion.
import assert from "node:assert/strict";
import { untilEqual } from "./patience.mjs";

export async function fits(frame, state) {
  await untilEqual(() => frame.evaluate(measure), { wide: [], small: [], fine: [], nameless: [], outside: [] }, state);
}

function measure() {
  const roots = [document, ...[...document.querySelectorAll("*")].flatMap((one) => one.shadowRoot ?? [])];
  const isOurs = (one) => document.querySelector("#composer") || one.getRootNode() !== document; // not the clinic's own page
  const all = (selector) => roots.flatMap((root) => [...root.querySelectorAll(selector)]).filter(isOurs);
  const isSeen = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
  const name = (one) => one.outerHTML.slice(0, 90);
  const controls = all("button, input, textarea, select, a[href]").filter(isSeen);

  // A link within a sentence is as high as its line (WCAG 2.5.8 lets it be), but for the one that may save a life.
  const isInline = (one) => one.localName === "a" && !one.closest(".emergency");
  const isHit = (one, x, y) => {
    const there = one.getRootNode().elementFromPoint(x, y);
    return there === null || one.contains(there);
  };
  const isSmall = (one) => {
    const { width, height, left, top } = one.getBoundingClientRect();
    if (one.localName !== "a") return width < 43.9 || height < 43.9;
    const [x, y] = [left + width / 2, top + height / 2];
    const inside = ([dx, dy]) => isHit(one, x + dx, y + dy);
    return ![
      [-21, 0],
      [21, 0],
      [0, -21],
      [0, 21],
    ].every(inside);
  };
  const wide = [document.documentElement, ...all("#scroll, #main, .header, .confirmation, .note")];
  return {
    wide: wide.filter((one) => one.scrollWidth > one.clientWidth + 1).map(name),
    small: controls.filter((one) => !isInline(one) && isSmall(one)).map(name),
    fine: controls
      .filter((one) => one.matches("input, textarea") && parseFloat(getComputedStyle(one).fontSize) < 16)
      .map(name),
    nameless: controls
      .filter((one) => !(one.ariaLabel ?? one.labels?.[0]?.textContent ?? "").trim() && !one.textContent.trim())
      .map(name),
    outside: controls
      .filter((one) => {
        const { left, right } = one.getBoundingClientRect();
        return left < -1 || right > innerWidth + 1;
      })
      .map(name),
  };
}

// What moves for a moment is where it is going to.
export const endMotion = (frame) =>
  frame.evaluate(() => {
    const roots = [document, ...[...document.querySelectorAll("*")].flatMap((one) => one.shadowRoot ?? [])];
    const moving = roots.flatMap((root) => root.getAnimations());
    for (const one of moving) if (one.effect.getComputedTiming().endTime !== Infinity) one.finish();
  });

// Where nothing is to move, nothing does.
export async function isStill(frame, state) {
  const moving = await frame.evaluate(() => {
    const roots = [document, ...[...document.querySelectorAll("*")].flatMap((one) => one.shadowRoot ?? [])];
    return roots.flatMap((root) => root.getAnimations().map(({ effect }) => effect?.target?.outerHTML.slice(0, 80)));
  });
  assert.deepEqual(moving, [], state);
}
