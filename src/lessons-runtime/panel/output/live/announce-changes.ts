import { createThrottle } from '../../../shared/throttle.ts';

const pauseMilliseconds = 2000;

/**
 * Creates a function that announces a text that changes often: not more than once every two seconds, and only if it differs from
 * the last one. An empty text is not announced; after it, the same text is announced again.
 */
export function createChangeAnnouncer(announce: (text: string) => void): (text: string) => void {
  let last = '';
  const announcing = createThrottle<string>(pauseMilliseconds, (text) => {
    if (text !== '' && text !== last) announce(text);
    last = text;
  });
  return announcing.push;
}
