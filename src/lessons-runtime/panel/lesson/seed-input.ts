import { defaultSeed, parseSeed } from '../../lesson/seed.ts';

/**
 * The number in the lesson bar that all chance of the lesson follows from, kept over visits for each lesson.
 * @param events `onChange` is told of a new seed, a worker that is up goes on with its own; `onRefused` of the one that stays
 * where what was written is none
 * @returns the seed as it stands
 */
export function mountSeedInput(
  root: Document,
  lesson: string,
  { onChange, onRefused }: Readonly<Record<'onChange' | 'onRefused', (seed: number) => void>>,
): () => number {
  const input = root.querySelector<HTMLInputElement>('[data-lesson-bar] [data-seed]');
  const key = `deshielo:seed:${lesson}`;
  let seed = parseSeed(read(key) ?? '') ?? defaultSeed;
  if (input === null) return () => seed;
  input.value = String(seed);
  input.addEventListener('change', () => {
    const next = parseSeed(input.value);
    // What is no seed is put back, as an empty field would say nothing.
    input.value = String(next ?? seed);
    if (next === null) onRefused(seed);
    if (next === null || next === seed) return;
    seed = next;
    keep(key, String(seed));
    onChange(seed);
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

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Refused by the browser: the seed lasts for the page.
  }
}
