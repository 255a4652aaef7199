import { expect, it } from 'vitest';
import { inLanguage, keepLanguage, languageOfModule } from '../../../tools/vite-page-language.ts';

it('the words of one language are kept, under whatever name', () => {
  expect(keepLanguage('export const a = defineWords({ es, en });', 'en')).toBe(
    'export const a = defineWords({ en });',
  );
  expect(keepLanguage('defineWords({ es: spanish, en: english }); defineWords({ es, en })', 'es')).toBe(
    'defineWords({ es: spanish }); defineWords({ es })',
  );
  expect(keepLanguage('const words = 1;', 'es')).toBeNull();
  expect(keepLanguage('export function defineWords<Table>(tables: Words<Table>) {}', 'es')).toBeNull();
});

it('a table that lacks the language, or is written otherwise, ends the build', () => {
  expect(() => keepLanguage('defineWords({ es })', 'en')).toThrow('no en');
  expect(() => keepLanguage('defineWords({ es: { run: 1 }, en })', 'es')).toThrow('defineWords({ es, en })');
});

it('a module knows the language that it is built for', () => {
  expect(languageOfModule(inLanguage('/src/a.ts', 'es'))).toBe('es');
  expect([undefined, '/src/a.ts', '/src/a.ts?language=xx', '/src/a.ts?url'].map(languageOfModule)).toEqual(
    Array(4).fill(undefined),
  );
});
