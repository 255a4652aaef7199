import { describe, expect, it } from 'vitest';
import { panelWords } from '../../../src/lessons-runtime/panel/words/panel-words.ts';

/** Every text by its path, functions called with arguments that can be told apart. */
function texts(words: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof words === 'string') return new Map([[path, words]]);
  if (typeof words === 'function') return new Map([[path, String(words('⟨1⟩', '⟨2⟩', '⟨3⟩'))]]);
  if (words instanceof Intl.NumberFormat || typeof words !== 'object' || words === null) return new Map();
  return new Map(Object.entries(words).flatMap(([name, inner]) => [...texts(inner, `${path}/${name}`)]));
}

const es = texts({ ...panelWords.es, seconds: '', bytes: '' });
const en = texts({ ...panelWords.en, seconds: '', bytes: '' });

describe('the panel’s words', () => {
  it('are the same in number in both languages', () => {
    expect([...es.keys()]).toEqual([...en.keys()]);
    expect(es.size).toBeGreaterThan(35);
  });

  it.each(
    [...es].filter(([path]) => !['/seconds', '/bytes', '/status/idle'].includes(path)),
  )('%s is said in both languages, with the same values in it', (path, spanish) => {
    const english = en.get(path) ?? '';
    expect(spanish.trim()).not.toBe('');
    expect(english.trim()).not.toBe('');
    const values = (text: string) => [...text.matchAll(/⟨\d⟩/g)].map(String).sort();
    expect(values(english)).toEqual(values(spanish));
  });

  it('are translated: few texts are equal', () => {
    const equal = [...es]
      .filter(([path, text]) => text !== '' && en.get(path) === text)
      .map(([path]) => path);
    expect(equal).toEqual(['/status/failed']);
  });

  it.each([
    [5, '0,005 s', '0.005 s'],
    [240, '0,24 s', '0.24 s'],
    [3100, '3,1 s', '3.1 s'],
    [59_960, '1 min 0 s', '1 min 0 s'],
    [125_000, '2 min 5 s', '2 min 5 s'],
    [119_700, '2 min 0 s', '2 min 0 s'],
    [119_400, '1 min 59 s', '1 min 59 s'],
  ])('tell %i ms', (milliseconds, spanish, english) => {
    expect(panelWords.es.seconds(milliseconds)).toBe(spanish);
    expect(panelWords.en.seconds(milliseconds)).toBe(english);
  });
});
