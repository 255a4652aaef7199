/** Deletes a property of an object and of its prototypes. */
function remove(name: string, from: object = globalThis): void {
  for (let object: object | null = from; object !== null; object = Reflect.getPrototypeOf(object)) {
    Reflect.deleteProperty(object, name);
  }
}

/**
 * Removes globals that would let a cell run code outside the worker or end it unnoticed. A worker created by a cell would
 * continue after a cooperative Stop; `close()` would end this worker without any event. Everything else that leads out of the
 * worker (sockets, storage, other origins) is blocked by the frame's CSP and its opaque origin.
 *
 * @param onClose called instead of `close()`
 */
export function hardenGlobals(onClose: () => void): void {
  remove('Worker');
  remove('SharedWorker');
  remove('close');
  // `navigator.storage` refuses everything in an opaque origin, and Firefox's `estimate()` never settles there.
  remove('storage', navigator);
  Object.defineProperty(globalThis, 'close', { value: () => onClose(), writable: true, configurable: true });
}
