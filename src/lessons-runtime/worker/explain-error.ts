import { learnerMessage } from '../compile/learner-message.ts';
import { CourseError } from '../protocol/failure.ts';
import type { Output } from '../protocol/output.ts';
import type { Language } from '../shared/language.ts';
import { AdvisedError } from './advised-error.ts';
import type { CellPlaces } from './cell-places.ts';
import { printed } from './inspect/value-tree.ts';
import { kernelWords } from './words.ts';

interface Advice {
  readonly pattern: RegExp;
  readonly text: Record<Language, (match: readonly string[], owner: string | undefined) => string>;
}

/** What the engine or tfjs says, and what to try. The first pattern that fits speaks. */
const advices: readonly Advice[] = [
  {
    pattern: /^(\S+) is not defined$/,
    text: {
      es: ([, name]) =>
        `Nadie ha declarado «${name}» todavía. ¿Está bien escrito? Si lo declara una celda anterior, ejecútala antes.`,
      en: ([, name]) =>
        `Nobody has declared “${name}” yet. Is it spelt right? If an earlier cell declares it, run that one first.`,
    },
  },
  {
    pattern: /read only property '(\w+)'|"(\w+)" is read-only/,
    text: {
      es: ([, name, other], owner) =>
        `«${name ?? other}» es una constante${owner === undefined ? '' : ` de la celda «${owner}»`}: declárala con let si ha de cambiar.`,
      en: ([, name, other], owner) =>
        `“${name ?? other}” is a constant${owner === undefined ? '' : ` of the cell “${owner}”`}: declare it with let if it is to change.`,
    },
  },
  {
    pattern: /assign to readonly property/,
    text: {
      es: () => 'Eso es una constante: declárala con let si ha de cambiar.',
      en: () => 'That is a constant: declare it with let if it is to change.',
    },
  },
  {
    pattern: /(?:reading|setting|evaluating) '(?:[^']*\.)?(\w+)'|can't access property "(\w+)"/,
    text: {
      es: ([, name, other]) =>
        `Se pidió «${name ?? other}» a algo que no tiene valor. Si viene de otra celda, ejecútala antes; si es una promesa, falta un await.`,
      en: ([, name, other]) =>
        `“${name ?? other}” was asked of something that has no value. If it comes from another cell, run that one first; if it is a promise, an await is missing.`,
    },
  },
  {
    pattern: /is not a function/,
    text: {
      es: () => 'Se llamó como función a algo que no lo es. Revisa el nombre, y si falta un await delante.',
      en: () =>
        'Something was called as a function that is none. Check its name, and whether an await is missing before it.',
    },
  },
  {
    pattern: /must get an `inputShape`/,
    text: {
      es: () =>
        'La primera capa tiene que saber qué entra: dale inputShape, sin el lote. Por ejemplo, inputShape: [4] para filas de 4 números.',
      en: () =>
        'The first layer has to know what goes in: give it inputShape, without the batch. For example, inputShape: [4] for rows of 4 numbers.',
    },
  },
  {
    pattern: /has no room for another \d+ MB\.(?: A batch of (\d+) would fit)?/,
    text: {
      es: ([, batch]) =>
        `${batch === undefined ? 'Usa lotes o imágenes más pequeños.' : `Pide lotes más pequeños: con batchSize: ${batch} cabe.`} Libera con dispose o tf.tidy los tensores que ya no uses.`,
      en: ([, batch]) =>
        `${batch === undefined ? 'Use smaller batches or pictures.' : `Ask for smaller batches: batchSize: ${batch} fits.`} Free the tensors that you no longer use with dispose or tf.tidy.`,
    },
  },
  {
    pattern: /backend cannot compute|NHWC|channelsLast/,
    text: {
      es: () =>
        'Usa dataFormat channelsLast (NHWC), un paso (strides) que no supere la ventana y padding «same» o «valid».',
      en: () =>
        'Use data format channelsLast (NHWC), strides no larger than the window, and padding “same” or “valid”.',
    },
  },
  {
    pattern: /not registered for (?:the )?backend '(\w+)'/,
    text: {
      es: ([, backend]) =>
        `El motor «${backend}» no sabe hacer esta operación. Prueba con «?backend=cpu» en la dirección.`,
      en: ([, backend]) =>
        `The “${backend}” backend cannot do this operation. Try “?backend=cpu” in the address.`,
    },
  },
  {
    pattern: /[Ss]hape|dimension|expected .* to have/,
    text: {
      es: () =>
        'Las formas no encajan. Muestra el tensor (su forma va delante) y compárala con la que se espera.',
      en: () =>
        'The shapes do not fit. Show the tensor (its shape comes first) and compare it with the one expected.',
    },
  },
  {
    pattern: /disposed/,
    text: {
      es: () => 'Ese tensor ya se liberó (dispose o tidy). Vuelve a ejecutar la celda que lo creó.',
      en: () => 'That tensor was freed already (dispose or tidy). Run the cell that made it again.',
    },
  },
  {
    pattern: /allocation failed|out of memory|allocation size overflow/i,
    text: {
      es: () =>
        'No hay tanta memoria. Prueba con menos datos o con un lote más pequeño, y libera los tensores que ya no uses (tf.tidy, dispose).',
      en: () =>
        'There is not that much memory. Try with less data or a smaller batch, and free tensors that you no longer use (tf.tidy, dispose).',
    },
  },
  {
    pattern: /Maximum call stack|too much recursion/,
    text: {
      es: () => 'Una función se llama a sí misma sin fin. Comprueba su condición de parada.',
      en: () => 'A function calls itself without end. Check the condition that ends it.',
    },
  },
];

