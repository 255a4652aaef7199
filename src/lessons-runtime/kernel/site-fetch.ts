import type { HostRequests } from './host-requests.ts';

/** Creates `fetch` for cells: it requests the site's models and data from the page, and handles `blob:` and `data:` natively. */
export function createSiteFetch(requests: HostRequests): typeof fetch {
  return async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (/^(blob|data):/.test(address)) return fetch(input, init);
    const bytes = await requests.file(address);
    const type = address.endsWith('.json') ? 'application/json' : 'application/octet-stream';
    return new Response(bytes, {
      headers: { 'Content-Type': type, 'Content-Length': String(bytes.byteLength) },
    });
  };
}
