import { type Format, formatFor } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { defineWords } from '../../shared/words.ts';

/** A line of a cell and the number of tensors that it left. `cell` is `null` for the cell that ran. */
export interface LeakPlace {
  readonly cell: string | null;
  readonly line: number;
  readonly tensors: number;
}

interface Leak {
  readonly tensors: number;
  readonly bytes: number;
  /** In descending order of tensors. */
  readonly places: readonly LeakPlace[];
  /** Names that lead to opaque objects, which may hold the tensors. */
  readonly unless: readonly string[];
}

/** Tensors of a previous run that could not be disposed of, and the names that may use them. */
interface Held {
  readonly tensors: number;
  readonly bytes: number;
  readonly by: readonly string[];
}

/** What a note about memory reports. */
export type MemoryNote = ({ readonly kind: 'leak' } & Leak) | ({ readonly kind: 'held' } & Held);

/** The maximum number of lines or names in a note. */
const listLimit = 3;

const spanish = formatFor('es');
const english = formatFor('en');

const es = {
  leak: ({ tensors, bytes, places, unless }: Leak) =>
    `Esta ejecución deja ${spanish.plural(tensors, 'tensor', 'tensores')} (${spanish.bytes(bytes)}) que ningún nombre alcanza` +
    (places.length > 0 ? `: ${spanish.list(first(places.map(es.place)))}. ` : '. ') +
    'Haz el cálculo dentro de `tf.tidy(() => …)`, o llama a `.dispose()` cuando ya no lo necesites: en un bucle se acumularían.' +
    (unless.length > 0 ? ` (Salvo que los guarde ${anyOf(spanish, unless)}.)` : ''),
  held: ({ tensors, bytes, by }: Held) => {
    const [are, them] = tensors === 1 ? ['queda', 'lo'] : ['quedan', 'los'];
    return (
      `De la ejecución anterior de esta celda ${are} ${spanish.plural(tensors, 'tensor', 'tensores')} (${spanish.bytes(bytes)}) sin liberar: ` +
      (by.length > 0
        ? `puede que ${anyOf(spanish, by)} ${them} use todavía. `
        : `algo que no se esperó puede usar${them} todavía. `) +
      'Si no, llama a `.dispose()` antes de repetir, o pulsa Reiniciar.'
    );
  },
  place: ({ cell, line, tensors }: LeakPlace): string =>
    `línea ${line}${cell === null ? '' : ` de la celda ${cell}`}${tensors > 1 ? ` (${spanish.count(tensors)})` : ''}`,
};

const en: typeof es = {
  leak: ({ tensors, bytes, places, unless }) =>
    `This run leaves ${english.plural(tensors, 'tensor', 'tensors')} (${english.bytes(bytes)}) that no name reaches` +
    (places.length > 0 ? `: ${english.list(first(places.map(en.place)))}. ` : '. ') +
    'Compute inside `tf.tidy(() => …)`, or call `.dispose()` once you no longer need it: in a loop they would pile up.' +
    (unless.length > 0 ? ` (Unless ${anyOf(english, unless)} keeps them.)` : ''),
  held: ({ tensors, bytes, by }) => {
    const [are, them] = tensors === 1 ? ['is', 'it'] : ['are', 'them'];
    return (
      `Of this cell’s earlier run, ${english.plural(tensors, 'tensor', 'tensors')} (${english.bytes(bytes)}) ${are} not freed: ` +
      `${by.length > 0 ? anyOf(english, by) : 'something that was not awaited'} may still use ${them}. ` +
      'If not, call `.dispose()` before you repeat it, or press Restart.'
    );
  },
  place: ({ cell, line, tensors }) =>
    `line ${line}${cell === null ? '' : ` of the cell ${cell}`}${tensors > 1 ? ` (${english.count(tensors)})` : ''}`,
};

export const memoryWords = defineWords({ es, en });

/** Returns the text of a note about memory. Text between backticks is code. */
export function memoryText(note: MemoryNote, language: Language): string {
  const words = memoryWords[language];
  return note.kind === 'leak' ? words.leak(note) : words.held(note);
}

/** Joins names, formatted as code, by “or”. */
function anyOf(format: Format, names: readonly string[]): string {
  return format.list(first(names.map((name) => `\`${name}\``)), 'disjunction');
}

/** Returns the first items of a list, and an ellipsis if there are more. */
function first(items: readonly string[]): readonly string[] {
  return items.length > listLimit ? [...items.slice(0, listLimit), '…'] : items;
}
