/** A tick that is this late shows that the page was stalled. */
const lateMilliseconds = 1500;

/**
 * Calls `onTick` about every `milliseconds` to measure how long a worker or a frame has had to answer. A clock or an interval
 * measures that wrongly on a page that was stalled: the time has passed, but the answers have not been read yet. Here
 * - the next tick is scheduled when the current one is over, so that a stall counts as one tick, however long it lasted;
 * - messages that arrived in the meantime are handled before the tick.
 *
 * @param onTick receives whether the page was stalled before the tick
 * @returns a function that stops the ticks
 */
export function startPageTicks(milliseconds: number, onTick: (wasStalled: boolean) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isStopped = false;

  function schedule(): void {
    const due = performance.now() + milliseconds;
    timer = setTimeout(async () => {
      const wasStalled = performance.now() - due > lateMilliseconds;
      await handlePendingMessages();
      if (isStopped) return;
      onTick(wasStalled);
      if (!isStopped) schedule();
    }, milliseconds);
  }

  schedule();
  return () => {
    isStopped = true;
    if (timer !== null) clearTimeout(timer);
  };
}

/**
 * Resolves when the messages that arrived before the call have been handled, and also the answers to them from a frame on the
 * same thread, which take a second turn of the event loop.
 */
function handlePendingMessages(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    let turns = 0;
    port1.onmessage = () => {
      turns += 1;
      if (turns < 2) {
        port2.postMessage(null);
        return;
      }
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
