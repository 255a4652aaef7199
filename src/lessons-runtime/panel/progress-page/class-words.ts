import type { Similarity } from '../../progress/files/hand-in-similarity.ts';
import type { ImportCount } from '../../progress/record/imported.ts';
import type { Language } from '../../shared/language.ts';
import { plural } from './progress-page-words.ts';

export interface ClassWords {
  /** Said once the files are read. */
  readonly read: (counts: Readonly<Record<'handIns' | 'broken' | 'alike' | 'refused', number>>) => string;
  /** While they are read. */
  readonly reading: (read: number, of: number) => string;
  readonly caption: string;
  readonly columns: Readonly<
    Record<'name' | 'at' | 'exercises' | 'questions' | 'firstTry' | 'solutions' | 'seal' | 'noticed', string>
  >;
  readonly csvOnly: Readonly<Record<'file' | 'of' | 'hints' | 'imported', string>>;
  readonly seal: Readonly<Record<'fits' | 'broken', string>>;
  readonly saveTable: string;
  readonly fileName: string;
  readonly oneByOne: string;
  readonly refused: string;
  readonly alikeHonest: string;
  readonly similarity: (similarity: Similarity) => string;
  /** How many more things are worth a look than there is room for. */
  readonly moreNoticed: (count: number) => string;
  readonly untouched: string;
  readonly touched: string;
  readonly madeBy: (name: string, date: string) => string;
  readonly imported: (count: ImportCount, date: string) => string;
  readonly importedTries: (count: number) => string;
  readonly scored: (lesson: string, counts: string) => string;
  readonly kinds: Readonly<Record<'steps' | 'cells' | 'exercises' | 'questions', string>>;
  readonly hints: (count: number) => string;
  readonly code: string;
  readonly codeOf: (exercise: string) => string;
}

