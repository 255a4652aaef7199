import { describe, expect, it } from 'vitest';
import { localizeCode, UnpairedCommentError } from '../../../../src/course/code/localize-code.ts';
import type { Language } from '../../../../src/lessons-runtime/shared/language.ts';

const localize = (source: string, language: Language) => localizeCode(source, language, 'cells/a.ts');

describe('localizeCode', () => {
  it('keeps one of two comments on lines of their own, so that line numbers are equal in both languages', () => {
    const source = 'const a = 1;\n  // es: uno\n  // en: one\nconst b = 2;\n';
    expect(localize(source, 'es')).toBe('const a = 1;\n  // uno\nconst b = 2;');
    expect(localize(source, 'en')).toBe('const a = 1;\n  // one\nconst b = 2;');
  });

  it('keeps one of two comments at the end of a line', () => {
    const source = 'await x(); // es: espera // en: waits';
    expect(localize(source, 'es')).toBe('await x(); // espera');
    expect(localize(source, 'en')).toBe('await x(); // waits');
  });

  it('reads Python comments', () => {
    expect(localize('x = 1  # es: uno # en: one', 'en')).toBe('x = 1  # one');
  });

  it('leaves code and comments without a language unchanged', () => {
    const source = "// eslint\nconst url = 'http://es:80';";
    expect(localize(source, 'es')).toBe(source);
  });

  it.each([
    ['// es: solo', 1],
    ['const a = 1;\n// en: only', 2],
    ['// es: uno\nconst a = 1;', 1],
    ['// en: one\n// es: uno', 1],
    ['a(); // es: uno', 1],
  ])('throws for a comment that is missing in a language: %j', (source, line) => {
    expect(() => localize(source, 'es')).toThrow(UnpairedCommentError);
    expect(() => localize(source, 'es')).toThrow(`cells/a.ts:${line}`);
  });
});
