import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of another origin that allows every request and records it. */
export interface RivalServer {
  readonly origin: string;
  /** Requested addresses, and connections without a request. */
  readonly visits: readonly string[];
  close(): Promise<void>;
}

export async function startRivalServer(): Promise<RivalServer> {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    visits.push(`${request.method} ${request.url}`);
    response.writeHead(200, {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': '*',
      'Content-Type': 'text/javascript',
    });
    response.end('globalThis.pwned = 1;');
  });
  server.on('upgrade', (request, socket) => {
    visits.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  server.on('connection', () => visits.push('connection'));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    visits,
    close: () =>
      new Promise((closed, failed) => {
        server.closeAllConnections();
        server.close((error) => (error === undefined ? closed() : failed(error)));
      }),
  };
}
