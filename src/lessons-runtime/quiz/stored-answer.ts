import type { Answer } from './question-key.ts';

/** Converts an answer to its stored form, JSON. */
export function writeAnswer(answer: Answer): string {
  return JSON.stringify(answer);
}

/** Parses a stored answer. @returns `null` if it is invalid, which is possible in an imported file that was edited */
export function readAnswer(stored: string): Answer | null {
  try {
    const read: unknown = JSON.parse(stored);
    if (typeof read === 'string') return read;
    return Array.isArray(read) && read.every(Number.isInteger) ? read : null;
  } catch {
    return null;
  }
}
