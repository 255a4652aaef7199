import type { Answer } from './question-key.ts';

/** An answer as the store keeps it. */
export function writeAnswer(answer: Answer): string {
  return JSON.stringify(answer);
}

/** @returns `null` for what is no answer: it may come from an edited file */
export function readAnswer(stored: string): Answer | null {
  try {
    const read: unknown = JSON.parse(stored);
    if (typeof read === 'string') return read;
    return Array.isArray(read) && read.every(Number.isInteger) ? read : null;
  } catch {
    return null;
  }
}
