// Each state of launcher and panel in each look: axe-core finds nothing, everything fits, and a screenshot is taken.
import { inArabic } from "../arabic.mjs";
import { axeFindsNothing } from "../axe.mjs";
import { withAttributes } from "../clinic_attributes.mjs";
import { endMotion, fits, isStill } from "../measures.mjs";
import { until } from "../patience.mjs";
import { kLauncherStates, kPanelStates } from "../states.mjs";
import { Tap } from "../tap.mjs";
import { Visitor } from "../visitor.mjs";

const kDesk = { viewport: { width: 1280, height: 800 } };

// `large`: the size of text, where it is not the browser's own. `accent`: the clinic's colour.
const kLooks = {
  light: kDesk,
  dark: { ...kDesk, colorScheme: "dark" },
  spanish: { ...kDesk, locale: "es-MX" },
  right_to_left: { ...kDesk, change: inArabic },
  phone_320: { viewport: { width: 320, height: 568 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  zoom_400: { viewport: { width: 320, height: 256 } },
  text_200: { viewport: { width: 640, height: 900 }, large: "200%" },
  forced_colours: { ...kDesk, forcedColors: "active" },
  dark_forced_colours: { ...kDesk, forcedColors: "active", colorScheme: "dark" },
  still: { ...kDesk, reducedMotion: "reduce" },
  themed: { ...kDesk, accent: "#ffd84d" },
  themed_dark: { ...kDesk, colorScheme: "dark", accent: "#20123a" },
};

// The panel's page is held back, as where the server is gone.
function gate(page) {
  const isPanel = /\/panel\.html$/;
  const held = [];
  return {
    holdPanel: () => page.route(isPanel, (route) => void held.push(route)),
    releasePanel: async () => {
      for (const route of held) await route.abort();
      await page.unroute(isPanel);
    },
  };
}

async function enlarge(page, large) {
  const here = page.frames().filter((frame) => frame.parentFrame() === null || frame.url().endsWith("/panel.html"));
  for (const frame of here) await frame.evaluate((size) => (document.documentElement.style.fontSize = size), large);
}

async function looksGood(fixture, page, frame, look, state) {
  if (look === "still") await isStill(frame, state);
  await endMotion(frame);
  await axeFindsNothing(frame, `${state}, ${look}`);
  await fits(frame, `${state}, ${look}`);
  await fixture.shot(page, `${state}-${look}`);
}

async function goThrough(fixture, look) {
  const { change, large, accent, ...options } = kLooks[look];
  const page = await fixture.page(options);
  const tap = await Tap.on(page.context());
  if (change) tap.change = change;
  tap.isSilent = true;
  await page.clock.install();
  await withAttributes(page, fixture.server.url, { phone: "(510) 555-0100", ...(accent && { accent }) });
  fixture.expects(/net::ERR_FAILED/); // the panel's page that is held back
  if (accent) fixture.expects(/Anteroom: the colour/);
  await page.goto(fixture.server.url);
  await page.locator("anteroom-chat").waitFor();
  const visitor = new Visitor(page);
  const means = { tap, ...gate(page) };
  for (const [state, reach] of Object.entries(kLauncherStates)) {
    await named(state, look, () => reach(visitor, means));
    if (large) await enlarge(page, large);
    await looksGood(fixture, page, page, look, state);
  }
  await until(async () => page.frames().some((one) => one.url().endsWith("/panel.html")), "the panel");
  await visitor.panel.waitForLoadState();
  if (large) await enlarge(page, large);
  for (const [state, reach] of Object.entries(kPanelStates)) {
    await named(state, look, () => reach(visitor, means));
    await looksGood(fixture, page, visitor.panel, look, state);
  }
}

async function named(state, look, reach) {
  try {
    await reach();
  } catch (error) {
    throw new Error(`${state}, ${look}: ${error.message}`);
  }
}

export const states = Object.fromEntries(
  Object.keys(kLooks).map((look) => [
    `every state, ${look}: axe finds nothing, all fits`,
    (fixture) => goThrough(fixture, look),
  ]),
);
