/** Takes a name away from an object and from whatever it inherits it from. */
function takeAway(name: string, from: object = globalThis): void {
  for (let object: object | null = from; object !== null; object = Reflect.getPrototypeOf(object)) {
    Reflect.deleteProperty(object, name);
  }
}

/**
 * Takes from the worker what would let a cell go on beside it or end it unseen. A worker of a cell's own would compute on
 * when the lesson's worker stops cooperatively; `close()` would end this one, and nobody would ever hear of it.
 * All else that leads out (sockets, storage, other origins) the frame's CSP and its opaque origin keep shut.
 *
 * @param onClose called in the place of `close()`
 */
export function hardenGlobals(onClose: () => void): void {
  takeAway('Worker');
  takeAway('SharedWorker');
  takeAway('close');
  // It refuses everything in an opaque origin, and Firefox's `estimate()` never comes back from trying.
  takeAway('storage', navigator);
  Object.defineProperty(globalThis, 'close', { value: () => onClose(), writable: true, configurable: true });
}
