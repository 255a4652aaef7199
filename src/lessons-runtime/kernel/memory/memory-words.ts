import { byteSize } from '../../shared/byte-size.ts';
import type { Language } from '../../shared/language.ts';
import { defineWords } from '../../shared/words.ts';

/** A line of a cell, and how many tensors it left. `cell` is `null` for the cell that ran. */
export interface LeakPlace {
  readonly cell: string | null;
  readonly line: number;
  readonly tensors: number;
}

export interface Leak {
  readonly tensors: number;
  readonly bytes: number;
  /** Most tensors first. */
  readonly places: readonly LeakPlace[];
  /** Names that lead to where a tensor could not be seen. */
  readonly unless: readonly string[];
}

/** Lines and names worth telling. */
const listLimit = 3;

const es = {
  leak: ({ tensors, bytes, places, unless }: Leak) =>
    `Esta ejecución deja ${amount('es', tensors, bytes)} que ningún nombre alcanza${listed('es', places.map(place.es), ': ')}. ` +
    'Haz el cálculo dentro de `tf.tidy(() => …)`, o llama a `.dispose()` cuando ya no lo necesites: en un bucle se acumularían.' +
    (unless.length > 0 ? ` (Salvo que los guarde ${listed('es', unless.map(code))}.)` : ''),
  held: ({
    tensors,
    bytes,
    by,
  }: {
    readonly tensors: number;
    readonly bytes: number;
    readonly by: readonly string[];
  }) =>
    `De la ejecución anterior de esta celda quedan ${amount('es', tensors, bytes)} sin liberar: ` +
    (by.length > 0
      ? `puede que ${listed('es', by.map(code))} los use todavía. `
      : 'algo que no se esperó puede usarlos todavía. ') +
    'Si no, llama a `.dispose()` antes de repetir, o pulsa Reiniciar.',
};

const en: typeof es = {
  leak: ({ tensors, bytes, places, unless }) =>
    `This run leaves ${amount('en', tensors, bytes)} that no name reaches${listed('en', places.map(place.en), ': ')}. ` +
    'Compute inside `tf.tidy(() => …)`, or call `.dispose()` once you no longer need it: in a loop they would pile up.' +
    (unless.length > 0 ? ` (Unless ${listed('en', unless.map(code))} keeps them.)` : ''),
  held: ({ tensors, bytes, by }) =>
    `Of this cell’s earlier run, ${amount('en', tensors, bytes)} ${tensors === 1 ? 'is' : 'are'} not freed: ` +
    (by.length > 0
      ? `${listed('en', by.map(code))} may still use them. `
      : 'something that was not awaited may still use them. ') +
    'If not, call `.dispose()` before you repeat it, or press Restart.',
};

/** What the worker says about memory. Between backticks stands code. */
export const memoryWords = defineWords({ es, en });

const place: Record<Language, (place: LeakPlace) => string> = {
  es: ({ cell, line, tensors }) =>
    `línea ${line}${cell === null ? '' : ` de la celda ${cell}`}${tensors > 1 ? ` (${tensors})` : ''}`,
  en: ({ cell, line, tensors }) =>
    `line ${line}${cell === null ? '' : ` of the cell ${cell}`}${tensors > 1 ? ` (${tensors})` : ''}`,
};

function code(name: string): string {
  return `\`${name}\``;
}

/** `2 tensores (1,5 kB)`. */
function amount(language: Language, tensors: number, bytes: number): string {
  const noun = { es: tensors === 1 ? 'tensor' : 'tensores', en: tensors === 1 ? 'tensor' : 'tensors' }[
    language
  ];
  return `${new Intl.NumberFormat(language).format(tensors)} ${noun} (${byteSize(language, bytes)})`;
}

/** The first of a list, with `lead` before it; empty where there is none. */
function listed(language: Language, items: readonly string[], lead = ''): string {
  if (items.length === 0) return '';
  const shown = items.length > listLimit ? [...items.slice(0, listLimit), '…'] : items;
  return (
    lead + new Intl.ListFormat(language, { type: lead === '' ? 'disjunction' : 'conjunction' }).format(shown)
  );
}
