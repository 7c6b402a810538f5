// A clinic's own page, on another origin than Anteroom's, with a policy that lets in the widget and nothing else.
import { createServer } from "node:http";

export async function clinicPage(anteroom) {
  const { origin, hostname } = new URL(anteroom);
  const html = `<!doctype html><html lang="en"><title>A clinic</title><h1>A clinic</h1>
<script async src="${origin}/widget.js" data-topic="imaging" data-label="Ask us"></script></html>`;
  const server = createServer((request, response) => {
    response.setHeader("Content-Type", "text/html");
    response.setHeader("Content-Security-Policy", `default-src 'none'; script-src ${origin}; frame-src ${origin}`);
    response.writeHead(request.url === "/visit?name=Dana" ? 200 : 204);
    response.end(request.url === "/visit?name=Dana" ? html : "");
  });
  await new Promise((resolve) => server.listen(0, hostname, resolve));
  const url = `http://${hostname}:${server.address().port}`;
  return { origin: url, url: `${url}/visit?name=Dana`, close: () => server.close() };
}
