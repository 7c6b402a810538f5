// A hand on the chat's frames, for states that are seen rarely: it lets all pass between panel and server, and can add a frame, change
// what the server says, hold what the visitor says, or close with any code.
import { keepSocketsInSight } from "./sockets.mjs";

export class Tap {
  isDeaf = false; // nothing reaches the server any more
  isSilent = false; // a new connection gets no answer
  isClosed = false; // every new connection breaks at once
  change = (frame) => frame;
  missed = []; // the frames that were sent to deaf ears
  connections = 0;

  static async on(context) {
    const tap = new Tap();
    await context.routeWebSocket(/\/chat$/, (socket) => tap.connect(socket));
    await keepSocketsInSight(context); // the page's own are now others than those that reach the tap
    return tap;
  }

  connect(socket) {
    this.connections += 1;
    if (this.isClosed) return socket.close({ code: 1013 });
    this.socket = socket;
    if (this.isSilent) return;
    const server = socket.connectToServer();
    socket.onMessage((text) => this.hear(server, String(text)));
    server.onMessage((text) => socket.send(JSON.stringify(this.change(JSON.parse(String(text))))));
  }

  hear(server, text) {
    const frame = JSON.parse(text);
    if (this.refusing !== undefined && frame.type === "message") {
      this.say({ type: "error", code: this.refusing, what: "", id: frame.id });
      this.refusing = undefined;
    } else if (this.isDeaf) {
      this.missed.push(frame);
    } else {
      server.send(text);
    }
  }

  say(frame) {
    this.socket.send(JSON.stringify(frame));
  }

  close(code) {
    return this.socket.close({ code });
  }
}
