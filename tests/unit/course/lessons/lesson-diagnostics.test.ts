import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AuthoringError } from '../../../../src/course/diagnostics/diagnostic.ts';
import { lessonDiagnostics } from '../../../../src/course/lessons/lesson-diagnostics.ts';
import { writeLesson } from '../../../../tools/new-lesson/write-lesson.ts';

let lessons = '';
let lesson = '';

/** Each test starts with the lesson that the generator writes. */
beforeEach(() => {
  lessons = mkdtempSync(join(tmpdir(), 'lessons-'));
  lesson = join(lessons, '06-audio');
  writeLesson(lessons, { folder: '06-audio', titles: { es: 'Sonidos', en: 'Sounds' }, part: 'transfer' });
});
afterEach(() => rmSync(lessons, { recursive: true }));

function diagnosticsOf(): readonly string[] {
  const { message } = new AuthoringError(lessonDiagnostics(lesson, 'src/content/glossary.yaml'));
  return message === '' ? [] : message.replaceAll(`${lesson}/`, '').split('\n');
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(lesson, file)), { recursive: true });
  writeFileSync(join(lesson, file), text);
}

function change(file: string, found: string, changed: string): void {
  const text = readFileSync(join(lesson, file), 'utf8');
  expect(text.split(found).length, `${file}: ${found}`).toBe(2);
  write(
    file,
    text.replace(found, () => changed),
  );
}

const exercise = 'exercises/scale-numbers';
const cell = '<Cell id="first-numbers" />';

