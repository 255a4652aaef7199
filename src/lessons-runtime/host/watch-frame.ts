const askMilliseconds = 1000;
/** Unanswered questions after which the frame is gone. A busy worker does not matter: its frame answers. */
const patience = 4;
/** Before the first answer, the frame may still be loading. */
const firstPatience = 15;

/**
 * Asks a worker's frame once a second for a sign of life. Where a worker runs out of memory, the browser ends the frame's
 * process with it, and nobody says a word: only its silence tells. A page that is not looked at asks more rarely, and so
 * finds out later.
 *
 * @param onLost called once, where the frame gives none any more, or says that its worker failed
 * @returns stops asking
 */
export function watchFrame(port: MessagePort, onLost: () => void): () => void {
  let everAnswered = false;
  let unanswered = 0;

  function lose(): void {
    clearInterval(timer);
    onLost();
  }

  function ask(): void {
    if (unanswered >= (everAnswered ? patience : firstPatience)) {
      lose();
      return;
    }
    unanswered += 1;
    port.postMessage('alive?');
  }

  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    everAnswered = true;
    unanswered = 0;
    if (data === 'worker-lost') lose();
  };
  const timer = setInterval(ask, askMilliseconds);
  ask();
  return () => clearInterval(timer);
}
