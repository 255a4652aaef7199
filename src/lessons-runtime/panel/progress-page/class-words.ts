import type { Similarity } from '../../progress/files/hand-in-similarity.ts';
import type { ImportCount } from '../../progress/record/imported.ts';
import { formatFor } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { defineWords } from '../../shared/words.ts';

const spanish = formatFor('es');
const english = formatFor('en');

const es = {
  /** The summary after the files were read. */
  read: ({
    handIns,
    broken,
    alike,
    refused,
  }: Readonly<Record<'handIns' | 'broken' | 'alike' | 'refused', number>>) =>
    [
      handIns === 0
        ? 'No se leyó ninguna entrega.'
        : `${spanish.plural(handIns, 'entrega leída', 'entregas leídas')}.`,
      broken === 0 ? '' : `${spanish.plural(broken, 'sello no coincide', 'sellos no coinciden')}.`,
      handIns > 0 && broken === 0 ? 'Los sellos coinciden.' : '',
      alike === 0 ? '' : `Se parecen demasiado: ${alike}.`,
      refused === 0
        ? ''
        : `${spanish.plural(refused, 'archivo no se pudo leer', 'archivos no se pudieron leer')}.`,
    ]
      .filter((text) => text !== '')
      .join(' '),
  /** The progress while files are read. */
  reading: (read: number, of: number) => `Leídas ${read} de ${of}…`,
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
  similarity: ({ kind, name, count }: Similarity) => {
    switch (kind) {
      case 'file':
        return `el mismo archivo está dos veces (${name})`;
      case 'tries':
        return `${spanish.plural(count, 'intento igual', 'intentos iguales')}, hasta en el milisegundo, a los de ${name}`;
      case 'code':
        return `el mismo código que ${name}, escrito como casi nadie más, en ${spanish.plural(count, 'ejercicio', 'ejercicios')}`;
    }
  },
  /** The number of notes that are not shown. */
  moreNotes: (count: number) => `Y ${count} más.`,
  untouched: 'El sello coincide: la entrega está como se hizo.',
  touched: 'El sello no coincide: alguien cambió algo después de hacerse la entrega.',
  madeBy: (name: string, date: string) => `De ${name}, hecha el ${date}.`,
  imported: ({ attempts, file, seal }: ImportCount, date: string) =>
    `${spanish.plural(attempts, 'intento se importó', 'intentos se importaron')} el ${date} del archivo «${file}», ${
      { fits: 'cuyo sello coincidía', broken: 'cuyo sello no coincidía', none: 'que no llevaba sello' }[seal]
    }.`,
  importedTries: (count: number) => spanish.plural(count, 'intento importado', 'intentos importados'),
  kinds: { steps: 'primeros pasos', cells: 'celdas', exercises: 'ejercicios', questions: 'preguntas' },
  hints: (count: number) => spanish.plural(count, 'pista', 'pistas'),
  code: 'Código',
  codeOf: (exercise: string) => `Código de ${exercise}`,
};

const en: typeof es = {
  read: ({ handIns, broken, alike, refused }) =>
    [
      handIns === 0 ? 'No hand-in was read.' : `${english.plural(handIns, 'hand-in', 'hand-ins')} read.`,
      broken === 0 ? '' : `${english.plural(broken, 'seal does not hold', 'seals do not hold')}.`,
      handIns > 0 && broken === 0 ? 'Every seal holds.' : '',
      alike === 0 ? '' : `Too much alike: ${alike}.`,
      refused === 0 ? '' : `${english.plural(refused, 'file', 'files')} could not be read.`,
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
        return `${english.plural(count, 'try', 'tries')} the same as ${name}’s, to the millisecond`;
      case 'code':
        return `the same code as ${name}, written as hardly anyone else does, in ${english.plural(count, 'exercise', 'exercises')}`;
    }
  },
  moreNotes: (count) => `And ${count} more.`,
  untouched: 'The seal holds: the hand-in is as it was made.',
  touched: 'The seal does not hold: someone changed something after the hand-in was made.',
  madeBy: (name, date) => `By ${name}, made on ${date}.`,
  imported: ({ attempts, file, seal }, date) =>
    `${english.plural(attempts, 'try was', 'tries were')} imported on ${date} from the file “${file}”, ${
      { fits: 'whose seal fitted', broken: 'whose seal did not fit', none: 'which had no seal' }[seal]
    }.`,
  importedTries: (count) => english.plural(count, 'imported try', 'imported tries'),
  kinds: { steps: 'first steps', cells: 'cells', exercises: 'exercises', questions: 'questions' },
  hints: (count) => english.plural(count, 'hint', 'hints'),
  code: 'Code',
  codeOf: (exercise) => `Code of ${exercise}`,
};

export const classWords = defineWords({ es, en });

export type ClassWords = (typeof classWords)[Language];
