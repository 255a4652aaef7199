import { expect, it } from 'vitest';
import { assertNever } from '../../../src/lessons-runtime/shared/assert-never.ts';
import { createDeferred } from '../../../src/lessons-runtime/shared/deferred.ts';
import { isLanguage, languages } from '../../../src/lessons-runtime/shared/language.ts';

it('settles a deferred from outside, once', async () => {
  const kept = createDeferred<number>();
  kept.resolve(1);
  kept.resolve(2);
  kept.reject(new Error('late'));
  expect(await kept.promise).toBe(1);
  const broken = createDeferred<number>();
  broken.reject(new Error('broken'));
  await expect(broken.promise).rejects.toThrow('broken');
});

it('knows its languages and nothing else', () => {
  expect(languages.every(isLanguage)).toBe(true);
  expect(['ES', 'fr', '', null, undefined, ['es']].filter(isLanguage)).toEqual([]);
});

it('throws where a case is missing after all', () => {
  expect(() => assertNever('surprise' as never)).toThrow('unhandled case: "surprise"');
});
