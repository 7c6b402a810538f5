// The limits of the wire protocol, checked before anything leaves: much of a hello or an event comes from the clinic's
// page, and a value that the server would refuse must not cost the visitor the conversation.
import type { Page } from "./frames.ts";

export const kMostTextBytes = 16_384;

const kId = /^[A-Za-z0-9_-]{1,64}$/;
const kToken = /^[A-Za-z0-9_-]{1,128}$/;
const kLanguage = /^(?=.{1,35}$)[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/;
const kName = /^[a-z0-9_]{1,64}$/;
const kTopic = /^[A-Za-z0-9_.-]{1,64}$/;
const kControlCharacter = /[\u0000-\u001f\u007f]/;

export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

type Check = (value: unknown) => boolean;

const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === "string" && pattern.test(value);
const text =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === "string" && bytesOf(value) >= least && bytesOf(value) <= most;
const integer =
  (least: number): Check =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least;
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const both =
  (one: Check, other: Check): Check =>
  (value) =>
    one(value) && other(value);
const without =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === "string" && !pattern.test(value);

const isPage: Check = (value) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const page = value as Record<string, unknown>;
  return (
    optional(text(0, 512))(page.path) && optional(text(0, 200))(page.title) && optional(matches(kTopic))(page.topic)
  );
};

const kFields: Record<string, Record<string, Check>> = {
  hello: {
    resume: optional(matches(kToken)),
    language: optional(matches(kLanguage)),
    page: optional(isPage),
    seen: optional(integer(0)),
  },
  message: { id: matches(kId), text: both(text(1, kMostTextBytes), without(/\u0000/)) },
  choose: { id: matches(kId), choice: both(text(1, 128), without(kControlCharacter)) },
  event: {
    id: matches(kId),
    name: matches(kName),
    page: optional(text(0, 512)),
    topic: optional(matches(kTopic)),
  },
  typing: {},
  ack: { seq: integer(1) },
};

// The code of the error that the server would answer with, or undefined where the frame is fine.
export function faultOf(frame: unknown): string | undefined {
  if (typeof frame !== "object" || frame === null || Array.isArray(frame)) return "bad_frame";
  const values = frame as Record<string, unknown>;
  if (typeof values.type !== "string") return "bad_frame";
  const fields = Object.hasOwn(kFields, values.type) ? kFields[values.type] : undefined;
  if (!fields) return "unknown_type";
  const wrong = Object.entries(fields).find(([name, check]) => !check(values[name]));
  if (!wrong) return undefined;
  return wrong[0] === "text" && typeof values.text === "string" && bytesOf(values.text) > kMostTextBytes
    ? "too_large"
    : "bad_field";
}

// What of a page's own words may be sent; the rest is left out.
export function fitPage(page: Page): Page {
  const fit: Page = {};
  if (page.path !== undefined) fit.path = cutPath(page.path);
  if (page.topic !== undefined && kTopic.test(page.topic)) fit.topic = page.topic;
  return fit;
}

export const fitLanguage = (language: string | undefined): string | undefined =>
  language !== undefined && kLanguage.test(language) ? language : undefined;

function cutPath(path: string): string {
  const plain = path.replace(/[?#].*$/s, "");
  return bytesOf(plain) <= 512 ? plain : "/";
}
