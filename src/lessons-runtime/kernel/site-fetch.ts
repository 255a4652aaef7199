import type { HostRequests } from './host-requests.ts';

/** `fetch` as a cell sees it: the site's own models and data, through the page; `blob:` and `data:` as ever. */
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
