import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../../../src/components/site/choose-language.ts';

describe('chooseLanguage', () => {
  it('keeps what the reader chose before', () => {
    expect(chooseLanguage('en', ['es-AR'])).toBe('en');
  });

  it('takes the first of the browser languages that is ours', () => {
    expect(chooseLanguage(null, ['pt-BR', 'es-AR', 'en'])).toBe('es');
    expect(chooseLanguage(null, ['EN-gb', 'es'])).toBe('en');
  });

  it('leaves the choice to the reader when none is', () => {
    expect(chooseLanguage(null, ['fr', 'de-AT'])).toBeUndefined();
    expect(chooseLanguage(null, [])).toBeUndefined();
  });

  it('does not trust what is stored', () => {
    expect(chooseLanguage('javascript:', ['es'])).toBe('es');
    expect(chooseLanguage('', ['est-EE'])).toBeUndefined();
  });
});