export const classWords: Readonly<Record<Language, ClassWords>> = {
  es: {
    read: ({ handIns, broken, alike, refused }) =>
      [
        handIns === 0
          ? 'No se leyó ninguna entrega.'
          : `${plural(handIns, 'entrega leída', 'entregas leídas')}.`,
        broken === 0 ? '' : `${plural(broken, 'sello no coincide', 'sellos no coinciden')}.`,
        handIns > 0 && broken === 0 ? 'Los sellos coinciden.' : '',
        alike === 0 ? '' : `Se parecen demasiado: ${alike}.`,
        refused === 0 ? '' : `${plural(refused, 'archivo no se pudo leer', 'archivos no se pudieron leer')}.`,
      ]
        .filter((text) => text !== '')
        .join(' '),
    reading: (read, of) => `Leídas ${read} de ${of}…`,
    caption: 'Las entregas, por nombre',
    columns: {
      name: 'Nombre',
      at: 'Hecha el',
      exercises: 'Ejercicios',
      questions: 'Preguntas',
      firstTry: 'A la primera',
      solutions: 'Soluciones vistas antes',
      seal: 'Sello',
      noticed: 'Llama la atención',
    },
    csvOnly: { file: 'Archivo', of: 'de', hints: 'Pistas', imported: 'Intentos importados' },
    seal: { fits: '✓ coincide', broken: '✗ no coincide' },
    saveTable: 'Guardar la tabla (CSV)',
    fileName: 'deshielo-clase',
    oneByOne: 'Una por una',
    refused: 'Archivos que no se pudieron leer',
    alikeHonest:
      'No cuenta el código que coincide con la solución del curso ni lo que escriben igual más de tres. Aun así, dos entregas parecidas no prueban nada por sí solas: míralas y pregunta.',
    similarity: ({ kind, name, count }) => {
      switch (kind) {
        case 'file':
          return `el mismo archivo está dos veces (${name})`;
        case 'tries':
          return `${plural(count, 'intento igual', 'intentos iguales')}, hasta en el milisegundo, a los de ${name}`;
        case 'code':
          return `el mismo código que ${name}, escrito como casi nadie más, en ${plural(count, 'ejercicio', 'ejercicios')}`;
      }
    },
    moreNoticed: (count) => `Y ${count} más.`,
    untouched: 'El sello coincide: la entrega está como se hizo.',
    touched: 'El sello no coincide: alguien cambió algo después de hacerse la entrega.',
    madeBy: (name, date) => `De ${name}, hecha el ${date}.`,
    imported: ({ attempts, file, seal }, date) =>
      `${plural(attempts, 'intento se importó', 'intentos se importaron')} el ${date} del archivo «${file}», ${
        { fits: 'cuyo sello coincidía', broken: 'cuyo sello no coincidía', none: 'que no llevaba sello' }[
          seal
        ]
      }.`,
    importedTries: (count) => plural(count, 'intento importado', 'intentos importados'),
    scored: (lesson, counts) => `${lesson}: ${counts}`,
    kinds: { steps: 'primeros pasos', cells: 'celdas', exercises: 'ejercicios', questions: 'preguntas' },
    hints: (count) => plural(count, 'pista', 'pistas'),
    code: 'Código',
    codeOf: (exercise) => `Código de ${exercise}`,
  },
  en: {
    read: ({ handIns, broken, alike, refused }) =>
      [
        handIns === 0 ? 'No hand-in was read.' : `${plural(handIns, 'hand-in', 'hand-ins')} read.`,
        broken === 0 ? '' : `${plural(broken, 'seal does not hold', 'seals do not hold')}.`,
        handIns > 0 && broken === 0 ? 'Every seal holds.' : '',
        alike === 0 ? '' : `Too much alike: ${alike}.`,
        refused === 0 ? '' : `${plural(refused, 'file', 'files')} could not be read.`,
      ]
        .filter((text) => text !== '')
        .join(' '),
    reading: (read, of) => `${read} of ${of} read…`,
    caption: 'The hand-ins, by name',
    columns: {
      name: 'Name',
      at: 'Made on',
      exercises: 'Exercises',
      questions: 'Questions',
      firstTry: 'At the first try',
      solutions: 'Solutions seen before',
      seal: 'Seal',
      noticed: 'Worth a look',
    },
    csvOnly: { file: 'File', of: 'of', hints: 'Hints', imported: 'Imported tries' },
    seal: { fits: '✓ holds', broken: '✗ does not hold' },
    saveTable: 'Save the table (CSV)',
    fileName: 'deshielo-class',
    oneByOne: 'One by one',
    refused: 'Files that could not be read',
    alikeHonest:
      'Code that is as in the course’s solution does not count, nor does what more than three write alike. Even so, two hand-ins that are alike prove nothing by themselves: look at them, and ask.',
    similarity: ({ kind, name, count }) => {
      switch (kind) {
        case 'file':
          return `the same file is here twice (${name})`;
        case 'tries':
          return `${plural(count, 'try', 'tries')} the same as ${name}’s, to the millisecond`;
        case 'code':
          return `the same code as ${name}, written as hardly anyone else does, in ${plural(count, 'exercise', 'exercises')}`;
      }
    },
    moreNoticed: (count) => `And ${count} more.`,
    untouched: 'The seal holds: the hand-in is as it was made.',
    touched: 'The seal does not hold: someone changed something after the hand-in was made.',
    madeBy: (name, date) => `By ${name}, made on ${date}.`,
    imported: ({ attempts, file, seal }, date) =>
      `${plural(attempts, 'try was', 'tries were')} imported on ${date} from the file “${file}”, ${
        { fits: 'whose seal fitted', broken: 'whose seal did not fit', none: 'which had no seal' }[seal]
      }.`,
    importedTries: (count) => plural(count, 'imported try', 'imported tries'),
    scored: (lesson, counts) => `${lesson}: ${counts}`,
    kinds: { steps: 'first steps', cells: 'cells', exercises: 'exercises', questions: 'questions' },
    hints: (count) => plural(count, 'hint', 'hints'),
    code: 'Code',
    codeOf: (exercise) => `Code of ${exercise}`,
  },
};
