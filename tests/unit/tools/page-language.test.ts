import { expect, it } from 'vitest';
import { inLanguage, keepLanguage, languageOfModule } from '../../../tools/vite-page-language.ts';

it('keepLanguage keeps the words of one language, whatever their variable is called', () => {
  expect(keepLanguage('export const a = defineWords({ es, en });', 'en')).toBe(
    'export const a = defineWords({ en });',
  );
  expect(keepLanguage('defineWords({ es: spanish, en: english }); defineWords({ es, en })', 'es')).toBe(
    'defineWords({ es: spanish }); defineWords({ es })',
  );
  expect(keepLanguage('const words = 1;', 'es')).toBeNull();
  expect(keepLanguage('export function defineWords<Table>(tables: Words<Table>) {}', 'es')).toBeNull();
});

it('keepLanguage throws for a table that lacks the language or is written differently', () => {
  expect(() => keepLanguage('defineWords({ es })', 'en')).toThrow('no en');
  expect(() => keepLanguage('defineWords({ es: { run: 1 }, en })', 'es')).toThrow('defineWords({ es, en })');
});

it('languageOfModule returns the language in a module’s id', () => {
  expect(languageOfModule(inLanguage('/src/a.ts', 'es'))).toBe('es');
  expect([undefined, '/src/a.ts', '/src/a.ts?language=xx', '/src/a.ts?url'].map(languageOfModule)).toEqual(
    Array(4).fill(undefined),
  );
});
