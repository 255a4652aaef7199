import { defaultSeed, parseSeed } from '../../lesson/seed.ts';

/**
 * Mounts the input for the random seed in the lesson bar. The seed of each lesson is stored in `localStorage`.
 * @param events `onChange` gets the message that a running worker continues with its own seed; `onRejected` gets the message that
 *   the input is not a seed
 * @returns reads the current seed
 */
export function mountSeedInput(
  root: Document,
  lesson: string,
  { onChange, onRejected }: Readonly<Record<'onChange' | 'onRejected', (message: string) => void>>,
): () => number {
  const input = root.querySelector<HTMLInputElement>('[data-lesson-bar] [data-seed]');
  const key = `deshielo:seed:${lesson}`;
  let seed = parseSeed(read(key) ?? '') ?? defaultSeed;
  if (input === null) return () => seed;
  input.value = String(seed);
  /** Returns a message of the markup, with the current seed. */
  const message = (key: 'changed' | 'stays') => input.dataset[key]?.replace('{}', String(seed)) ?? '';
  input.addEventListener('change', () => {
    const next = parseSeed(input.value);
    // An invalid input is replaced by the current seed.
    input.value = String(next ?? seed);
    if (next === null) onRejected(message('stays'));
    if (next === null || next === seed) return;
    seed = next;
    write(key, String(seed));
    onChange(message('changed'));
  });
  return () => seed;
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The browser refuses to store it: the seed is used until the page is closed.
  }
}
