/**
 * A kernel that an attacker replaced, with access to everything in the worker, including the port. Its cells are plain
 * JavaScript with access to the port; the page must withstand any message.
 */
export const hostileKernel = `
self.addEventListener('message', ({ ports: [port] }) => {
  const replies = [];
  port.onmessage = async ({ data }) => {
    if (data.type === 'start') port.postMessage({ type: 'ready', backend: 'cpu', reason: 'forced', renderer: 'hostile' });
    if (data.type === 'reply') replies.push(data.result);
    if (data.type !== 'run') return;
    const { cell, run, source } = data;
    const say = (part, to = cell, of = run) => port.postMessage({ type: 'output', cell: to, run: of, part });
    const print = (text) => say({ kind: 'text', level: 'log', text: String(text) });
    const pause = (ms) => new Promise((done) => setTimeout(done, ms));
    try {
      await (0, eval)('(async (port, cell, run, say, print, replies, pause) => {' + source + '\\n})')(port, cell, run, say, print, replies, pause);
    } catch (error) {
      print('threw ' + error);
    }
    port.postMessage({ type: 'finished', cell, run, outcome: 'done', milliseconds: 1 });
  };
}, { once: true });
`;

export interface HostileAttack {
  readonly name: string;
  readonly source: string;
  readonly shows: RegExp;
  /** Matches the notice above the lesson if the page ends the worker. */
  readonly notice?: RegExp;
}