const fallback: Record<Language, string> = {
  es: 'Mira la línea señalada. Tu código y los demás resultados siguen aquí: cambia y ejecuta otra vez.',
  en: 'Look at the line shown. Your code and the other results are still here: change it and run again.',
};

const textLimit = 10_000;

/** Anything a cell threw, as the page shows it: what, where in the learner's source, and what to try. Never throws. */
export function explainError(
  thrown: unknown,
  language: Language,
  places: CellPlaces,
  declaredBy: (name: string) => string | undefined,
): Extract<Output, { kind: 'error' }> {
  if (!isInstance(thrown, Error)) {
    const what = kernelWords[language].thrownValue(printed([thrown]));
    return { kind: 'error', name: 'throw', what, advice: fallback[language], place: null, trace: [] };
  }
  const trace = places.trace(textOf(thrown, 'stack'));
  const what = learnerMessage(textOf(thrown, 'message'));
  return {
    kind: 'error',
    name: textOf(thrown, 'name'),
    what: what.length > textLimit ? `${what.slice(0, textLimit)}…` : what,
    advice: adviceFor(thrown, what, language, declaredBy),
    place: trace[0] ?? null,
    trace: trace.map(({ cell, line, column }) => `${cell}:${line}:${column}`),
  };
}

/** `instanceof`, where even a proxy that throws has an answer. */
export function isInstance<T>(value: unknown, kind: abstract new (...args: never[]) => T): value is T {
  try {
    return value instanceof kind;
  } catch {
    return false;
  }
}

/** A cell may have put anything into its error, getters that throw too. */
function textOf(error: Error, property: 'name' | 'message' | 'stack'): string {
  try {
    const value: unknown = error[property];
    return typeof value === 'string' ? value : printed([value]);
  } catch {
    return '(…)';
  }
}

function adviceFor(
  error: Error,
  message: string,
  language: Language,
  declaredBy: (name: string) => string | undefined,
): string {
  if (isInstance(error, CourseError) || isInstance(error, AdvisedError)) return error.advice;
  for (const { pattern, text } of advices) {
    const match = pattern.exec(message);
    if (match !== null) return text[language](match, declaredBy(match[1] ?? match[2] ?? ''));
  }
  return fallback[language];
}
