// The demo page with more attributes on its script tag, as a clinic would write them: {accent: "#fff"} for data-accent.
import { kPatience } from "./patience.mjs";

export async function withAttributes(page, url, attributes) {
  const written = Object.entries(attributes).map(([name, value]) => `data-${name}="${value}" `);
  await page.route(url, async (route) => {
    const response = await route.fetch({ timeout: kPatience });
    const body = (await response.text()).replace("<script async ", `<script async ${written.join("")}`);
    await route.fulfill({ response, body });
  });
}
