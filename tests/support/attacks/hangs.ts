/** Cells that do not end by themselves: Stop must end each within a second and leave nothing running. */
export const hangs: Readonly<Record<string, string>> = {
  'a busy loop': 'for (;;) {}',
  'a wait that nothing ends':
    'Atomics.wait(new Int32Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer), 0, 0);',
  'recursion that catches its own end': 'const f = () => { try { f(); } finally { f(); } }; f();',
  'a regular expression that backtracks': "/^(\\w+\\s?)*$/.test('word '.repeat(60) + '!');",
  'microtasks without end': 'for (;;) await 0;',
  'allocations without end':
    'const keep = []; for (;;) { try { keep.push(new Float32Array(1e6)); if (keep.length > 50) keep.length = 0; } catch {} }',
  'objects without end':
    'let list = null; for (let n = 0; ; n++) { list = { list, n }; if (n % 1e5 === 0) list = null; }',
  'a comparison in a sort': '[3, 1, 2].sort(() => { for (;;) {} });',
  'a loop in WebAssembly':
    'new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,102,0,0,10,9,1,7,0,3,64,12,0,11,11]))).exports.f();',
  'promises in each other’s arms':
    'const ping = () => Promise.resolve().then(pong); const pong = () => Promise.resolve().then(ping); await ping();',
  'a promise that nobody keeps': 'await new Promise(() => {});',
  'printing without end': "for (;;) console.log('again');",
  'showing without end': 'for (;;) display({ again: [1, 2, 3] });',
  'a getter of the error thrown':
    "throw Object.defineProperty(new Error('x'), 'stack', { get() { for (;;) {} } });",
  'errors swallowed at every turn': 'for (;;) { try { await tf.nextFrame(); } catch {} }',
};
