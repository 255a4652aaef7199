import type { Attack } from './attack.ts';

/** Makes the kernel use most of its functions, in the realm as the cell left it. */
const stir = `
  const Port = MessagePort;
  const stolen = new Set();
  const notice = (...values) => { for (let i = 0; i < values.length; i++) if (values[i] instanceof Port) stolen.add(values[i]); };
  const stir = async () => {
    display({ a: [1, new Map([[1, 2]])] });
    console.log('stirred');
    console.table([{ a: 1 }]);
    try { await fetch('models/efficientnet-lite0@1/labels.json'); } catch (error) { console.log(error.name); }
    const kept = tf.tidy(() => tf.add(tf.scalar(1), 2));
    display(kept);
    await tf.nextFrame();
    kept.dispose();
  };
  const verdict = () => console.log(stolen.size === 0 ? 'no port was seen' : 'GOT ' + stolen.size);
`;

/** Attempts to get the port to the page by replacing functions that the kernel might call on it. */
const thefts: Readonly<Record<string, string>> = {
  'MessageEvent’s getters': `
    const saved = {};
    for (const name of ['data', 'ports', 'source', 'origin']) {
      saved[name] = Object.getOwnPropertyDescriptor(MessageEvent.prototype, name);
      Object.defineProperty(MessageEvent.prototype, name, { configurable: true, get() { notice(this.target, this.currentTarget, this.srcElement, ...this.composedPath()); return saved[name].get.call(this); } });
    }
    await stir();
    Object.defineProperties(MessageEvent.prototype, saved);`,
  'Event’s getters and methods': `
    const target = Object.getOwnPropertyDescriptor(Event.prototype, 'target').get;
    for (const name of Object.getOwnPropertyNames(Event.prototype)) {
      const property = Object.getOwnPropertyDescriptor(Event.prototype, name);
      if (!property.configurable || name === 'constructor') continue;
      const wrap = (made) => made && function (...args) { notice(target.call(this)); return made.apply(this, args); };
      Object.defineProperty(Event.prototype, name, property.get ? { ...property, get: wrap(property.get) } : typeof property.value === 'function' ? { ...property, value: wrap(property.value) } : property);
    }
    reportError('uncaught');
    await stir();`,
  'MessagePort.prototype’s methods and setters': `
    for (const name of Object.getOwnPropertyNames(MessagePort.prototype)) {
      const property = Object.getOwnPropertyDescriptor(MessagePort.prototype, name);
      const wrap = (made) => made && function (...args) { notice(this); return made.apply(this, args); };
      if (name !== 'constructor') Object.defineProperty(MessagePort.prototype, name, property.get ? { ...property, get: wrap(property.get), set: wrap(property.set) } : { ...property, value: wrap(property.value) });
    }
    const { port1 } = new MessageChannel();
    port1.postMessage(1);
    console.log(stolen.delete(port1) ? 'the trap works' : 'the trap is broken');
    await stir();`,
  'Function.prototype.call, apply, bind': `
    const { apply, call, bind } = Function.prototype;
    for (const [name, made] of Object.entries({ apply, call, bind }))
      Function.prototype[name] = function (...args) { notice(this, args[0], ...(Array.isArray(args[1]) ? args[1] : args)); return Reflect.apply(made, this, args); };
    await stir();
    Object.assign(Function.prototype, { apply, call, bind });`,
  'Reflect, Proxy and structuredClone': `
    const { apply, get, set, has, construct } = Reflect;
    for (const [name, made] of Object.entries({ apply, get, set, has, construct })) Reflect[name] = (...args) => { notice(...args); return made(...args); };
    const clone = structuredClone;
    globalThis.structuredClone = (value, options) => { notice(value, ...(options?.transfer ?? [])); return clone(value, options); };
    await stir();
    Object.assign(Reflect, { apply, get, set, has, construct });`,
  'Array.prototype’s iterator, map, push, shift': `
    const saved = Object.getOwnPropertyDescriptors(Array.prototype);
    for (const name of ['map', 'push', 'shift', 'filter', 'flatMap', 'find', 'slice', 'join', Symbol.iterator]) {
      const made = saved[name].value;
      Object.defineProperty(Array.prototype, name, { configurable: true, writable: true, value(...args) {
        for (let i = 0; i < this.length; i++) notice(this[i]);
        for (let i = 0; i < args.length; i++) notice(args[i]);
        return Reflect.apply(made, this, args);
      } });
    }
    await stir();
    Object.defineProperties(Array.prototype, saved);`,
  'Promise.prototype.then and the promise constructor': `
    const { then } = Promise.prototype;
    Promise.prototype.then = function (yes, no) { return then.call(this, (value) => { notice(value, value?.target, value?.port); return yes ? yes(value) : value; }, no); };
    await stir();
    Promise.prototype.then = then;`,
  'Map and Set': `
    for (const Kind of [Map, Set]) for (const name of ['get', 'set', 'add', 'has', 'delete']) {
      const made = Kind.prototype[name];
      if (made) Kind.prototype[name] = function (...args) { notice(...args); return made.apply(this, args); };
    }
    await stir();`,
  'setters and getters on Object.prototype': `
    for (const name of ['port', 'post', 'onmessage', 'message', 'transfer', 'cell', 'run', 'part', 'target', 'data', 'ports'])
      Object.defineProperty(Object.prototype, name, { configurable: true, get() { notice(this); return undefined; }, set(value) { notice(this, value, value?.target); Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true }); } });
    await stir();
    for (const name of ['port', 'post', 'onmessage', 'message', 'transfer', 'cell', 'run', 'part', 'target', 'data', 'ports']) delete Object.prototype[name];`,
  'a handshake played again': `
    const { port1, port2 } = new MessageChannel();
    const heard = [];
    port1.onmessage = ({ data }) => heard.push(data);
    self.addEventListener('message', (event) => notice(...event.ports.filter((port) => port !== port2), event.target, event.source));
    self.dispatchEvent(new MessageEvent('message', { data: 'port', ports: [port2] }));
    port1.postMessage({ type: 'start', language: 'en', backend: 'cpu' });
    port1.postMessage({ type: 'run', cell: 'second', run: 1, source: 'console.log("FORGED")' });
    await stir();
    await new Promise((done) => setTimeout(done, 100));
    console.log(heard.length === 0 ? 'no second kernel' : 'GOT a second kernel');`,
  'addEventListener and its handlers': `
    const { addEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (...args) { notice(this); return addEventListener.apply(this, args); };
    await stir();
    EventTarget.prototype.addEventListener = addEventListener;`,
};

