/**
 * The worker's frame is never painted, so `requestAnimationFrame` would never come, and tfjs waits for it between batches.
 * A message to oneself is the quickest way to let other messages (Stop) through; timers would wait 4 ms each.
 * tfjs looks the function up when it loads: this module comes first.
 */
const { port1, port2 } = new MessageChannel();
const waiting: FrameRequestCallback[] = [];

port1.onmessage = () => waiting.shift()?.(performance.now());

self.requestAnimationFrame = (callback) => {
  port2.postMessage(null);
  return waiting.push(callback);
};
