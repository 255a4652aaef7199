import { type Format, formatFor } from '../../shared/format.ts';
import { defineWords } from '../../shared/words.ts';

/** The maximum number of layers named in a message. */
const nameLimit = 3;

const spanish = formatFor('es');
const english = formatFor('en');
const spanishLayers = (names: readonly string[]) => listed(spanish, names, 'capa más', 'capas más');
const englishLayers = (names: readonly string[]) => listed(english, names, 'more layer', 'more layers');

const es = {
  allFrozen: {
    what: 'Todas las capas del modelo están congeladas: no hay ningún peso que entrenar.',
    advice:
      'Deja entrenable al menos una capa, como la cabeza (capa.trainable = true), y llama a model.compile(…) antes de entrenar.',
  },
  unfrozenSince: (layers: readonly string[]) => ({
    what: `El modelo se compiló con todas las capas congeladas; el cambio de trainable en ${spanishLayers(layers)} vino después.`,
    advice: 'Añade model.compile({ … }) justo después de cambiar trainable: fija qué pesos se entrenan.',
  }),
  stillFrozen: (layers: readonly string[]) =>
    `\`trainable = true\` llegó después de \`compile\` y no cuenta todavía: ${spanishLayers(layers)} no se entrena${layers.length > 1 ? 'n' : ''}. Añade \`model.compile({ … })\` justo después del cambio.`,
  frozenSince: (layers: readonly string[]) =>
    `${spanishLayers(layers)} se congel${layers.length > 1 ? 'aron' : 'ó'} después de \`compile\`: TensorFlow.js deja de entrenar esos pesos ya; Keras, solo desde el próximo \`compile\`. Añade \`model.compile({ … })\` justo después del cambio.`,
  trainingLabel: ({
    epoch,
    epochs,
    loss,
  }: {
    readonly epoch: number;
    readonly epochs: number;
    readonly loss: number | null;
  }) => `fit · época ${epoch}/${epochs}${loss === null ? '' : ` · loss ${spanish.number(loss)}`}`,
};

const en: typeof es = {
  allFrozen: {
    what: 'All layers of the model are frozen: there is no weight to train.',
    advice:
      'Leave at least one layer trainable, such as the head (layer.trainable = true), and call model.compile(…) before training.',
  },
  unfrozenSince: (layers) => ({
    what: `The model was compiled with all of its layers frozen; trainable was changed in ${englishLayers(layers)} after that.`,
    advice: 'Add model.compile({ … }) right after changing trainable: it settles which weights are trained.',
  }),
  stillFrozen: (layers) =>
    `\`trainable = true\` came after \`compile\` and does not count yet: ${englishLayers(layers)} ${layers.length > 1 ? 'are' : 'is'} not trained. Add \`model.compile({ … })\` right after the change.`,
  frozenSince: (layers) =>
    `${englishLayers(layers)} ${layers.length > 1 ? 'were' : 'was'} frozen after \`compile\`: TensorFlow.js stops training those weights at once, Keras only from the next \`compile\`. Add \`model.compile({ … })\` right after the change.`,
  trainingLabel: ({ epoch, epochs, loss }) =>
    `fit · epoch ${epoch}/${epochs}${loss === null ? '' : ` · loss ${english.number(loss)}`}`,
};

/** Words about training. Text between backticks is code. */
export const kerasWords = defineWords({ es, en });

/** Lists the first names and the number of the others, e.g. `` `a`, `b` y 5 capas más ``. */
function listed(format: Format, names: readonly string[], one: string, other: string): string {
  const shown = names.slice(0, nameLimit).map((name) => `\`${name}\``);
  const rest = names.length - shown.length;
  return format.list(rest > 0 ? [...shown, format.plural(rest, one, other)] : shown);
}
