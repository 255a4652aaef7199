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
  throw new Error('the file was taken');
}

const sound = `title: { es: Uno, en: One }
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

/** The sound file with one thing changed. */
function changing(found: string, changed: string): readonly string[] {
  expect(sound.split(found).length, found).toBe(2);
  return mistakesIn(sound.replace(found, changed));
}

describe('a quiz’s file', () => {
  it('is read, with what goes without saying', () => {
    const [one, two] = readQuiz(sound, file).questions;
    expect(one).toMatchObject({ kind: 'single', options: [{ right: true }, { right: false }] });
    expect(two).toMatchObject({ answer: 42, tolerance: 0, slips: [{ tolerance: 0 }] });
  });

  it.each<[what: string, found: string, changed: string, mistake: string]>([
    [
      'a language that lacks',
      "ask: { es: ¿Cuál?, en: 'Which one?' }",
      'ask: { es: ¿Cuál? }',
      ':5: questions[1].ask.en: expected the question in English, as text; found nothing. Add it.',
    ],
    [
      'an empty text',
      'en: Count. }',
      "en: ' ' }",
      ':16: questions[2].otherwise.en: expected what helps after any other answer in English, not empty; found an empty text. Change it to that.',
    ],
    [
      'an option without explanation',
      'text: { es: Esa, en: That }, why: { es: Porque no., en: It is not. }',
      'text: { es: Esa, en: That }',
      ':8: questions[1].options[2].why: expected the explanation in both languages: es, en; found nothing. Add it.',
    ],
    [
      'a field with a name of no field',
      'right: true',
      'rihgt: true',
      ':7: questions[1].options[1].rihgt: expected only text, right, why; found the field rihgt. Correct its name, or take it out.',
    ],
    [
      'a kind that is none',
      'kind: single',
      'kind: sinlge',
      ':4: questions[1].kind: expected one of single, multiple, numeric, text, ordering, matching, output, curve; found sinlge. Change it to that.',
    ],
    [
      'yes for true',
      'right: true',
      'right: yes',
      ':7: questions[1].options[1].right: expected true or false; found yes. Change it to that.',
    ],
    [
      'no right option',
      'right: true, ',
      '',
      ':6: questions[1].options: expected one option with right: true; found 0. Make it so.',
    ],
    [
      'two right options where one is meant',
      'text: { es: Esa, en: That }',
      'text: { es: Esa, en: That }, right: true',
      ':6: questions[1].options: expected one option with right: true; found 2. Make it so.',
    ],
    [
      'a single option',
      '      - { text: { es: Esa, en: That }, why: { es: Porque no., en: It is not. } }\n',
      '',
      ':6: questions[1].options: expected 2 or more options; found [{"text":{"es":"Esta","en":"This"},"right":true,"why":{"es":…. Change it to that.',
    ],
    [
      'text for a number',
      'answer: 42',
      'answer: forty-two',
      ':12: questions[2].answer: expected the answer, as a number; found forty-two. Change it to that.',
    ],
    [
      'a slip that is right',
      'answer: 13',
      'answer: 42',
      ':15: questions[2].slips[1]: expected a wrong answer; found one that counts as right. Make it so.',
    ],
    [
      'an id of two questions',
      'id: two',
      'id: one',
      ':9: questions[2].id: expected an id of its own; found one again. Make it so.',
    ],
    [
      'an id that no attempt can be kept under',
      'id: two',
      'id: Two/2',
      ':9: questions[2].id: expected lower-case words joined by hyphens, which stay as they are: attempts are kept under them; found Two/2. Change it to that.',
    ],
    [
      'a shape that is none',
      'shape: flat',
      'shape: plain',
      ':28: questions[3].options[2].when[1].shape: expected one of rises, falls, flat, valley, diverges; found plain. Change it to that.',
    ],
    [
      'a condition of nothing',
      ', shape: flat',
      '',
      ':28: questions[3].options[2].when[1]: expected a shape, a final or both; found {"metric":"acc"}. Change it to that.',
    ],
    [
      'a drawing that its own words belie',
      'acc: [0.5, 0.5, 0.5, 0.5]',
      'acc: [0.5, 0.6, 0.7, 0.8]',
      ':27: questions[3].options[2].draw: expected a drawing of which its own when holds; found one of which that of option 1 holds. Make it so.',
    ],
    [
      'a bracket left open',
      'slips:',
      'slips: [',
      ':16: expected YAML; found this: Flow sequence in block collection must be sufficiently indented and end with a ]. Mend it there',
    ],
  ])('with %s is told the line, what was found and how to mend it', (_, found, changed, mistake) => {
    expect(changing(found, changed).join('\n')).toContain(file + mistake);
  });

  it.each([
    ['', ':1: the file: expected a quiz: title, questions; found nothing. Add it.'],
    [
      'title: { es: a, en: a }\nquestions: []',
      ':2: questions: expected 1 or more questions; found []. Change it to that.',
    ],
    ['- one', ':1: the file: expected a quiz: title, questions; found ["one"]. Change it to that.'],
  ])('“%s” is no quiz', (yaml, mistake) => {
    expect(mistakesIn(yaml)).toEqual([file + mistake]);
  });

  it('has all its mistakes told at once', () => {
    const mistakes = mistakesIn(sound.replace('kind: single', 'kind: one').replace('answer: 42', ''));
    expect(mistakes.length).toBeGreaterThanOrEqual(2);
  });

  it('for words is not taken where a slip is accepted, and for steps where two are the same', () => {
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
      'questions[1]: expected words of its own for each; found “x” twice',
    );
  });
});