/** Attacks with access to the port. `second` is a cell that ran before, whose output must not change. */
export const hostileAttacks: readonly HostileAttack[] = [
  {
    name: 'outputs for other cells, earlier and later runs, and cells that are not there',
    source: `
      for (const other of ['second', 'third', 'fifth', '__proto__', 'constructor', '', 'nowhere'])
        for (let of = -2; of < run + 5; of++) if (other !== cell) say({ kind: 'text', level: 'log', text: 'FORGED' }, other, of);
      for (const of of [run - 1, run + 1, 1e9, NaN, Infinity, -run]) say({ kind: 'text', level: 'log', text: 'FORGED' }, cell, of);
      print('said');`,
    shows: /^said$/,
  },
  {
    name: 'ends for other runs',
    source: `
      for (let of = 0; of < run + 9; of++) if (of !== run) for (const outcome of ['done', 'failed', 'stopped'])
        for (const other of [cell, 'second', 'third']) port.postMessage({ type: 'finished', cell: other, run: of, outcome, milliseconds: 0 });
      await pause(100);
      print('said');`,
    shows: /^said$/,
  },
  {
    name: 'files by every way up, asked for of the page itself',
    source: `
      const paths = ['../es/', 'models/../es/index.html', '%2e%2e/es/', 'models/%2e%2e/es/', '//localhost/x', 'RIVAL/x', 'models\\\\..\\\\es', '\\u2024\\u2024/es', 'runner.html', '', '/', 'SITE/es/', 'models/\\n/../es', 'es/index.html', '_astro/x'];
      paths.forEach((path, request) => port.postMessage({ type: 'request', request, payload: { kind: 'file', path } }));
      for (const payload of [{ kind: 'script', name: '../es' }, { kind: 'script', name: '__proto__' }, { kind: 'wasm-binary', name: 'constructor' }, { kind: 'gallery-photo', id: '../../es/index.html' }, { kind: 'gallery-photo', id: '__proto__' }, { kind: 'anything' }])
        port.postMessage({ type: 'request', request: 99, payload });
      await pause(500);
      print(replies.length + ' replies, ' + replies.filter(({ ok }) => ok).length + ' of them good');`,
    shows: /^1[57] replies, 0 of them good$/,
  },
  {
    name: 'parts that are no parts',
    source: `
      const count = (n, make) => Array.from({ length: n }, (_, at) => make(at));
      const bad = [
        { kind: 'html', text: '<b>' }, { kind: 'text', level: 'log x" onload="y', text: 'FORGED' }, { kind: 'text', level: 'log', text: { toString: 1 } },
        { kind: 'image', width: 2, height: 2, pixels: new ArrayBuffer(15), caption: '' }, { kind: 'image', width: NaN, height: 2, pixels: new ArrayBuffer(16), caption: '' },
        { kind: 'image', width: 1e9, height: 1e9, pixels: new ArrayBuffer(16), caption: '' }, { kind: 'image', width: -2, height: -2, pixels: new ArrayBuffer(16), caption: '' },
        { kind: 'image', width: 2, height: 2, pixels: new Uint8Array(16), caption: '' }, { kind: 'progress', id: 'a', label: '', loaded: NaN, total: -1, unit: 'bytes' },
        { kind: 'tensor', shape: 'x', dtype: '', preview: '', range: null }, { kind: 'chart', id: '', call: { path: '__proto__', surface: {}, data: 1, options: {} } },
        { kind: 'chart', id: '', call: { path: 'constructor.constructor', surface: { name: 'x', tab: '' }, data: 'FORGED', options: {} } },
        { kind: 'error', name: 'x', what: 'FORGED', advice: '', place: { cell: 'x', line: 'y', column: 0 }, trace: [] }, null, 7, [], new Map(), new Date(),
      ];
      for (const part of bad) say(part);
      for (const message of [null, 7, 'worker-lost', [], { type: '__proto__' }, { __proto__: null }, new ArrayBuffer(8), new Error('x'), /x/]) port.postMessage(message);
      await pause(100);
      print('said');`,
    shows: /said$/,
  },
  {
    name: 'a table of a million rows, a tree a million levels deep, a tree that is wider than memory',
    source: `
      const node = (text, entries) => ({ type: 'object', text, entries, omitted: 0 });
      say({ kind: 'table', columns: ['FORGED'], rows: Array.from({ length: 1e6 }, () => ['FORGED']), numeric: [false], omitted: 0 });
      let deep = node('FORGED', []); for (let level = 0; level < 200; level++) deep = node('FORGED', [['a', deep]]);
      say({ kind: 'value', value: deep });
      let wide = node('FORGED', []); for (let level = 0; level < 8; level++) wide = node('FORGED', Array.from({ length: 40 }, () => ['a', wide]));
      say({ kind: 'value', value: wide });
      say({ kind: 'model', name: 'FORGED', layers: Array.from({ length: 3e5 }, () => ({ name: 'FORGED', type: '', outputShape: '', parameters: 1, trainable: true })), parameters: 1, trainableParameters: 1 });
      say({ kind: 'tensor', shape: Array.from({ length: 1e6 }, () => 1), dtype: 'FORGED', preview: '', range: null });
      say({ kind: 'error', name: 'FORGED', what: '', advice: '', place: null, trace: Array.from({ length: 1e6 }, () => 'x') });
      say({ kind: 'text', level: 'log', text: 'FORGED' + 'x'.repeat(5e7) });
      let data = []; for (let level = 0; level < 800; level++) data = [data];
      say({ kind: 'chart', id: 'x', call: { path: 'render.barchart', surface: { name: 'FORGED', tab: '' }, data, options: {} } });
      print('said');`,
    shows: /^said$/,
  },
  {
    name: 'classes of the page’s own, slipped into a value’s type',
    source: `
      say({ kind: 'value', value: { type: 'x skip-link lesson-notice" onclick="pwned=1', text: 'typed' } });
      print('said');`,
    shows: /said$/,
  },
  {
    name: 'poisoned keys in chart options and data',
    source: `
      const options = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}');
      for (const path of ['render.barchart', 'render.linechart', 'render.heatmap', 'render.table', 'show.history', 'render.histogram'])
        say({ kind: 'chart', id: path, call: { path, surface: { name: path, tab: '' }, data: options, options } });
      await pause(800);
      print('said');`,
    shows: /said$/,
  },
  {
    name: 'an answer asked for twice, cancelled, and asked for again under the same number',
    source: `
      const ask = () => port.postMessage({ type: 'request', request: 5, payload: { kind: 'file', path: 'models/efficientnet-lite0@1/labels.json' } });
      ask(); ask(); port.postMessage({ type: 'cancel', request: 5 }); port.postMessage({ type: 'cancel', request: 1e9 }); ask();
      await pause(400);
      print('said');`,
    shows: /^said$/,
  },
  {
    name: 'messages faster than the page can read them',
    source: `for (let n = 0; n < 3e6; n++) say({ kind: 'progress', id: 'flood', label: 'flood', loaded: n, total: 3e6, unit: 'steps' });`,
    shows: /(?:)/,
    notice: /more than the page can take/,
  },
  {
    name: 'messages that mean nothing, without end',
    source: `for (let n = 0; n < 3e6; n++) port.postMessage({ type: 'nothing', n });`,
    shows: /(?:)/,
    notice: /more than the page can take/,
  },
];
