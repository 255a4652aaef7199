import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellDiagnostics } from '../code/code-diagnostics.ts';
import { AuthoringError, collectDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { exerciseDiagnostics } from '../exercises/exercise-diagnostics.ts';
import { readGlossary } from '../glossary/read-glossary.ts';
import { readQuiz } from '../quizzes/read-quiz.ts';
import { differenceDiagnostics, textDiagnostics } from './text-diagnostics.ts';
import { readTextParts } from './text-parts.ts';

const content = 'src/content';

/**
 * Ends the build where a lesson's files are not as they must be, or do not fit each other.
 * @param lesson its folder's name
 * @throws {AuthoringError} with all of its mistakes
 */
export function assertCompleteLesson(lesson: string): void {
  const diagnostics = lessonDiagnostics(`${content}/lessons/${lesson}`, `${content}/glossary.yaml`);
  if (diagnostics.length > 0) throw new AuthoringError(diagnostics);
}

/** What is wrong with a lesson: in each file, and between them. @param folder where its files lie */
export function lessonDiagnostics(folder: string, glossary: string): readonly Diagnostic[] {
  const files = readFolder(folder);
  const named = (pattern: RegExp) => [
    ...new Set([...files.keys()].flatMap((path) => pattern.exec(path)?.[1] ?? [])),
  ];
  const cells = named(/^cells\/([^/]+)\.ts$/);
  const exercises = named(/^exercises\/([^/]+)\//);
  const quizzes = named(/^quizzes\/([^/]+)\.yaml$/);
  const words = collectDiagnostics(() => readGlossary(readFileSync(glossary, 'utf8'), glossary)).value;
  const known = {
    Cell: cells,
    Exercise: exercises,
    Quiz: quizzes,
    Term: words === null ? null : Object.keys(words),
  };

  const [es, en] = [readTextParts(files.get('es.mdx') ?? ''), readTextParts(files.get('en.mdx') ?? '')];
  const [inEs, inEn] = [`${folder}/es.mdx`, `${folder}/en.mdx`];
  const textProblems = [...textDiagnostics(es, inEs, known), ...textDiagnostics(en, inEn, known)];
  const isNamed = (component: string, id: string) =>
    [...es.parts, ...en.parts].some(
      ({ name, attributes }) => name === component && attributes.get('id') === id,
    );
  const unused = (
    component: 'Cell' | 'Exercise' | 'Quiz',
    path: (id: string) => string,
  ): readonly Diagnostic[] =>
    known[component]
      .filter((id) => !isNamed(component, id))
      .map((id) => ({
        file: `${folder}/${path(id)}`,
        expected: `<${component} id="${id}" /> in es.mdx and en.mdx`,
        found: 'neither',
        fix: 'Put it where it belongs in both, or take the file out.',
      }));

  return [
    ...(textProblems.length > 0 ? textProblems : differenceDiagnostics([es, en], [inEs, inEn])),
    ...unused('Cell', (id) => `cells/${id}.ts`),
    ...unused('Exercise', (id) => `exercises/${id}`),
    ...unused('Quiz', (id) => `quizzes/${id}.yaml`),
    ...unknownFiles(folder, [...files.keys()], cells),
    ...cells.flatMap((id) => cellDiagnostics(files.get(`cells/${id}.ts`) ?? '', `${folder}/cells/${id}.ts`)),
    ...quizzes.flatMap((id) => {
      const path = `quizzes/${id}.yaml`;
      return collectDiagnostics(() => readQuiz(files.get(path) ?? '', `${folder}/${path}`, cells))
        .diagnostics;
    }),
    ...exercises.flatMap((id) => {
      const own = `exercises/${id}/`;
      const inside = [...files].flatMap(([path, text]): [string, string][] =>
        path.startsWith(own) ? [[path.slice(own.length), text]] : [],
      );
      return exerciseDiagnostics(`${folder}/exercises/${id}`, new Map(inside), cells);
    }),
  ];
}

/** Files that nothing reads. */
function unknownFiles(
  folder: string,
  paths: readonly string[],
  cells: readonly string[],
): readonly Diagnostic[] {
  return paths
    .filter(
      (path) => !/^(es|en)\.mdx$|^cells\/[^/]+\.ts$|^quizzes\/[^/]+\.yaml$|^exercises\/[^/]+\//.test(path),
    )
    .flatMap((path) => {
      const counterpart = /^cells\/([^/]+)\.py$/.exec(path)?.[1];
      if (counterpart !== undefined && cells.includes(counterpart)) return [];
      const expected =
        counterpart === undefined
          ? 'es.mdx, en.mdx, cells/<id>.ts, cells/<id>.py, exercises/<id>/…, quizzes/<id>.yaml'
          : `cells/${counterpart}.ts beside it`;
      const found = counterpart === undefined ? 'another file' : 'none';
      return [{ file: `${folder}/${path}`, expected, found, fix: 'Correct its name, or take it out.' }];
    });
}

/** Its texts by their path within it. */
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
