// Opening hours as the demo page writes them: "1-5 8:00-18:00, 6 9:00-13:00" (days: 0 Sunday to 6 Saturday). Pure.

// When it closes ("18:00") if it is open at this hour of this weekday, else undefined.
export function closesAt(hours: string, weekday: number, minutes: number): string | undefined {
  for (const span of hours.split(", ")) {
    const found = /^(\d)(?:-(\d))? (\d+):(\d\d)-((\d+):(\d\d))$/.exec(span);
    if (!found) continue;
    const [first, last, fromHour, fromMinute, , toHour, toMinute] = found.slice(1).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const isDay = weekday >= first && weekday <= (Number.isNaN(last) ? first : last);
    if (isDay && minutes >= fromHour * 60 + fromMinute && minutes < toHour * 60 + toMinute) return found[5];
  }
  return undefined;
}
