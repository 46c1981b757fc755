import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A proxy that stands for the world outside: it lets nothing through and notes who was asked for. It sees what the page's
 * own events do not, such as a request by a worker that a worker started.
 */
export async function createOutside() {
  const asked: string[] = [];
  const note = (address = '?') => {
    if (!isBrowsersOwn(address)) asked.push(address);
  };
  const server = createServer((request, response) => {
    note(request.url);
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    note(request.url);
    // The browser may hang up first, which is its right.
    socket.on('error', () => {});
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { asked, url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** Chromium asks its makers for updates and accounts whatever its flags say. Hosts that a page could want are not here. */
function isBrowsersOwn(address: string): boolean {
  const host = address.replace(/^https?:\/\//, '').replace(/[:/].*$/s, '');
  return browserHosts.has(host) || host.endsWith('.gvt1.com');
}

const browserHosts = new Set([
  'accounts.google.com',
  'android.clients.google.com',
  'clients2.google.com',
  'clientservices.googleapis.com',
  'content-autofill.googleapis.com',
  'edge.microsoft.com',
  'mtalk.google.com',
  'optimizationguide-pa.googleapis.com',
  'safebrowsing.googleapis.com',
  'update.googleapis.com',
  'www.google.com',
]);
