import { describe, expect, it } from 'vitest';
import { AuthoringError } from '../../../../src/course/diagnostics/diagnostic.ts';
import { readQuiz } from '../../../../src/course/quizzes/read-quiz.ts';

const file = 'quizzes/q.yaml';

function mistakesIn(yaml: string): readonly string[] {
  try {
    readQuiz(yaml, file);
  } catch (error) {
    if (error instanceof AuthoringError) return error.message.split('\n');
    throw error;
  }
  throw new Error('expected the file to be rejected');
}

const valid = `title: { es: Uno, en: One }
questions:
  - id: one
    kind: single
    ask: { es: ¿Cuál?, en: 'Which one?' }
    options:
      - { text: { es: Esta, en: This }, right: true, why: { es: Porque sí., en: It is. } }
      - { text: { es: Esa, en: That }, why: { es: Porque no., en: It is not. } }
  - id: two
    kind: numeric
    ask: { es: ¿Cuántos?, en: How many? }
    answer: 42
    why: { es: Son 42., en: It is 42. }
    slips:
      - { answer: 13, why: { es: Has sumado., en: You added. } }
    otherwise: { es: Cuenta., en: Count. }
  - id: three
    kind: curve
    cell: train
    ask: { es: ¿Qué hará?, en: What will it do? }
    options:
      - text: { es: Sube, en: It rises }
        draw: { acc: [0.5, 0.7, 0.8, 0.9] }
        when: [{ metric: acc, shape: rises }]
        why: { es: Aprende., en: It learns. }
      - text: { es: Sigue igual, en: It stays }
        draw: { acc: [0.5, 0.5, 0.5, 0.5] }
        when: [{ metric: acc, shape: flat }]
        why: { es: No aprende., en: It does not learn. }
`;

/** Returns the mistakes in the valid file with one change. */
function mistakesAfter(found: string, changed: string): readonly string[] {
  expect(valid.split(found).length, found).toBe(2);
  return mistakesIn(valid.replace(found, changed));
}