export const portAttacks: readonly Attack[] = Object.entries(thefts).map(([name, source]) => ({
  name: `the port, through ${name}`,
  // After a first wait, because the kernel restores changes made before it as soon as the cell waits.
  source: `${stir}\nawait 0;\n${source}\nverdict();`,
  shows: name.startsWith('a handshake')
    ? /no second kernel.*no port was seen/s
    : name.startsWith('MessagePort')
      ? /the trap works.*no port was seen/s
      : /stirred.*no port was seen/s,
}));

/** Messages that a cell tries to forge by replacing what the kernel builds its messages with. */
export const forgeries: readonly Attack[] = [
  {
    name: 'outputs given another cell’s name on their way out',
    source: `
      const { push } = Array.prototype;
      let forged = 0;
      Array.prototype.push = function (...items) {
        for (const item of items) if (item?.owner?.run) { forged += 1; item.owner = { cell: 'second', run: item.owner.run - 1 }; }
        return push.apply(this, items);
      };
      for (let run = 0; run < 40; run++) display('FORGED');
      Array.prototype.push = push;
      console.log('forged ' + forged);`,
    shows: /forged 40/,
  },
  {
    name: 'outputs for a run to come',
    source: `
      const { push } = Array.prototype;
      Array.prototype.push = function (...items) {
        for (const item of items) if (item?.owner?.run) item.owner = { cell: 'third', run: item.owner.run + 1 };
        return push.apply(this, items);
      };
      for (let run = 0; run < 5; run++) display('FORGED');
      Array.prototype.push = push;
      console.log('went on');`,
    shows: /went on/,
  },
];
