// What axe-core finds wrong for people who use the page with other means than sight and mouse: WCAG 2.2 AA and best practice.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const kRules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// `frame`: a page or a frame of it.
export async function axeFindsNothing(frame, state) {
  await frame.evaluate(`${axe};0`);
  const violations = await frame.evaluate(async (rules) => {
    const found = await window.axe.run(document, { runOnly: rules });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  }, kRules);
  assert.deepEqual(violations, [], state);
}
