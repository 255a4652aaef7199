import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inEachLanguage, languages } from '../../lessons-runtime/shared/language.ts';
import { cellDiagnostics } from '../code/code-diagnostics.ts';
import { readSliders } from '../code/read-sliders.ts';
import { AuthoringError, collectDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { exerciseDiagnostics } from '../exercises/exercise-diagnostics.ts';
import { readGlossary } from '../glossary/read-glossary.ts';
import { type MeasuredAttributes, measuredText } from '../measurements/measured-text.ts';
import { readMeasurements } from '../measurements/measurements.ts';
import { readDrawings } from '../published/read-drawings.ts';
import { readQuiz } from '../quizzes/read-quiz.ts';
import { imageFile } from './figure-diagnostics.ts';
import { differenceDiagnostics, textDiagnostics } from './text-diagnostics.ts';
import { readTextParts } from './text-parts.ts';

const content = 'src/content';

/** The lesson's text in each language: `es.mdx`, `en.mdx`. */
const textFiles = inEachLanguage((language) => `${language}.mdx`);
const textNames = Object.values(textFiles);

/**
 * Fails the build if a lesson's files have mistakes or do not agree with each other.
 * @param lesson the name of its folder
 * @throws {AuthoringError} with all of its mistakes
 */
export function assertValidLesson(lesson: string): void {
  const diagnostics = lessonDiagnostics(`${content}/lessons/${lesson}`, `${content}/glossary.yaml`);
  if (diagnostics.length > 0) throw new AuthoringError(diagnostics);
}

/**
 * Checks the files of a lesson, each by itself and all together.
 * @param folder the lesson's folder
 * @param glossary path of the glossary
 */
export function lessonDiagnostics(folder: string, glossary: string): readonly Diagnostic[] {
  const files = readFolder(folder);
  const idsOf = (pattern: RegExp) => [
    ...new Set([...files.keys()].flatMap((path) => pattern.exec(path)?.[1] ?? [])),
  ];
  const cells = idsOf(/^cells\/([^/]+)\.ts$/);
  const exercises = idsOf(/^exercises\/([^/]+)\//);
  const quizzes = idsOf(/^quizzes\/([^/]+)\.yaml$/);
  const words = collectDiagnostics(() => readGlossary(readFileSync(glossary, 'utf8'), glossary)).value;
  const known = {
    Cell: cells,
    Exercise: exercises,
    Quiz: quizzes,
    Term: words === null ? null : Object.keys(words),
    DrawPad: drawingClasses(),
    measured: (attributes: MeasuredAttributes) => measuredText(readMeasurements().rows, attributes, 'en'),
    Figure: [...files.keys()].filter((path) => imageFile.test(path)),
  };

  const texts = inEachLanguage((language) => ({
    file: `${folder}/${textFiles[language]}`,
    content: readTextParts(files.get(textFiles[language]) ?? ''),
  }));
  const textProblems = languages.flatMap((language) =>
    textDiagnostics(texts[language].content, texts[language].file, known),
  );
  const [first, ...others] = languages;
  const differences = others.flatMap((language) => differenceDiagnostics(texts[first], texts[language]));
  const isNamed = (component: string, id: string) =>
    languages
      .flatMap((language) => texts[language].content.parts)
      .some(({ name, attributes }) => name === component && attributes.get('id') === id);
  const isShown = (path: string) =>
    languages
      .flatMap((language) => texts[language].content.parts)
      .some(({ name, attributes }) => name === 'Figure' && `images/${attributes.get('src')}` === path);
  const unused = (
    component: 'Cell' | 'Exercise' | 'Quiz',
    path: (id: string) => string,
  ): readonly Diagnostic[] =>
    known[component]
      .filter((id) => !isNamed(component, id))
      .map((id) => ({
        file: `${folder}/${path(id)}`,
        expected: `<${component} id="${id}" /> in ${textNames.join(' and ')}`,
        found: 'none',
        fix: 'Use it in both languages, or remove the file.',
      }));

  return [
    ...(textProblems.length > 0 ? textProblems : differences),
    ...unused('Cell', (id) => `cells/${id}.ts`),
    ...unused('Exercise', (id) => `exercises/${id}`),
    ...unused('Quiz', (id) => `quizzes/${id}.yaml`),
    ...known.Figure.filter((path) => !isShown(path)).map((path) => ({
      file: `${folder}/${path}`,
      expected: `<Figure src="${path.replace('images/', '')}" alt="…" /> in ${textNames.join(' or ')}`,
      found: 'none',
      fix: 'Use it, or remove the file.',
    })),
    ...unknownFiles(folder, [...files.keys()], cells),
    ...cells.flatMap((id) => {
      const [source, file] = [files.get(`cells/${id}.ts`) ?? '', `${folder}/cells/${id}.ts`];
      return [
        ...cellDiagnostics(source, file),
        ...collectDiagnostics(() => readSliders(source, languages[0], file)).diagnostics,
      ];
    }),
    ...quizzes.flatMap((id) => {
      const path = `quizzes/${id}.yaml`;
      return collectDiagnostics(() => readQuiz(files.get(path) ?? '', `${folder}/${path}`, cells))
        .diagnostics;
    }),
    ...exercises.flatMap((id) => {
      const prefix = `exercises/${id}/`;
      const inside = [...files].flatMap(([path, text]): [string, string][] =>
        path.startsWith(prefix) ? [[path.slice(prefix.length), text]] : [],
      );
      return exerciseDiagnostics(`${folder}/exercises/${id}`, new Map(inside), cells);
    }),
  ];
}

/** Returns the names of the classes of drawings; `null` if they cannot be read, which the components report. */
function drawingClasses(): readonly string[] | null {
  try {
    return readDrawings().classes.map(({ name }) => name);
  } catch {
    return null;
  }
}

/** Reports files that the build does not read. */
function unknownFiles(
  folder: string,
  paths: readonly string[],
  cells: readonly string[],
): readonly Diagnostic[] {
  return paths
    .filter(
      (path) =>
        !textNames.includes(path) &&
        !imageFile.test(path) &&
        !/^cells\/[^/]+\.ts$|^quizzes\/[^/]+\.yaml$|^exercises\/[^/]+\//.test(path),
    )
    .flatMap((path) => {
      const counterpart = /^cells\/([^/]+)\.py$/.exec(path)?.[1];
      if (counterpart !== undefined && cells.includes(counterpart)) return [];
      const expected =
        counterpart === undefined
          ? `${textNames.join(', ')}, cells/<id>.ts, cells/<id>.py, exercises/<id>/…, quizzes/<id>.yaml, images/<name>.png, .jpg, .webp or .avif`
          : `cells/${counterpart}.ts beside it`;
      const found = counterpart === undefined ? 'another file' : 'none';
      return [{ file: `${folder}/${path}`, expected, found, fix: 'Correct its name, or remove it.' }];
    });
}

/** Reads all files below a folder, by their path within it. */
function readFolder(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}
