/** Calls `act` with the newest value at most once every `milliseconds`. `flush` calls it immediately with a waiting value. */
export function createThrottle<T>(milliseconds: number, act: (value: T) => void) {
  let waiting: { readonly value: T } | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last = Number.NEGATIVE_INFINITY;

  function flush(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waiting === null) return;
    const { value } = waiting;
    waiting = null;
    last = Date.now();
    act(value);
  }

  function push(value: T): void {
    waiting = { value };
    if (Date.now() - last >= milliseconds) flush();
    else timer ??= setTimeout(flush, milliseconds);
  }

  return { push, flush };
}
