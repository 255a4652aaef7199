/** Returns a value or a promise of it, which rejects once Stop ends the run. */
export type WaitFor = <T>(value: T) => T | Promise<Awaited<T>>;

/**
 * Returns a function for `for await (… of iterable)`: it returns an iterable with the same steps, each of which passes through
 * `wait`. What cannot be iterated is returned as it is, so that the loop throws the engine's own error.
 */
export function withStoppableSteps(wait: WaitFor): (iterable: unknown) => unknown {
  return (iterable) => {
    if (iterable === null || iterable === undefined) return iterable;
    const open: unknown = Reflect.get(Object(iterable), Symbol.asyncIterator);
    if (typeof open === 'function') return asyncSteps(iterable as AsyncIterable<unknown>, wait);
    return Symbol.iterator in Object(iterable) ? steps(iterable as Iterable<unknown>, wait) : iterable;
  };
}

function asyncSteps(iterable: AsyncIterable<unknown>, wait: WaitFor): AsyncIterable<unknown> {
  return {
    [Symbol.asyncIterator]() {
      const iterator = iterable[Symbol.asyncIterator]();
      return {
        next: async () => await wait(iterator.next()),
        return: async (value: unknown) => (await iterator.return?.(value)) ?? { done: true, value },
      };
    },
  };
}

/** The loop itself awaits the values of a synchronous iterable. */
function* steps(iterable: Iterable<unknown>, wait: WaitFor): Generator<unknown> {
  for (const value of iterable) yield wait(value);
}
