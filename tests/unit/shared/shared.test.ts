import { expect, it } from 'vitest';
import { assertNever } from '../../../src/lessons-runtime/shared/assert-never.ts';
import { createDeferred } from '../../../src/lessons-runtime/shared/deferred.ts';
import { isLanguage, languages } from '../../../src/lessons-runtime/shared/language.ts';

it('createDeferred settles once, from outside', async () => {
  const deferred = createDeferred<number>();
  deferred.resolve(1);
  deferred.resolve(2);
  deferred.reject(new Error('late'));
  expect(await deferred.promise).toBe(1);
  const broken = createDeferred<number>();
  broken.reject(new Error('broken'));
  await expect(broken.promise).rejects.toThrow('broken');
});

it('isLanguage accepts the languages of the course only', () => {
  expect(languages.every(isLanguage)).toBe(true);
  expect(['ES', 'fr', '', null, undefined, ['es']].filter(isLanguage)).toEqual([]);
});

it('assertNever throws if a case is missing at run time', () => {
  expect(() => assertNever('surprise' as never)).toThrow('unhandled case: "surprise"');
});
