/** A tick that comes this much too late shows that the page was kept from working. */
const lateMilliseconds = 1500;

/**
 * Calls `onTick` about every `milliseconds`, for who waits for somebody else's answer. As a measure of how long the other side
 * had, a clock or an interval is wrong on a page that was kept busy: the time is over, and the answers still lie unread. Here
 * - the next tick is asked for when this one is over, so that a stall is one tick, however long it was;
 * - what came in the meantime is heard before the tick.
 *
 * @param onTick gets whether the page was stalled before it
 * @returns ends it
 */
export function startPageTicks(milliseconds: number, onTick: (wasStalled: boolean) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isOver = false;

  function wait(): void {
    const due = performance.now() + milliseconds;
    timer = setTimeout(async () => {
      const wasStalled = performance.now() - due > lateMilliseconds;
      await heardMessages();
      if (isOver) return;
      onTick(wasStalled);
      if (!isOver) wait();
    }, milliseconds);
  }

  wait();
  return () => {
    isOver = true;
    if (timer !== null) clearTimeout(timer);
  };
}

/**
 * Settles when messages that had come before it was called were heard, and what a frame on this same thread answered to them:
 * that takes a second turn.
 */
function heardMessages(): Promise<void> {
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
