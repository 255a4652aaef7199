import type { Language } from '../../shared/language.ts';
import { defineWords } from '../../shared/words.ts';

const es = {
  allFrozen: {
    what: 'Todas las capas del modelo están congeladas: no hay ningún peso que entrenar.',
    advice:
      'Deja entrenable al menos una capa, como la cabeza (capa.trainable = true), y llama a model.compile(…) antes de entrenar.',
  },
  thawedSince: (layers: readonly string[]) => ({
    what: `El modelo se compiló con todas las capas congeladas; el cambio de trainable en ${listed('es', layers)} vino después.`,
    advice: 'Añade model.compile({ … }) justo después de cambiar trainable: fija qué pesos se entrenan.',
  }),
  stillFrozen: (layers: readonly string[]) =>
    `\`trainable = true\` llegó después de \`compile\` y no cuenta todavía: ${listed('es', layers)} no se entrena${plural(layers)}. Añade \`model.compile({ … })\` justo después del cambio.`,
  frozenSince: (layers: readonly string[]) =>
    `${listed('es', layers)} se congel${layers.length > 1 ? 'aron' : 'ó'} después de \`compile\`: TensorFlow.js deja de entrenar esos pesos ya; Keras, solo desde el próximo \`compile\`. Añade \`model.compile({ … })\` justo después del cambio.`,
  trainingLabel: ({
    epoch,
    epochs,
    loss,
  }: {
    readonly epoch: number;
    readonly epochs: number;
    readonly loss: number | null;
  }) => `fit · época ${epoch}/${epochs}${loss === null ? '' : ` · loss ${brief('es', loss)}`}`,
};

const en: typeof es = {
  allFrozen: {
    what: 'All layers of the model are frozen: there is no weight to train.',
    advice:
      'Leave at least one layer trainable, such as the head (layer.trainable = true), and call model.compile(…) before training.',
  },
  thawedSince: (layers) => ({
    what: `The model was compiled with all of its layers frozen; trainable was changed in ${listed('en', layers)} after that.`,
    advice: 'Add model.compile({ … }) right after changing trainable: it settles which weights are trained.',
  }),
  stillFrozen: (layers) =>
    `\`trainable = true\` came after \`compile\` and does not count yet: ${listed('en', layers)} ${layers.length > 1 ? 'are' : 'is'} not trained. Add \`model.compile({ … })\` right after the change.`,
  frozenSince: (layers) =>
    `${listed('en', layers)} ${layers.length > 1 ? 'were' : 'was'} frozen after \`compile\`: TensorFlow.js stops training those weights at once, Keras only from the next \`compile\`. Add \`model.compile({ … })\` right after the change.`,
  trainingLabel: ({ epoch, epochs, loss }) =>
    `fit · epoch ${epoch}/${epochs}${loss === null ? '' : ` · loss ${brief('en', loss)}`}`,
};

/** What the worker says about training. Between backticks stands code. */
export const kerasWords = defineWords({ es, en });

/** Layers worth naming: a backbone of a hundred would only bury its first. */
const nameLimit = 3;

/** `` `a`, `b` y 5 capas más ``. */
function listed(language: Language, names: readonly string[]): string {
  const rest = names.length - nameLimit;
  const shown = names.slice(0, nameLimit).map((name) => `\`${name}\``);
  const more = {
    es: rest === 1 ? '1 capa más' : `${rest} capas más`,
    en: rest === 1 ? '1 more layer' : `${rest} more layers`,
  }[language];
  return new Intl.ListFormat(language).format(rest > 0 ? [...shown, more] : shown);
}

function plural(layers: readonly string[]): string {
  return layers.length > 1 ? 'n' : '';
}

function brief(language: Language, value: number): string {
  if (!Number.isFinite(value)) return String(value);
  return new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(value);
}
