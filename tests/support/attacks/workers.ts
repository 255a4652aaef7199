import type { Attack } from './attack.ts';

/** Nested workers, which would keep running after the end of the lesson's worker. */
export const workerAttacks: readonly Attack[] = [
  {
    name: 'a nested worker of a blob',
    source: `
      const url = URL.createObjectURL(new Blob(['for (;;) {}']));
      await attempt('global', async () => new globalThis.Worker(url));
      await attempt('free', async () => new Worker(url));
      await attempt('evaluated', async () => (0, eval)('new Worker(' + JSON.stringify(url) + ')'));`,
    shows: /global: blocked.*free: blocked.*evaluated: blocked/s,
  },
  {
    name: 'a nested worker of a data: address',
    source: `await attempt('data', async () => new globalThis.Worker('data:text/javascript,for(;;){}'));`,
    shows: /data: blocked/,
  },
  {
    name: 'a nested worker of the site’s own script: it would have the site’s origin',
    source: `
      await attempt('site', async () => new globalThis.Worker('SITE/runner.html'));
      await attempt('module', async () => new globalThis.Worker('SITE/_astro/x.js', { type: 'module' }));`,
    shows: /site: blocked.*module: blocked/s,
  },
  {
    name: 'Worker brought back from where it was taken',
    source: `
      const places = [];
      for (let object = globalThis; object !== null; object = Object.getPrototypeOf(object))
        for (const key of Reflect.ownKeys(object)) { let value; try { value = object[key]; } catch { continue; } if (typeof value === 'function' && /Worker$/.test(value.name) && value.name !== 'ServiceWorker') places.push(value.name); }
      await attempt('constructor', async () => new (Object.getPrototypeOf(Object.getPrototypeOf(globalThis)).constructor)());
      console.log('makers of workers: ' + places.length + ' ' + places.join(' '));`,
    shows: /makers of workers: 0/,
  },
  {
    name: 'memory shared between threads',
    source: `
      absent('SharedArrayBuffer');
      await attempt('wasm', async () => new MessageChannel().port1.postMessage(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true })));`,
    shows: /SharedArrayBuffer is undefined.*wasm: blocked/s,
  },
];
