// A TCP proxy between the browser and the program. Page loads pass as they are; the chat's connections (they begin with GET /chat) can be
// held, delayed and cut (RST) at any byte, in either direction: "up" to the server, "down" to the browser.
import { connect, createServer } from "node:net";

class Link {
  constructor(proxy, browser, server) {
    this.proxy = proxy;
    this.browser = browser;
    this.server = connect(server);
    this.isChat = undefined;
    this.held = { up: [], down: [] };
    for (const [from, way] of [
      [browser, "up"],
      [this.server, "down"],
    ]) {
      from.on("data", (bytes) => this.pass(way, bytes));
      from.on("end", () => this.other(from).end());
      from.on("error", () => this.other(from).destroy());
      from.on("close", () => this.proxy.links.delete(this));
    }
  }

  other = (socket) => (socket === this.browser ? this.server : this.browser);
  to = (way) => (way === "up" ? this.server : this.browser);

  pass(way, bytes) {
    this.isChat ??= bytes.subarray(0, 9).toString() === "GET /chat";
    if (!this.isChat) return this.to(way).write(bytes);
    if (this.proxy.isHeld[way]) return this.held[way].push(bytes);
    const budget = this.proxy.cutAfter[way];
    if (budget === undefined || bytes.length < budget) {
      if (budget !== undefined) this.proxy.cutAfter[way] -= bytes.length;
      return this.to(way).write(bytes);
    }
    this.proxy.cutAfter = {};
    this.to(way).write(bytes.subarray(0, budget), () => this.proxy.cut()); // in the middle of whatever it is
  }

  release(way) {
    for (const bytes of this.held[way].splice(0)) this.pass(way, bytes);
  }

  cut() {
    this.browser.resetAndDestroy();
    this.server.resetAndDestroy();
  }
}

export class Proxy {
  links = new Set();
  isHeld = { up: false, down: false };
  cutAfter = {}; // so many bytes more in this direction
  cuts = 0;

  async open(serverUrl) {
    const { hostname, port } = new URL(serverUrl);
    const link = (browser) => this.links.add(new Link(this, browser, { host: hostname, port: Number(port) }));
    this.listener = createServer({ noDelay: true }, link);
    await new Promise((resolve) => this.listener.listen(0, "127.0.0.1", resolve));
    this.url = `http://127.0.0.1:${this.listener.address().port}/`;
    return this;
  }

  get chats() {
    return [...this.links].filter(({ isChat }) => isChat);
  }

  heldBytes(way) {
    return this.chats.reduce((sum, { held }) => sum + held[way].reduce((bytes, chunk) => bytes + chunk.length, 0), 0);
  }

  hold(way) {
    this.isHeld[way] = true;
  }

  release(way) {
    this.isHeld[way] = false;
    for (const link of this.chats) link.release(way);
  }

  // What is held is lost.
  cut() {
    if (this.chats.length > 0) this.cuts += 1;
    for (const link of this.chats) link.cut();
    this.isHeld = { up: false, down: false };
    this.cutAfter = {};
  }

  close() {
    for (const link of this.links) link.cut();
    this.listener.close();
  }
}
