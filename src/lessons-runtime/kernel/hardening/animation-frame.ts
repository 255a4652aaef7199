/**
 * The worker's frame is never painted, so `requestAnimationFrame` would never come, and tfjs waits for it between batches.
 * A message to oneself is the quickest way to let other messages (Stop) through; timers would wait 4 ms each.
 * tfjs looks the function up when it loads: this module comes first.
 */
const { port1, port2 } = new MessageChannel();
const post = port2.postMessage.bind(port2);
const now = performance.now.bind(performance);

/** By number, oldest first; without a prototype that a cell could change. */
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

/** Forgets every frame that was asked for and has not come. */
export function cancelAllFrames(): void {
  waiting = Object.create(null);
}
