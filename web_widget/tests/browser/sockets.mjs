// The chat's socket in a frame: how it is, and whether all that the server has said is on the screen.

// Runs in each frame before its own scripts: the newest socket is kept in sight.
const kKeepInSight = () => {
  globalThis.WebSocket = class extends globalThis.WebSocket {
    constructor(...where) {
      super(...where);
      globalThis.newestSocket = this;
      this.addEventListener("message", ({ data }) => {
        this.isWelcomed ||= JSON.parse(data).type === "welcome";
      });
    }
  };
};

export const keepSocketsInSight = (context) => context.addInitScript(kKeepInSight);

export const isSocketClosed = (frame) =>
  frame.evaluate(() => globalThis.newestSocket?.readyState === WebSocket.CLOSED);

// A mark is put behind all that has been sent. The server answers in order, so nothing that came before it is still to come once it is
// accepted: no further line of an answer, no welcome in another language. It is an event of one id and content, so it takes effect once.
export const isAllHeard = (frame) =>
  frame.evaluate(
    () =>
      new Promise((resolve) => {
        const socket = globalThis.newestSocket;
        if (!socket?.isWelcomed || socket.readyState !== WebSocket.OPEN) return resolve(false);
        socket.addEventListener("close", () => resolve(false));
        socket.addEventListener("message", ({ data }) => {
          const { type, id } = JSON.parse(data);
          if (id === "mark") resolve(type === "accepted");
        });
        socket.send(JSON.stringify({ type: "event", id: "mark", name: "mark" }));
      }),
  );
