/**
 * Replaces `requestAnimationFrame`, on which tfjs waits between batches: the worker's frame is never painted, so the original
 * would never call back. A message to the worker itself is the fastest way to let other messages (Stop) be handled; timers would
 * wait 4 ms each. Import this module before tfjs, which reads the function when it loads.
 */
const { port1, port2 } = new MessageChannel();
const post = port2.postMessage.bind(port2);
const now = performance.now.bind(performance);

/** Callbacks by frame number; without a prototype, because a cell could change `Object.prototype`. */
let waiting: Record<number, FrameRequestCallback> = Object.create(null);
let last = 0;
let next = 1;

port1.onmessage = () => {
  const callback = waiting[next];
  delete waiting[next];
  next += 1;
  callback?.(now());
};

globalThis.requestAnimationFrame = (callback) => {
  last += 1;
  waiting[last] = callback;
  post(null);
  return last;
};

globalThis.cancelAnimationFrame = (frame) => {
  delete waiting[frame];
};

/** Cancels all pending frames. */
export function cancelAllFrames(): void {
  waiting = Object.create(null);
}
