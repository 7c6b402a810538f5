// Waiting, as it is done everywhere here: until what is expected stands, and else to fail with what stood at the end. The end is far away:
// it costs nothing where all goes well, and a machine that has much else to do may be ten times slower than one that has not.
import assert from "node:assert/strict";

export const kPatience = 120_000;

const kEvery = 40;
const kIsGone = /page, context or browser has been closed/; // there is nothing more to come

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// Tries until `check` goes through, and fails as it did at last.
export async function eventually(check, what) {
  const end = Date.now() + kPatience;
  for (;;) {
    try {
      return await within(kPatience, check);
    } catch (error) {
      if (kIsGone.test(error.message)) throw error;
      if (Date.now() >= end) throw new Error(`waited in vain for ${what}: ${error.message}`, { cause: error });
    }
    await pause(kEvery);
  }
}

export const until = (holds, what) => eventually(async () => assert.ok(await holds(), "it never came"), what);

export const untilEqual = (get, wanted, what) => eventually(async () => assert.deepEqual(await get(), wanted), what);

// What hangs fails.
export async function within(milliseconds, run) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([run(), late]);
  } finally {
    clearTimeout(timer);
  }
}
