import { describe, expect, it, vi } from 'vitest';
import { createCellPlaces } from '../../../../src/lessons-runtime/kernel/cell-places.ts';
import { explainError } from '../../../../src/lessons-runtime/kernel/errors/explain-error.ts';
import { errorWords } from '../../../../src/lessons-runtime/kernel/errors/word-error.ts';
import { CourseError, isCourseError } from '../../../../src/lessons-runtime/protocol/failure.ts';
import { type Language, languages } from '../../../../src/lessons-runtime/shared/language.ts';

const explain = (thrown: unknown, language: Language, owner?: string) =>
  explainError(
    thrown,
    language,
    createCellPlaces(),
    () => owner,
    async () => ({ errorWords }),
  );
const fallbacks = await Promise.all(
  languages.map(async (language) => (await explain(new Error('anything'), language)).advice),
);

/** Errors of engines and of tfjs, with a pattern of the advice in each language. */
const messages: readonly [Error, es: RegExp, en: RegExp][] = [
  [new ReferenceError('x is not defined'), /«x».*ejecútala antes/, /“x”.*run that one first/],
  [
    new TypeError("Cannot assign to read only property 'rate' of object"),
    /«rate» es una constante/,
    /“rate” is a constant/,
  ],
  [new TypeError('"rate" is read-only'), /«rate» es una constante/, /“rate” is a constant/],
  [new ReferenceError('____ is not defined'), /guiones bajos/, /blank \(____\) is left/],
  [new TypeError('tf.____ is not a function'), /guiones bajos/, /blank \(____\) is left/],
  [new ReferenceError('print is not defined'), /display/, /display/],
  [new TypeError('Assignment to constant variable.'), /constante/, /constant/],
  [new TypeError('e.forEach is not a function'), /tf\.zeros\(\[2, 3\]\)/, /tf\.zeros\(\[2, 3\]\)/],
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
    new Error("Kernel 'Einsum' not registered for backend 'wasm', for inputs 0 [2,3], 1 [3,4]"),
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
  it.each(messages)('for “%s”', async (error, es, en) => {
    const [spanish, english] = [await explain(error, 'es'), await explain(error, 'en')];
    expect(spanish.advice).toMatch(es);
    expect(english.advice).toMatch(en);
    expect(fallbacks).not.toContain(spanish.advice);
  });

  it('names the cell that declares the constant', async () => {
    const error = new TypeError('"rate" is read-only');
    expect((await explain(error, 'es', 'ajustes')).advice).toContain('de la celda «ajustes»');
    expect((await explain(error, 'en', 'settings')).advice).toContain('of the cell “settings”');
  });

  it('names the cell that did not reach the declaration of a name', async () => {
    const error = new ReferenceError('x is not defined');
    expect((await explain(error, 'es', 'ajustes')).advice).toMatch(/de la celda «ajustes».*se cortó antes/);
    expect((await explain(error, 'en', 'settings')).advice).toMatch(/of the cell “settings”.*ended before/);
  });

  it('is general for unknown errors, in each language', () => {
    expect(new Set(fallbacks).size).toBe(2);
  });

  it('is general if its script cannot be loaded', async () => {
    const error = new ReferenceError('x is not defined');
    const failing = () => Promise.reject(new Error('offline'));
    const explained = await explainError(error, 'en', createCellPlaces(), () => undefined, failing);
    expect(explained).toMatchObject({ what: 'x is not defined', advice: fallbacks[1] });
  });

  it('is that of a CourseError', async () => {
    const error = new CourseError({ code: 'no-photo', subject: '' }, 'es');
    expect(await explain(error, 'es')).toMatchObject({
      name: 'CourseError',
      what: error.message,
      advice: error.advice,
    });
  });
});

describe('an error of another script with its own copies of the classes', () => {
  it('keeps its advice', async () => {
    vi.resetModules();
    const { ArgumentError } = await import('../../../../src/lessons-runtime/library/argument-error.ts');
    const failure = await import('../../../../src/lessons-runtime/protocol/failure.ts');
    expect(failure.CourseError).not.toBe(CourseError);
    const library = new ArgumentError({ what: 'w', advice: 'a' });
    expect(await explain(library, 'es')).toMatchObject({ name: 'ArgumentError', what: 'w', advice: 'a' });
    const course = new failure.CourseError({ code: 'cancelled', subject: 's' }, 'en');
    expect((await explain(course, 'en')).advice).toBe(course.advice);
    expect(isCourseError(course)).toBe(true);
  });
});

describe('a learner’s error that resembles the course’s', () => {
  const withAdvice = (properties: PropertyDescriptorMap) =>
    Object.defineProperties(new Error('mine'), { isAdvised: { value: true }, ...properties });

  it.each([
    ['advice that is not a text', withAdvice({ advice: { value: 5 } })],
    ['no mark', Object.assign(new Error('mine'), { advice: 'a' })],
    ['a getter', withAdvice({ advice: { get: () => expect.unreachable('a getter ran') } })],
    [
      'a proxy that throws',
      new Proxy(new Error('mine'), {
        getOwnPropertyDescriptor() {
          throw new Error('trap');
        },
      }),
    ],
  ])('is shown with general advice: %s', async (_, error) => {
    expect(await explain(error, 'en')).toMatchObject({ what: 'mine', advice: fallbacks[1] });
    expect(isCourseError(error)).toBe(false);
  });

  it('has very long advice truncated', async () => {
    const { advice } = await explain(withAdvice({ advice: { value: 'x'.repeat(1e6) } }), 'en');
    expect(advice.length).toBeLessThan(20_000);
  });
});

describe('the message', () => {
  it('does not contain compiled code', async () => {
    expect((await explain(new TypeError('(0 , $.train) is not a function'), 'en')).what).toBe(
      'train is not a function',
    );
  });

  it.each([
    [5, /5/],
    ['text', /text/],
    [undefined, /undefined/],
    [{ a: 1 }, /\{ a: 1 \}/],
  ])('contains the thrown value %j', async (thrown, pattern) => {
    for (const language of languages) {
      expect(await explain(thrown, language)).toMatchObject({
        name: 'throw',
        what: expect.stringMatching(pattern),
      });
    }
  });
});
