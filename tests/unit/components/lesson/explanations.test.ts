import { describe, expect, it } from 'vitest';
import { explanationsOf } from '../../../../src/components/lesson/explanations.ts';
import { inlineHtml, plainText } from '../../../../src/components/lesson/inline-html.ts';
import { shuffled } from '../../../../src/components/lesson/shuffled.ts';
import { keyOf } from '../../../../src/course/quizzes/authored-key.ts';
import { readQuiz } from '../../../../src/course/quizzes/read-quiz.ts';
import { languages } from '../../../../src/lessons-runtime/shared/language.ts';

const { questions } = readQuiz(
  `title: { es: a, en: a }
questions:
  - id: a
    kind: numeric
    ask: { es: a, en: a }
    answer: 1281.5
    unit: { es: días, en: days }
    why: { es: sí, en: right }
    slips: [{ answer: 13, why: { es: suma, en: sum } }]
    otherwise: { es: otra, en: other }
  - id: b
    kind: text
    ask: { es: a, en: a }
    accept: { es: [capa], en: [layer] }
    why: { es: sí, en: right }
    slips: [{ accept: { es: [cabeza], en: [head] }, why: { es: no, en: wrong } }]
    otherwise: { es: otra, en: other }
`,
  'q.yaml',
);
const [numeric, text] = questions;
if (numeric === undefined || text === undefined) throw new Error('expected two questions');

describe('explanationsOf', () => {
  it('formats typed answers in the language of the page', () => {
    expect(explanationsOf(numeric, 'es')).toEqual([
      { reason: 'right', isRight: true, answer: '1281,5 días', why: 'sí' },
      { reason: 'slip-0', isRight: false, answer: '13 días', why: 'suma' },
      { reason: 'otherwise', isRight: false, answer: null, why: 'otra' },
    ]);
    expect(explanationsOf(numeric, 'en')[0]?.answer).toBe('1,281.5 days');
    expect(explanationsOf(text, 'en').map(({ answer }) => answer)).toEqual(['layer', 'head', null]);
  });
});

it('explanationsOf returns options in the order in which they are shown, in every language', () => {
  const [single] = readQuiz(
    `title: { es: a, en: a }
questions:
  - id: shown
    kind: single
    ask: { es: a, en: a }
    options:
${['a', 'b', 'c', 'd'].map((text) => `      - { text: { es: ${text}, en: ${text} }, right: ${text === 'b'}, why: { es: por ${text}, en: as ${text} } }`).join('\n')}
`,
    'q.yaml',
  ).questions;
  if (single === undefined) throw new Error('expected a question');
  const shown = shuffled(4, 'shown').map((place) => 'abcd'[place]);
  for (const language of languages) {
    const explanations = explanationsOf(single, language);
    expect(explanations.map(({ answer }) => answer)).toEqual(shown);
    expect(explanations.find(({ isRight }) => isRight)).toMatchObject({ answer: 'b' });
    for (const { answer, why } of explanations) expect(why.endsWith(` ${answer}`)).toBe(true);
  }
});

it('keyOf accepts the words of both languages in a text question', () => {
  expect(keyOf(text)).toEqual({ kind: 'text', accepted: ['capa', 'layer'], slips: [['cabeza', 'head']] });
});

it('inlineHtml converts a sentence of Markdown to HTML, plainText removes its markup', () => {
  expect(inlineHtml('Pulsa *aquí*: `x < 1`')).toBe('Pulsa <em>aquí</em>: <code>x &lt; 1</code>');
  expect(plainText('Pulsa *aquí*: `x < 1`')).toBe('Pulsa aquí: x < 1');
});
