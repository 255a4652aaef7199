import { slug } from '../dom/save-file.ts';

/**
 * Builds a file name without extension from a base name, the learner's name and the day:
 * `deshielo-entrega-ana-núñez-2026-11-24`.
 * @param at milliseconds since 1970; the day is that of UTC
 */
export function fileStem(name: string, at: number, learner = ''): string {
  const day = new Date(at).toISOString().slice(0, 10);
  return [name, slug(learner), day].filter((part) => part !== '').join('-');
}
