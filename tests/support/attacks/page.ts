import type { Attack } from './attack.ts';

/** Access to the page, and to anything else outside of the worker. */
export const pageAttacks: readonly Attack[] = [
  {
    name: 'window, document, parent, top, opener, frames',
    source: `
      absent('window', 'document', 'parent', 'top', 'opener', 'frames', 'frameElement');
      for (const name of ['window', 'document', 'parent', 'top', 'opener', 'frames'])
        await attempt(name, async () => (0, eval)(name).location.href);`,
    shows: /(?:\w+ is undefined; ?){7}\s*(?:\w+: blocked, ReferenceError\s*){6}/,
  },
  {
    name: 'postMessage of the worker itself, in the runner’s and in the protocol’s words',
    source: `
      for (const message of ['worker-lost', 'port', 'alive', 'lost', { type: 'worker-lost' },
        { type: 'finished', cell: 'second', run: 1, outcome: 'failed', milliseconds: 0 },
        { type: 'output', cell: 'second', run: 1, part: { kind: 'text', level: 'log', text: 'FORGED' } }]) {
        self.postMessage(message);
        globalThis.postMessage(message, { transfer: [new MessageChannel().port1] });
      }
      console.log('all posted');`,
    shows: /all posted/,
    lingers: 200,
  },
  {
    name: 'another address for the page',
    source: `
      await attempt('assign', async () => location.assign('RIVAL/away'));
      await attempt('open', async () => open('RIVAL/away'));
      await attempt('navigation', async () => navigation.navigate('RIVAL/away'));
      await attempt('history', async () => history.pushState(null, '', '/away'));`,
    shows: /assign: blocked.*open: blocked.*navigation: blocked.*history: blocked/s,
    lingers: 200,
  },
  {
    name: 'clipboard, files, share, credentials, permissions, notifications',
    source: `
      await attempt('read', () => navigator.clipboard.readText());
      await attempt('write', () => navigator.clipboard.writeText('PWNED'));
      await attempt('save', () => showSaveFilePicker());
      await attempt('share', () => navigator.share({ url: 'RIVAL' }));
      await attempt('credentials', () => navigator.credentials.get({ password: true }));
      await attempt('camera', () => navigator.mediaDevices.getUserMedia({ video: true }));
      await attempt('place', async () => navigator.geolocation.getCurrentPosition(() => {}));
      await attempt('usb', () => navigator.usb.getDevices());
      console.log('notifications ' + (typeof Notification === 'undefined' ? 'absent' : Notification.permission));`,
    shows: /(?:blocked.*){8}notifications (absent|denied|default)/s,
  },
  {
    name: 'chains of eval and constructors to another global object',
    source: `
      const globals = new Set([
        (0, eval)('this'), Function('return this')(), (() => {}).constructor('return this')(),
        (async () => {}).constructor('return this')(), (function* () {}).constructor('return this')().next().value,
        Reflect.construct(Function, ['return this'])(), [].constructor.constructor('return globalThis')(),
        display.constructor('return this')(), fetch.constructor('return this')(), tf.tensor.constructor('return this')(),
      ].map((value) => (value instanceof Promise ? globalThis : value)));
      console.log(globals.size + ' global object; it is a ' + [...globals][0].constructor.name);`,
    shows: /1 global object; it is a DedicatedWorkerGlobalScope/,
  },
  {
    name: 'the kernel’s own objects, through what it hands to a cell and through the stack',
    source: `
      const found = [];
      const own = (object) => Reflect.ownKeys(object).map((key) => { try { return object[key]; } catch { return null; } });
      Error.prepareStackTrace = (_, sites) => { for (const site of sites) found.push(site.getThis(), site.getFunction()); return ''; };
      const probe = { get text() { void new Error('x').stack; return 1; }, toString() { void new Error('x').stack; return ''; } };
      display(probe); console.log(probe, String(probe));
      display(new Proxy({}, { get() { void new Error('x').stack; }, ownKeys() { void new Error('x').stack; return []; }, getPrototypeOf() { void new Error('x').stack; return null; } }));
      void new Error('x').stack;
      delete Error.prepareStackTrace;
      const reach = [...new Set([...found, display, fetch, console, ...own(console), ...own(tf.env().platform)])]
        .filter((value) => value !== null && value !== undefined && value !== globalThis && /object|function/.test(typeof value));
      const ports = reach.flatMap((value) => [value, ...own(value)]).filter((value) => value instanceof MessagePort || value?.receive || value?.reportUncaught);
      console.log(ports.length === 0 ? 'reached no port, no kernel' : 'GOT ' + ports);`,
    shows: /reached no port, no kernel/,
  },
  {
    name: 'a debugger statement, and waiting in a debugger’s name',
    source: `debugger; (0, eval)('debugger'); console.log('went on');`,
    shows: /went on/,
  },
];
