// The chat's wire without the panel, spoken from a page of the program's own origin: what the server has of a conversation, and what it
// answers to the same words where nothing breaks.

// The whole history that this token opens.
export function history(page, token) {
  return page.evaluate(async (resume) => {
    const socket = new WebSocket(`ws://${location.host}/chat`, "anteroom.v1");
    await new Promise((resolve) => (socket.onopen = resolve));
    const welcome = await new Promise((resolve) => {
      socket.onmessage = ({ data }) => JSON.parse(data).type === "welcome" && resolve(JSON.parse(data));
      socket.send(JSON.stringify({ type: "hello", resume }));
    });
    socket.close();
    return { after: welcome.after, entries: welcome.history };
  }, token);
}

// A conversation of its own in which these texts are said one after the other; gives its history.
export async function undisturbed(page, texts) {
  const token = await page.evaluate(async (words) => {
    const socket = new WebSocket(`ws://${location.host}/chat`, "anteroom.v1");
    await new Promise((resolve) => (socket.onopen = resolve));
    const answer = (frame, isIt) =>
      new Promise((resolve) => {
        socket.onmessage = ({ data }) => isIt(JSON.parse(data)) && resolve(JSON.parse(data));
        socket.send(JSON.stringify(frame));
      });
    const { resume } = await answer({ type: "hello", language: "en-US" }, ({ type }) => type === "welcome");
    for (const [index, text] of words.entries()) {
      for (;;) {
        const frame = { type: "message", id: `m${index}`, text };
        const said = await answer(frame, ({ type }) => type === "accepted" || type === "error");
        if (said.type === "accepted") break;
        await new Promise((resolve) => setTimeout(resolve, 1_000 * (said.retry_after ?? 1)));
      }
    }
    socket.close();
    return resume;
  }, texts);
  return history(page, token);
}
