import { describe, expect, it } from 'vitest';
import { creditsWords } from '../../../src/i18n/credits-words.ts';
import { homeWords, needs, partWords, teacherNotes } from '../../../src/i18n/home-words.ts';
import { partWords as progressPartWords, progressWords } from '../../../src/i18n/progress-words.ts';
import { partNames, strings, type Words, wordsIn } from '../../../src/i18n/strings.ts';
import { languages } from '../../../src/lessons-runtime/shared/language.ts';

const spoken: [string, Words][] = [
  ...Object.entries(strings),
  ...Object.entries(homeWords),
  ...Object.entries(creditsWords),
  ...Object.entries(partNames),
  ...Object.entries(progressWords),
  ...Object.entries(progressPartWords),
  ...Object.entries(partWords).flatMap(([part, words]) =>
    Object.entries(words).map(([key, value]): [string, Words] => [`${part}.${key}`, value]),
  ),
  ...[...needs, ...teacherNotes].flatMap(({ claim, meaning }, place): [string, Words][] => [
    ...(claim ? [[`note ${place}, claim`, claim] satisfies [string, Words]] : []),
    [`note ${place}`, meaning],
  ]),
];

/** The same in both languages on purpose. */
const shared = new Set(['siteName', 'minutes']);

describe.each(spoken)('%s', (key, words) => {
  it('is said in both languages, with no space around it', () => {
    for (const language of languages) {
      expect(words[language].trim()).toBe(words[language]);
      expect(words[language]).not.toBe('');
    }
  });

  it('is translated', () => {
    if (shared.has(key)) return;
    expect(words.es).not.toBe(words.en);
  });

  it('ends alike in both languages', () => {
    expect(/[.:]$/.exec(words.es)?.[0]).toBe(/[.:]$/.exec(words.en)?.[0]);
  });
});

describe('wordsIn', () => {
  it('gives every word in the language asked for', () => {
    expect(wordsIn('en').skipToContent).toBe('Skip to content');
    expect(Object.keys(wordsIn('es'))).toEqual(Object.keys(strings));
  });
});
