import { describe, expect, it } from 'vitest';
import { CourseError } from '../../../src/lessons-runtime/protocol/failure.ts';
import { type Language, languages } from '../../../src/lessons-runtime/shared/language.ts';
import { createCellPlaces } from '../../../src/lessons-runtime/worker/cell-places.ts';
import { explainError } from '../../../src/lessons-runtime/worker/explain-error.ts';

const explain = (thrown: unknown, language: Language, owner?: string) =>
  explainError(thrown, language, createCellPlaces(), () => owner);
const fallbacks = languages.map((language) => explain(new Error('anything'), language).advice);

/** What engines and tfjs say, and a word of the advice in each language. */
const messages: readonly [Error, es: RegExp, en: RegExp][] = [
  [new ReferenceError('x is not defined'), /«x».*ejecútala antes/, /“x”.*run that one first/],
  [
    new TypeError("Cannot assign to read only property 'rate' of object"),
    /«rate» es una constante/,
    /“rate” is a constant/,
  ],
  [new TypeError('"rate" is read-only'), /«rate» es una constante/, /“rate” is a constant/],
  [new TypeError('Attempted to assign to readonly property.'), /constante/, /constant/],
  [new TypeError("Cannot read properties of undefined (reading 'fit')"), /«fit»/, /“fit”/],
  [new TypeError("Cannot set properties of undefined (setting 'fit')"), /«fit»/, /“fit”/],
  [new TypeError('can\'t access property "fit", model is undefined'), /«fit»/, /“fit”/],
  [new TypeError("undefined is not an object (evaluating 'model.fit')"), /«fit»/, /“fit”/],
  [new TypeError('model.fitt is not a function'), /await/, /await/],
  [
    new Error('Error in matMul: inner shapes (3) and (2) must match.'),
    /formas no encajan/,
    /shapes do not fit/,
  ],
  [new Error('Tensor is disposed.'), /se liberó/, /was freed/],
  [
    new Error("Kernel 'Einsum' not registered for backend 'wasm', asked of 0 [2,3], 1 [3,4]"),
    /«wasm».*backend=cpu/,
    /“wasm”.*backend=cpu/,
  ],
  [
    new Error('The wasm backend has no room for another 48 MB. A batch of 8 would fit.'),
    /batchSize: 8/,
    /batchSize: 8/,
  ],
  [new Error('The wasm backend has no room for another 48 MB.'), /más pequeños/, /smaller/],
  [
    new Error('The wasm backend convolves only tensors of data format NHWC (channelsLast), not NCHW.'),
    /channelsLast/,
    /channelsLast/,
  ],
  [new RangeError('Maximum call stack size exceeded'), /sin fin/, /without end/],
  [new Error('too much recursion'), /sin fin/, /without end/],
  [
    new Error('The first layer in a Sequential model must get an `inputShape`'),
    /primera capa/,
    /first layer/,
  ],
];

describe('advice', () => {
  it.each(messages)('for “%s”', (error, es, en) => {
    expect(explain(error, 'es').advice).toMatch(es);
    expect(explain(error, 'en').advice).toMatch(en);
    expect(fallbacks).not.toContain(explain(error, 'es').advice);
  });

  it('names the cell that made the constant', () => {
    const error = new TypeError('"rate" is read-only');
    expect(explain(error, 'es', 'ajustes').advice).toContain('de la celda «ajustes»');
    expect(explain(error, 'en', 'settings').advice).toContain('of the cell “settings”');
  });

  it('is general where nothing fits, and differs by language', () => {
    expect(new Set(fallbacks).size).toBe(2);
  });

  it('is the course’s own where the course failed', () => {
    const error = new CourseError({ code: 'no-photo', subject: '' }, 'es');
    expect(explain(error, 'es')).toMatchObject({
      name: 'CourseError',
      what: error.message,
      advice: error.advice,
    });
  });
});

describe('what happened', () => {
  it('does not show how a cell was compiled', () => {
    expect(explain(new TypeError('(0 , $.train) is not a function'), 'en').what).toBe(
      'train is not a function',
    );
  });

  it.each([
    [5, /5/],
    ['text', /text/],
    [undefined, /undefined/],
    [{ a: 1 }, /\{ a: 1 \}/],
  ])('is the value, where %j was thrown', (thrown, pattern) => {
    for (const language of languages) {
      expect(explain(thrown, language)).toMatchObject({
        name: 'throw',
        what: expect.stringMatching(pattern),
      });
    }
  });
});
