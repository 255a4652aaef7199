import { expect, it } from 'vitest';
import { localizeCode } from '../../../../src/course/code/localize-code.ts';
import { readSliders } from '../../../../src/course/code/read-sliders.ts';

const labels = '// es: respuestas // en: answers';

it('reads the range, the label and the code before the number', () => {
  const source = `const topK = 5; // slider: 1 to 6 ${labels}\ntopK;`;
  expect(readSliders(source, 'en', 'a.ts')).toEqual([
    { before: 'const topK = ', values: [1, 2, 3, 4, 5, 6], label: 'answers' },
  ]);
  expect(readSliders(source, 'es', 'a.ts')[0]?.label).toBe('respuestas');
});

it('reads steps, and ranges of several powers of ten', () => {
  const values = (line: string) => readSliders(`${line} ${labels}`, 'en', 'a.ts')[0]?.values;
  expect(values('  epochs: 20, // slider: 10 to 30, step 5')).toEqual([10, 15, 20, 25, 30]);
  expect(values('x = 0.3; // slider: 0.1 to 0.5, step 0.1')).toEqual([0.1, 0.2, 0.3, 0.4, 0.5]);
  expect(values('adam(0.001), // slider: 0.0001 to 0.01, log')).toEqual([
    0.0001, 0.0002, 0.0003, 0.0005, 0.001, 0.002, 0.003, 0.005, 0.01,
  ]);
});

it.each([
  `const topK = 5; // slider: 1 to 10`,
  `const topK = many; // slider: 1 to 10 ${labels}`,
  `const topK = 50; // slider: 1 to 10 ${labels}`,
  `const topK = 5; // slider: 1 10 ${labels}`,
  `const topK = 5; // slider: 1 to 10, step 3 ${labels}`,
])('names the file and line of %j', (line) => {
  expect(() => readSliders(`\n${line}`, 'en', 'cells/a.ts')).toThrow(/cells\/a\.ts:2.*slider/);
});

it('is not part of the code that a page shows', () => {
  const source = `const topK = 5; // slider: 1 to 10 ${labels}\nconst n = 1; ${labels}`;
  expect(localizeCode(source, 'en', 'a.ts')).toBe('const topK = 5; // answers\nconst n = 1; // answers');
});