describe('lessonDiagnostics', () => {
  it('finds no mistakes in a generated lesson', () => {
    expect(diagnosticsOf()).toEqual([]);
  });

  it('accepts terms, comments, HTML, and braces in code', () => {
    const words = 'a <Term id="model">m</Term>, a <Term id="model">m</Term>';
    const more = `{/* <Cell id="none" /> */}\n\n<kbd>Esc</kbd>, \`{x}\`, \\{y}, ${words}`;
    for (const text of ['es.mdx', 'en.mdx']) change(text, cell, `${cell}\n\n${more}`);
    expect(diagnosticsOf()).toEqual([]);
  });

  it.each<[mistake: string, makeMistake: () => void, messages: readonly string[]]>([
    [
      'a cell that no text names',
      () => write('cells/second.ts', '1;'),
      [
        'cells/second.ts: expected <Cell id="second" /> in es.mdx and en.mdx; found none. Use it in both languages, or remove the file.',
      ],
    ],
    [
      'a quiz that no text names',
      () => {
        change('es.mdx', '<Quiz id="second-quiz" />', '');
        change('en.mdx', '<Quiz id="second-quiz" />', '');
      },
      [
        'quizzes/second-quiz.yaml: expected <Quiz id="second-quiz" /> in es.mdx and en.mdx; found none. Use it in both languages, or remove the file.',
      ],
    ],
    [
      'an exercise that no text names',
      () => {
        change('es.mdx', '<Exercise id="scale-numbers" />', '');
        change('en.mdx', '<Exercise id="scale-numbers" />', '');
      },
      [
        `${exercise}: expected <Exercise id="scale-numbers" /> in es.mdx and en.mdx; found none. Use it in both languages, or remove the file.`,
      ],
    ],
    [
      'a cell used twice in a text',
      () => change('en.mdx', cell, `${cell}\n\n${cell}`),
      ['en.mdx:37: <Cell>: expected each id once in a text; found first-numbers again. Remove one of them.'],
    ],
    [
      'a cell that does not exist',
      () => change('es.mdx', cell, `${cell}\n\n<Cell id="secnod" />`),
      [
        'es.mdx:37: <Cell>: expected an id from cells/: first-numbers; found secnod. Correct the id, or write what it refers to.',
      ],
    ],
    [
      'an exercise that does not exist',
      () => change('es.mdx', '"scale-numbers"', '"scale-number"'),
      [
        'es.mdx:55: <Exercise>: expected an id from exercises/: scale-numbers; found scale-number. Correct the id, or write what it refers to.',
      ],
    ],
    [
      'a quiz that does not exist',
      () => change('es.mdx', '"first-quiz"', '"frist-quiz"'),
      [
        'es.mdx:39: <Quiz>: expected an id from quizzes/: first-quiz, second-quiz; found frist-quiz. Correct the id, or write what it refers to.',
      ],
    ],
    [
      'a term that the glossary does not have',
      () => change('es.mdx', cell, `${cell}\n\nUna <Term id="modle">red</Term>.`),
      ['; found modle. Correct the id, or write what it refers to.'],
    ],
    [
      'a cell in one language only',
      () => change('en.mdx', cell, ''),
      [
        'en.mdx:39: expected <Cell id="first-numbers">, as in line 35 of es.mdx; found <Quiz id="first-quiz">. Make them equal:',
      ],
    ],
    [
      'an extra component at the end of one text',
      () => change('en.mdx', 'Write here what comes second.', '<Note>Write here what comes second.</Note>'),
      ['en.mdx:62: expected nothing more, as in es.mdx; found <Note>. Make them equal:'],
    ],
    [
      'a missing component at the end of one text',
      () => change('es.mdx', 'Escribe aquí lo segundo.', '<Note>Escribe aquí lo segundo.</Note>'),
      ['en.mdx: expected <Note>, as in line 62 of es.mdx; found nothing more. Make them equal:'],
    ],
    [
      'a cell without an id',
      () => change('es.mdx', cell, '<Cell />'),
      ['es.mdx:35: <Cell>: expected id="…"; found none. Write the id of what it shows.'],
    ],
    [
      'an id that is an expression',
      () => change('es.mdx', cell, '<Cell id={first} />'),
      ['es.mdx:35: <Cell>: expected id="…"; found one that is not text. Write the id of what it shows.'],
    ],
    [
      'an unknown attribute',
      () => change('es.mdx', cell, '<Cell id="first-numbers" name="x" />'),
      ['es.mdx:35: <Cell>: expected only id; found name. Correct its name, or remove it.'],
    ],
    [
      'attributes of a component that has none',
      () => change('es.mdx', '<Review />', '<Review of="00" {...all} />'),
      [
        'es.mdx:15: <Review>: expected no attribute; found of. Correct its name, or remove it.',
        'es.mdx:15: <Review>: expected no attribute; found {…}. Correct its name, or remove it.',
      ],
    ],
    [
      'a component that does not exist',
      () => change('es.mdx', '<Review />', '<Reviews />'),
      [
        'es.mdx:15: expected one of Answer, Cell, ConvolutionStepper, DrawPad, Exercise, FeaturePath, Figure, FirstSteps, Measured, NetworkFigure, NeuronFigure, Note, OverfittingFigure, PhotoClasses, PhotoPicker, Question, Quiz, Review, RunLog, SplitFigure, Term, TransferMap; found <Reviews>. Correct its name, or remove it.',
      ],
    ],
    [
      'a figure without a description',
      () => {
        write('images/core.png', '');
        for (const text of ['es.mdx', 'en.mdx'])
          change(text, '<Review />', '<Review />\n\n<Figure src="core.png" alt="" />');
      },
      ['es', 'en'].map(
        (language) =>
          `${language}.mdx:17: <Figure>: expected alt="…": what the picture shows, for readers who do not see it; found none. Describe what the picture shows in one or two sentences.`,
      ),
    ],
    [
      'a figure whose picture does not exist',
      () => change('es.mdx', '<Review />', '<Review />\n\n<Figure src="none.png" alt="Hielo" />'),
      [
        'es.mdx:17: <Figure>: expected src="…": a picture in images/ of the lesson: none yet; found none.png. Correct the name, or add the picture.',
      ],
    ],
    [
      'a picture that no text shows',
      () => write('images/core.png', ''),
      [
        'images/core.png: expected <Figure src="core.png" alt="…" /> in es.mdx or en.mdx; found none. Use it, or remove the file.',
      ],
    ],
    [
      'a picture in the notation of Markdown',
      () => change('es.mdx', '<Review />', '<Review />\n\n![](images/core.png)'),
      [
        'es.mdx:17: expected <Figure src="…" alt="…" />; found ![](images/core.png). Put the picture into images/ of the lesson, and write <Figure>.',
      ],
    ],
    [
      'figures with unknown values',
      () =>
        change(
          'es.mdx',
          '<Review />',
          '<Review />\n\n<NetworkFigure model="resnet" state="melted" />\n\n<ConvolutionStepper kernel="emboss" />',
        ),
      [
        'es.mdx:17: <NetworkFigure>: expected model="…": one of mobilenet-v1, efficientnet-lite0, icon-net, drawing-net; found resnet. Write the name of a folder of public/models/.',
        'es.mdx:17: <NetworkFigure>: expected state="…": one of pretrained, cut, frozen, last-blocks, all; found melted. Correct it, or leave it out.',
        'es.mdx:19: <ConvolutionStepper>: expected kernel="…": one of vertical-edges, horizontal-edges, blur, sharpen; found emboss. Correct it, or leave it out.',
      ],
    ],
    [
      'a formula that is not valid',
      () => change('es.mdx', '<Review />', '<Review />\n\nSea $\\nonsense{x}$.'),
      ['es.mdx:17: expected a formula in TeX; found $\\nonsense{x}$. Correct it: '],
    ],
    [
      'a draw pad with an unknown class',
      () => change('es.mdx', '<Review />', "<Review />\n\n<DrawPad names={['butterfly', 'beee']} />"),
      [
        'es.mdx:17: <DrawPad>: expected names of classes from public/datasets/drawings@1/drawings.json, such as beach, bear, beard, bed, bee; found beee. Correct the name: it is the English one, in lower case, with hyphens.',
      ],
    ],
    [
      'a draw pad with a class twice',
      () => change('es.mdx', '<Review />', '<Review />\n\n<DrawPad names={[\'bee\', "bee"]} />'),
      ['es.mdx:17: <DrawPad>: expected each class once in a text; found bee again. Remove one of them.'],
    ],
    [
      'two draw pads with the same class',
      () =>
        change(
          'es.mdx',
          '<Review />',
          "<Review />\n\n<DrawPad names={['bee']} />\n\n<DrawPad names={['bee']} />",
        ),
      ['es.mdx:19: <DrawPad>: expected each class once in a text; found bee again. Remove one of them.'],
    ],
    [
      'a draw pad with one name as an attribute',
      () => change('es.mdx', '<Review />', '<Review />\n\n<DrawPad names="bee" />'),
      ['; found bee. Write the list of names, each between quotation marks.'],
    ],
    [
      'a draw pad without names',
      () => change('es.mdx', '<Review />', '<Review />\n\n<DrawPad />'),
      [
        "es.mdx:17: <DrawPad>: expected names={['butterfly', 'bee']}: from 1 to 10 classes of the drawings; found none. Write the list of names, each between quotation marks.",
      ],
    ],
    [
      'a draw pad whose names are no texts',
      () => change('es.mdx', '<Review />', '<Review />\n\n<DrawPad names={[bee]} />'),
      ['; found names={[bee]}. Write the list of names, each between quotation marks.'],
    ],
    [
      'a component in lower case',
      () => change('es.mdx', '<Review />', '<runlog />'),
      ['; found <runlog>. Write <RunLog>.'],
    ],
    [
      'a brace in prose',
      () => change('es.mdx', '<Review />', '<Review />\n\nEl conjunto {a, b} de letras.'),
      [
        'es.mdx:17: expected prose and components; found {a, b}. Write a brace as \\{, or code between backticks; code that runs belongs in a cell.',
      ],
    ],
    [
      'an import in a text',
      () => change('es.mdx', '<Review />', "<Review />\n\nimport x from './x.ts'\n"),
      ['es.mdx:17: expected prose and components; found {import x from'],
    ],
    [
      'a cell that does not compile',
      () => write('cells/first-numbers.ts', 'const pixels = [12;\n'),
      ['cells/first-numbers.ts:1:16: expected TypeScript that runs in a cell; found an error: '],
    ],
    [
      'Keras code without its cell',
      () => write('cells/second.py', 'x = 1'),
      ['cells/second.py: expected cells/second.ts beside it; found none. Correct its name, or remove it.'],
    ],
    [
      'a quiz with an unknown file extension',
      () => write('quizzes/third.yml', 'title: { es: a, en: a }'),
      [
        'quizzes/third.yml: expected es.mdx, en.mdx, cells/<id>.ts, cells/<id>.py, exercises/<id>/…, quizzes/<id>.yaml, images/<name>.png, .jpg, .webp or .avif; found another file. Correct its name, or remove it.',
      ],
    ],
    [
      'a mistake in a quiz',
      () => change('quizzes/first-quiz.yaml', 'answer: 4\n', 'answer: four\n'),
      ['quizzes/first-quiz.yaml:31: questions[3].answer: expected the answer, as a number; found four.'],
    ],
    [
      'a curve question about a cell that does not exist',
      () => {
        const curve = readFileSync('src/content/lessons/03-transfer/quizzes/memorise.yaml', 'utf8');
        write('quizzes/first-quiz.yaml', curve);
      },
      [': expected a cell of this lesson: first-numbers; found '],
    ],
    [
      'only one wrong answer',
      () => rmSync(join(lesson, exercise, 'wrong/not-scaled.ts')),
      [
        `${exercise}/wrong: expected at least two wrong answers, one for each typical mistake; found wrong/from-minus-one.ts. Write each as wrong/<name>.ts; the check must answer it with the message <name>.`,
      ],
    ],
    [
      'a wrong answer whose message the check does not give',
      () => write(`${exercise}/wrong/rounded.ts`, 'const scaled = pixels.map(() => 0);'),
      [
        `${exercise}/wrong/rounded.ts: expected the name of a message that check.ts gives: not-scaled, from-minus-one, other; found rounded. Name it after the message that it should get, or give that message in check.ts.`,
      ],
    ],
    [
      'a wrong answer that does not compile',
      () => write(`${exercise}/wrong/not-scaled.ts`, 'const scaled = (;'),
      [`${exercise}/wrong/not-scaled.ts:1:16: expected TypeScript that runs in a cell; found an error: `],
    ],
    [
      'a message of the check that feedback.yaml lacks',
      () => change(`${exercise}/check.ts`, "check.wrong('other'", "check.wrong('ohter'"),
      [
        `${exercise}/check.ts:17: expected a message that feedback.yaml has: correct, not-scaled, from-minus-one, other; found ohter. Write that message, or correct its name.`,
        `${exercise}/feedback.yaml:44: messages.other: expected a message that check.ts gives; found other, which it never gives. Give it in check.ts, or remove it.`,
      ],
    ],
    [
      'a message whose name is computed',
      () => change(`${exercise}/check.ts`, "check.wrong('other'", 'check.wrong(names[0]'),
      [
        `${exercise}/check.ts:17: expected a name as a string literal, or a choice of string literals; found names[0]. Write the name there: the build looks it up.`,
      ],
    ],
    [
      'a check that needs a cell that does not exist',
      () => change(`${exercise}/check.ts`, "values: ['scaled'],", "values: ['scaled'],\n  needs: ['base'],"),
      [
        `${exercise}/check.ts:4: needs: expected a cell of this lesson: first-numbers; found base. Correct its name, or write the cell.`,
      ],
    ],
    [
      'a check that does not compile',
      () => change(`${exercise}/check.ts`, 'grade({', 'grade({{'),
      [`${exercise}/check.ts:4:`],
    ],
    [
      'a check that defines nothing',
      () => write(`${exercise}/check.ts`, 'const check2 = 1;'),
      [
        `${exercise}/check.ts: expected check.define({ … }); found no such call. Write the check in it, as docs/exercises.md shows.`,
      ],
    ],
    [
      'a starter without a blank',
      () => change(`${exercise}/starter.ts`, '____', '0'),
      [`${exercise}/starter.ts: expected a blank, ____; found none. Put one where the learner writes code.`],
    ],
    [
      'a solution that does not compile',
      () => change(`${exercise}/solution.ts`, 'pixel / 255)', 'pixel / )'),
      [`${exercise}/solution.ts:1:`],
    ],
    [
      'an exercise without feedback',
      () => rmSync(join(lesson, exercise, 'feedback.yaml')),
      [`${exercise}/feedback.yaml: expected this file in each exercise; found only check.ts, `],
    ],
    [
      'an unknown file in an exercise',
      () => write(`${exercise}/wrong.ts`, '1;'),
      [
        `${exercise}/wrong.ts: expected only starter.ts, solution.ts, check.ts, feedback.yaml and wrong/<name>.ts; found another file.`,
      ],
    ],
    [
      'a mistake in an exercise’s feedback',
      () => change(`${exercise}/feedback.yaml`, '  en: Numbers between 0 and 1\n', ''),
      [
        `${exercise}/feedback.yaml:1: title.en: expected the title in English, as text; found nothing. Add it.`,
      ],
    ],
  ])('reports %s: place, expected, found, and how to fix it', (_, makeMistake, messages) => {
    makeMistake();
    const found = diagnosticsOf().join('\n');
    for (const message of messages) expect(found).toContain(message);
  });

  it('reports all mistakes at once', () => {
    write('cells/second.ts', 'const a = (;');
    change(`${exercise}/starter.ts`, '____', '0');
    expect(diagnosticsOf()).toHaveLength(3);
  });
});
