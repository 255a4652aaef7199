import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../../../src/components/site/choose-language.ts';

describe('chooseLanguage', () => {
  it('returns the stored choice', () => {
    expect(chooseLanguage('en', ['es-AR'])).toBe('en');
  });

  it('returns the first browser language that the site has', () => {
    expect(chooseLanguage(null, ['pt-BR', 'es-AR', 'en'])).toBe('es');
    expect(chooseLanguage(null, ['EN-gb', 'es'])).toBe('en');
  });

  it('returns undefined if the site has none of the browser languages', () => {
    expect(chooseLanguage(null, ['fr', 'de-AT'])).toBeUndefined();
    expect(chooseLanguage(null, [])).toBeUndefined();
  });

  it('ignores an invalid stored choice', () => {
    expect(chooseLanguage('javascript:', ['es'])).toBe('es');
    expect(chooseLanguage('', ['est-EE'])).toBeUndefined();
  });
});