describe('readQuiz', () => {
  it('parses a quiz and fills in defaults', () => {
    const [one, two] = readQuiz(valid, file).questions;
    expect(one).toMatchObject({ kind: 'single', options: [{ right: true }, { right: false }] });
    expect(two).toMatchObject({ answer: 42, tolerance: 0, slips: [{ tolerance: 0 }] });
  });

  it.each<[mistake: string, found: string, changed: string, message: string]>([
    [
      'a missing language',
      "ask: { es: ¿Cuál?, en: 'Which one?' }",
      'ask: { es: ¿Cuál? }',
      ':5: questions[1].ask.en: expected the question in English, as text; found nothing. Add it.',
    ],
    [
      'an empty text',
      'en: Count. }',
      "en: ' ' }",
      ':16: questions[2].otherwise.en: expected what helps after any other answer in English, not empty; found an empty text. Correct it.',
    ],
    [
      'an option without explanation',
      'text: { es: Esa, en: That }, why: { es: Porque no., en: It is not. }',
      'text: { es: Esa, en: That }',
      ':8: questions[1].options[2].why: expected the explanation in both languages: es, en; found nothing. Add it.',
    ],
    [
      'an unknown field',
      'right: true',
      'rihgt: true',
      ':7: questions[1].options[1].rihgt: expected only text, right, why; found the field rihgt. Correct its name, or remove it.',
    ],
    [
      'an unknown kind',
      'kind: single',
      'kind: sinlge',
      ':4: questions[1].kind: expected one of single, multiple, numeric, text, ordering, matching, output, curve; found sinlge. Correct it.',
    ],
    [
      'yes instead of true',
      'right: true',
      'right: yes',
      ':7: questions[1].options[1].right: expected true or false; found yes. Correct it.',
    ],
    [
      'no right option',
      'right: true, ',
      '',
      ':6: questions[1].options: expected one option with right: true; found 0. Correct it.',
    ],
    [
      'two right options in a single question',
      'text: { es: Esa, en: That }',
      'text: { es: Esa, en: That }, right: true',
      ':6: questions[1].options: expected one option with right: true; found 2. Correct it.',
    ],
    [
      'a single option',
      '      - { text: { es: Esa, en: That }, why: { es: Porque no., en: It is not. } }\n',
      '',
      ':6: questions[1].options: expected 2 or more options; found [{"text":{"es":"Esta","en":"This"},"right":true,"why":{"es":…. Correct it.',
    ],
    [
      'text instead of a number',
      'answer: 42',
      'answer: forty-two',
      ':12: questions[2].answer: expected the answer, as a number; found forty-two. Correct it.',
    ],
    [
      'a slip that is right',
      'answer: 13',
      'answer: 42',
      ':15: questions[2].slips[1]: expected a wrong answer; found one that counts as right. Correct it.',
    ],
    [
      'an id that two questions have',
      'id: two',
      'id: one',
      ':9: questions[2].id: expected an id that no other question has; found one again. Correct it.',
    ],
    [
      'an invalid id',
      'id: two',
      'id: Two/2',
      ':9: questions[2].id: expected lower-case words joined by hyphens, which never change: attempts are stored under them; found Two/2. Correct it.',
    ],
    [
      'an unknown shape',
      'shape: flat',
      'shape: plain',
      ':28: questions[3].options[2].when[1].shape: expected one of rises, falls, flat, valley, diverges; found plain. Correct it.',
    ],
    [
      'an empty condition',
      ', shape: flat',
      '',
      ':28: questions[3].options[2].when[1]: expected a shape, a final or both; found {"metric":"acc"}. Correct it.',
    ],
    [
      'a drawing that contradicts its own conditions',
      'acc: [0.5, 0.5, 0.5, 0.5]',
      'acc: [0.5, 0.6, 0.7, 0.8]',
      ':27: questions[3].options[2].draw: expected a drawing that meets its own when; found one that meets the when of option 1. Correct it.',
    ],
    [
      'an unclosed bracket',
      'slips:',
      'slips: [',
      ':16: expected valid YAML; found an error: Flow sequence in block collection must be sufficiently indented and end with a ]. Fix it there',
    ],
  ])('reports %s: line, expected, found, and how to fix it', (_, found, changed, message) => {
    expect(mistakesAfter(found, changed).join('\n')).toContain(file + message);
  });

  it.each([
    ['', ':1: the file: expected a quiz: title, questions; found nothing. Add it.'],
    [
      'title: { es: a, en: a }\nquestions: []',
      ':2: questions: expected 1 or more questions; found []. Correct it.',
    ],
    ['- one', ':1: the file: expected a quiz: title, questions; found ["one"]. Correct it.'],
  ])('rejects “%s”', (yaml, message) => {
    expect(mistakesIn(yaml)).toEqual([file + message]);
  });

  it('reports all mistakes at once', () => {
    const mistakes = mistakesIn(valid.replace('kind: single', 'kind: one').replace('answer: 42', ''));
    expect(mistakes.length).toBeGreaterThanOrEqual(2);
  });

  it('rejects a slip that is an accepted answer, and equal steps', () => {
    const words = (es: string) => `title: { es: a, en: a }
questions:
  - id: a
    kind: text
    ask: { es: a, en: a }
    accept: { es: [Función], en: [function] }
    why: { es: a, en: a }
    slips: [{ accept: { es: [${es}], en: [other] }, why: { es: a, en: a } }]
    otherwise: { es: a, en: a }`;
    expect(readQuiz(words('otra'), file).questions.length).toBe(1);
    expect(mistakesIn(words('funcion'))[0]).toContain('questions[1].slips[1]: expected a wrong answer');
    const step = (text: string) => `{ text: { es: ${text}, en: ${text} }, why: { es: a, en: a } }`;
    const steps = `title: { es: a, en: a }
questions:
  - id: a
    kind: ordering
    ask: { es: a, en: a }
    steps: [${['x', 'y', 'x'].map(step).join(', ')}]`;
    expect(mistakesIn(steps)[0]).toContain(
      'questions[1]: expected a different text for each; found “x” twice',
    );
  });
});
