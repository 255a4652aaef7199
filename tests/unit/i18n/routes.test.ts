import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  alternates,
  creditsPath,
  homePath,
  lessonPath,
  otherLanguage,
  sitePath,
} from '../../../src/i18n/routes.ts';

afterEach(() => vi.unstubAllEnvs());

describe.each([
  ['/', '/'],
  ['/curso', '/curso/'],
  ['/curso/', '/curso/'],
])('with the base %s', (base, root) => {
  it('returns page addresses under the base, with a slash at the end', () => {
    vi.stubEnv('BASE_URL', base);
    expect(homePath('es')).toBe(`${root}es/`);
    expect(lessonPath('es', 'modelos-preentrenados')).toBe(`${root}es/lecciones/modelos-preentrenados/`);
    expect(lessonPath('en', 'pretrained-models')).toBe(`${root}en/lessons/pretrained-models/`);
    expect(creditsPath('es')).toBe(`${root}es/creditos/`);
    expect(creditsPath('en')).toBe(`${root}en/credits/`);
  });

  it('returns file addresses under the base, without a slash at the end', () => {
    vi.stubEnv('BASE_URL', base);
    expect(sitePath('favicon.svg')).toBe(`${root}favicon.svg`);
    expect(sitePath('/datasets/gallery@1/gallery.json')).toBe(`${root}datasets/gallery@1/gallery.json`);
  });
});

describe('alternates', () => {
  it('returns the address of the page in each language', () => {
    expect(alternates(homePath)).toEqual({ es: '/es/', en: '/en/' });
  });
});

describe('otherLanguage', () => {
  it('returns a different language', () => {
    expect(otherLanguage('es')).toBe('en');
    expect(otherLanguage('en')).toBe('es');
  });
});
