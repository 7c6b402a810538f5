// Says which of the clinic's locations are open now, by the clinic's clock.
import { closesAt } from "./opening_hours.ts";

function clinicTime(now: Date): { weekday: number; minutes: number } {
  const local = new Date(now.toLocaleString("en-US", { timeZone: "America/Los_Angeles" }));
  return { weekday: local.getDay(), minutes: local.getHours() * 60 + local.getMinutes() };
}

const { weekday, minutes } = clinicTime(new Date());
for (const place of document.querySelectorAll<HTMLElement>("[data-hours]")) {
  const closes = closesAt(place.dataset.hours ?? "", weekday, minutes);
  const line = place.querySelector<HTMLElement>(".open_now");
  if (!line || closes === undefined) continue;
  const [hour, minute] = closes.split(":").map(Number) as [number, number];
  line.textContent = `Open now, until ${hour % 12 || 12}${minute ? `:${minute}` : ""} ${hour < 12 ? "am" : "pm"}`;
  line.hidden = false;
}
