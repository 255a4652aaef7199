import { startPageTicks } from './page-ticks.ts';

const pingMilliseconds = 1000;
/**
 * The number of unanswered pings after which the frame counts as lost. The frame answers even if its worker is busy, but on an
 * overloaded machine a healthy frame can take several seconds.
 */
const missedLimit = 10;
/** The limit before the first answer, when the frame may still be loading. */
const firstMissedLimit = 20;

/**
 * Pings a worker's frame once a second. When a worker runs out of memory, the browser ends the process of its frame without any
 * event, so missing answers are the only sign. Pings do not count as missed while the page itself was stalled, or hidden and
 * therefore throttled.
 *
 * @param onLost called once when the frame no longer answers, or reports that its worker failed
 * @returns a function that stops the pings
 */
export function watchFrame(port: MessagePort, onLost: () => void): () => void {
  let hasAnswered = false;
  let missed = 0;

  function lose(): void {
    stop();
    onLost();
  }

  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    hasAnswered = true;
    missed = 0;
    if (data === 'worker-lost') lose();
  };
  const stop = startPageTicks(pingMilliseconds, (wasStalled) => {
    if (!wasStalled) missed += 1;
    if (missed >= (hasAnswered ? missedLimit : firstMissedLimit)) lose();
    else port.postMessage('alive?');
  });
  port.postMessage('alive?');
  return stop;
}
