// Cuts what the practice says into plain runs and runs that a person can tap: phone numbers, emergency numbers, web addresses.
// Pure; what a visitor writes is never given to it.

export interface Run {
  text: string;
  href?: string;
}

const kPhone = String.raw`(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}`;
const kEmergency = String.raw`911|988`;
const kAddress = String.raw`https:\/\/[^\s<>"']*[^\s<>"'.,;:!?)]`;
const kRun = new RegExp(String.raw`(?<![\w+.-])(?:(${kPhone})|(${kEmergency}))(?![\w-])|(${kAddress})`, "g");

export function textRuns(text: string): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const found of text.matchAll(kRun)) {
    const [whole, phone, emergency, address] = found;
    if (found.index > end) runs.push({ text: text.slice(end, found.index) });
    runs.push({ text: whole, href: address ?? `tel:${emergency ?? dialled(phone ?? "")}` });
    end = found.index + whole.length;
  }
  if (end < text.length) runs.push({ text: text.slice(end) });
  return runs;
}

// "(510) 555-0100" -> "+15105550100"
export function dialled(phone: string): string {
  const digits = phone.replace(/\D/g, "");
  return `+${digits.length === 10 ? "1" : ""}${digits}`;
}
