import type { Attack } from './attack.ts';

/** Changes to built-in objects, after which the kernel must still run the next cell. */
const damages: Readonly<Record<string, string>> = {
  'Array.prototype’s methods': `for (const name of ['push', 'shift', 'map', 'filter', 'find', 'join', 'at', 'some', 'flatMap', 'slice', 'splice', 'includes', 'forEach', 'entries']) Array.prototype[name] = null;`,
  'every iterator': `for (const Kind of [Array, Map, Set, String]) Kind.prototype[Symbol.iterator] = null; Object.getPrototypeOf([][Symbol.iterator] ? [].values() : {}).next = null;`,
  'the iterator’s next': `Object.getPrototypeOf([].values()).next = () => ({ done: true });`,
  'Map, Set, WeakMap': `for (const name of ['get', 'set', 'has', 'delete', 'clear']) { Map.prototype[name] = () => { throw new Error('broken') }; WeakMap.prototype[name] = null; } for (const name of ['add', 'has']) Set.prototype[name] = null;`,
  'String.prototype and RegExp.prototype': `for (const name of ['slice', 'split', 'replace', 'startsWith', 'charCodeAt', 'trim', 'match', 'includes']) String.prototype[name] = null; RegExp.prototype.exec = null; RegExp.prototype.test = () => true;`,
  'Function.prototype': `Function.prototype.call = Function.prototype.apply = Function.prototype.bind = null; Function.prototype.toString = null;`,
  'Object’s own functions': `for (const name of ['keys', 'entries', 'fromEntries', 'assign', 'create', 'defineProperty', 'getOwnPropertyDescriptor', 'getOwnPropertyDescriptors', 'hasOwn', 'getPrototypeOf']) Object[name] = null;`,
  'Object.prototype, setters that throw': `for (const name of ['cell', 'run', 'kind', 'type', 'value', 'get', 'set', 'then', 'text', 'start', 'end', 'name']) Object.defineProperty(Object.prototype, name, { configurable: true, get() { throw new Error('broken') }, set() { throw new Error('broken') } });`,
  'Object.prototype, names that all loops see': `Object.prototype.polluted = 1; Object.prototype.then = (done) => done('GOT'); Object.prototype[0] = 'GOT'; Array.prototype[0] = 'GOT'; Array.prototype.then = () => {};`,
  'Promise.prototype.then and Promise’s own functions': `Promise.prototype.then = () => {}; Promise.prototype.catch = null; Promise.all = Promise.allSettled = Promise.race = Promise.resolve = null;`,
  'Symbol, JSON, Reflect, Proxy': `Reflect.get = Reflect.has = Reflect.set = null; JSON.stringify = JSON.parse = null; globalThis.Proxy = null; globalThis.Symbol = null; globalThis.Reflect = null; globalThis.JSON = null;`,
  'the globals’ names': `for (const name of ['Object', 'Array', 'Map', 'Set', 'Promise', 'Error', 'String', 'Number', 'RegExp', 'Function', 'Float32Array', 'Uint8Array', 'ArrayBuffer', 'Blob', 'URL', 'Response', 'Request', 'ImageData', 'TextDecoder', 'eval', 'fetch', 'undefined']) { try { globalThis[name] = null; } catch {} }`,
  'eval, replaced': `globalThis.eval = (text) => { console.log('FORGED ' + text); return async () => 'FORGED'; };`,
  'the clocks': `performance.now = () => 'never'; Date.now = () => NaN; Object.getPrototypeOf(performance).now = () => { throw new Error('broken') };`,
  'the timers': `globalThis.setTimeout = globalThis.setInterval = globalThis.clearTimeout = globalThis.queueMicrotask = globalThis.requestAnimationFrame = null;`,
  'console and postMessage': `globalThis.console = null; globalThis.postMessage = () => {}; MessagePort.prototype.postMessage = () => {}; globalThis.onmessage = globalThis.onerror = () => false;`,
  'errors and their stacks': `Error.prepareStackTrace = () => { throw new Error('broken') }; Error.captureStackTrace = null; Error.stackTraceLimit = 0; Object.defineProperty(Error.prototype, 'message', { configurable: true, get() { throw 1 } }); Object.defineProperty(Error, Symbol.hasInstance, { configurable: true, value: () => { throw 1 } });`,
  'typed arrays and buffers': `Object.getPrototypeOf(Uint8Array.prototype).set = null; Object.getPrototypeOf(Uint8Array.prototype).slice = null; ArrayBuffer.prototype.slice = null; ArrayBuffer.isView = null;`,
  'prototypes, exchanged': `Object.setPrototypeOf(Array.prototype, new Proxy({}, { get() { throw new Error('broken') }, has() { return true } })); Object.setPrototypeOf(Map.prototype, null);`,
  'tfjs itself': `for (const name of ['memory', 'getBackend', 'Tensor', 'LayersModel', 'keep', 'nextFrame', 'env', 'setBackend']) tf[name] = () => { throw new Error('broken') };`,
  events: `Event.prototype.preventDefault = null; EventTarget.prototype.addEventListener = EventTarget.prototype.dispatchEvent = null; Object.defineProperty(MessageEvent.prototype, 'data', { configurable: true, get: () => ({ type: 'run', cell: 'second', run: 9e9, source: 'FORGED' }) });`,
};

export const damageAttacks: readonly Attack[] = [
  ...Object.entries(damages).map(([name, source]) => ({
    name: `the next cell’s ground: ${name}`,
    source: `console.log('before');\n${source}\n0;`,
    // The cell itself may fail; the next one must not.
    ends: 'any' as const,
    shows: /before/,
  })),
  {
    name: 'the next cell’s ground, broken by a timer after the end',
    source: `
      setTimeout(() => { Array.prototype.push = Map.prototype.get = Promise.prototype.then = Object.entries = null; performance.now = () => 'never'; }, 50);
      console.log('before');`,
    shows: /before/,
    lingers: 150,
  },
  {
    name: 'the language’s objects, made immovable with a trap inside',
    source: `
      console.log('before');
      await new Promise((done) => setTimeout(done, 100));
      Object.defineProperty(Array.prototype, 'push', { value: () => 0, writable: false, configurable: false });`,
    shows: /before/,
    ends: 'failed',
    notice: /changed JavaScript itself/,
  },
  {
    name: 'the language’s objects, frozen',
    source: `console.log('before'); await new Promise((done) => setTimeout(done, 100)); for (const Kind of [Object, Array, Function, Promise, Map]) Object.freeze(Kind.prototype);`,
    shows: /before/,
    ends: 'failed',
    notice: /changed JavaScript itself/,
  },
];
