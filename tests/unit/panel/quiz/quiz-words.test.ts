import { describe, expect, it } from 'vitest';
import { quizWords } from '../../../../src/lessons-runtime/panel/quiz/quiz-words.ts';

/** A text, or what a function says of values that can be told apart. */
function textOf(words: unknown): string {
  return typeof words === 'function' ? String(words('⟨1⟩', '⟨2⟩', '⟨3⟩')) : String(words);
}

const english = new Map(Object.entries(quizWords.en));

describe('the words of quizzes', () => {
  it.each(
    Object.entries(quizWords.es),
  )('%s is said in both languages, with the same values in it', (name, words) => {
    const [es, en] = [textOf(words), textOf(english.get(name))];
    expect(es.trim()).not.toBe('');
    expect(en).not.toBe(es);
    const values = (text: string) => [...text.matchAll(/⟨\d⟩/g)].map(String);
    expect(values(en)).toEqual(values(es));
    expect(/[.:”»]$/.test(en)).toBe(/[.:”»]$/.test(es));
  });

  it('tell right from wrong by a sign and a word', () => {
    for (const { right, wrong } of Object.values(quizWords)) {
      expect(right).toMatch(/^✓ \p{L}/u);
      expect(wrong).toMatch(/^✗ \p{L}/u);
    }
  });
});
