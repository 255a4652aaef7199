import { startPageTicks } from './page-ticks.ts';

const askMilliseconds = 1000;
/**
 * Unanswered questions after which the frame is gone. A busy worker does not matter, its frame answers; but on a machine that
 * has too much to do, a healthy frame has been seen to take several seconds.
 */
const patience = 10;
/** Before the first answer, the frame may still be loading. */
const firstPatience = 20;

/**
 * Asks a worker's frame once a second for a sign of life. Where a worker runs out of memory, the browser ends the frame's
 * process with it, and nobody says a word: only its silence tells. Silence counts while the page itself could listen: time in
 * which it was stalled, or not looked at and so throttled to rare ticks, does not.
 *
 * @param onLost called once, where the frame gives none any more, or says that its worker failed
 * @returns stops asking
 */
export function watchFrame(port: MessagePort, onLost: () => void): () => void {
  let everAnswered = false;
  let unanswered = 0;

  function lose(): void {
    stop();
    onLost();
  }

  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    everAnswered = true;
    unanswered = 0;
    if (data === 'worker-lost') lose();
  };
  const stop = startPageTicks(askMilliseconds, (wasStalled) => {
    if (!wasStalled) unanswered += 1;
    if (unanswered >= (everAnswered ? patience : firstPatience)) lose();
    else port.postMessage('alive?');
  });
  port.postMessage('alive?');
  return stop;
}
