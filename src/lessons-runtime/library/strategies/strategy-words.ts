import { formatFor } from '../../shared/format.ts';
import { defineWords } from '../../shared/words.ts';
import type { Shape } from '../shape.ts';
import type { StrategyName } from './strategy-progress.ts';

/** The advice if `base` does not return a new network. */
const freshInSpanish = 'Crea la red dentro de base, nueva en cada llamada.';
const freshInEnglish = 'Make the network inside base, a new one at each call.';

const spanish = formatFor('es');
const english = formatFor('en');

const es = {
  title: 'Las cuatro maneras, por épocas',
  strategies: {
    scratch: 'Desde cero',
    frozen: 'Base congelada',
    lastBlock: 'Último bloque',
    all: 'Todo',
  } satisfies Readonly<Record<StrategyName, string>>,
  /** @param seconds `null` before its first epoch */
  strategyBar: (way: string, trainable: number, seconds: number | null) =>
    `${way} · entrena ${spanish.plural(trainable, 'parámetro', 'parámetros')}${seconds === null ? '' : ` · ${spanish.duration(seconds)}`}`,
  recipe: (headEpochs: number) =>
    `«Último bloque» y «Todo» siguen con la cabeza que la base congelada tiene tras la época ${headEpochs}: hasta ahí las tres curvas son la misma, y sus segundos cuentan ese tramo.`,
  valLoss: 'Pérdida en validación',
  columns: (epochs: string, valAccuracy: string) => [
    'Manera',
    'Parámetros entrenables',
    epochs,
    'Segundos',
    'Exactitud en entrenamiento',
    valAccuracy,
  ],
  noBase: {
    what: 'trainFourWays necesita base: una función que crea la red.',
    advice:
      "Por ejemplo: base: (pretrained) => iconNet({ weights: pretrained ? 'icons' : null, includeTop: false, inputShape: [64, 64, 3] }).",
  },
  knownBase: (name: string) => ({
    what: `base devolvió «${name}», un modelo que la lección ya usa: el banco lo cambiaría y lo borraría.`,
    advice: freshInSpanish,
  }),
  sameBase: {
    what: 'base devolvió dos veces el mismo modelo: lo que aprende una manera lo tendría la otra.',
    advice: freshInSpanish,
  },
  baseOutput: (shapes: readonly Shape[]) => ({
    what: `La base debe dar mapas [lote, alto, ancho, canales] o características [lote, n], y da ${spanish.list(shapes.map(spanish.shape))}.`,
    advice: 'Crea la red con includeTop: false.',
  }),
  noBlock: (name: string | null, names: readonly string[]) => ({
    what: name === null ? 'La base no tiene capas con pesos.' : `La base no tiene una capa «${name}».`,
    advice: `Sus capas son: ${spanish.list(names)}.`,
  }),
  examples: (name: string) => ({
    what: `${name} debe tener dos tensores: xs, los ejemplos, e ys, sus etiquetas.`,
    advice: 'Pasa, por ejemplo, train: insects.train y validation: insects.validation.',
  }),
  labels: (name: string, xs: Shape, ys: Shape) => ({
    what: `Las etiquetas de ${name} no encajan: xs es ${spanish.shape(xs)} e ys es ${spanish.shape(ys)}.`,
    advice:
      'ys tiene una fila por ejemplo y una columna por clase, con un 1 en la suya: tf.oneHot(…) las hace.',
  }),
  otherClasses: (train: number, validation: number) => ({
    what: `train tiene ${train} clases y validation tiene ${validation}.`,
    advice: 'Las dos partes deben tener las mismas clases.',
  }),
  notInteger: (name: string, least: number, most: number, given: string) => ({
    what: `${name} debe ser un número entero de ${least} a ${most}, y es ${given}.`,
    advice: `Cambia ${name}, o quítalo: tiene un valor por defecto.`,
  }),
  rate: (name: string, given: string) => ({
    what: `La tasa de aprendizaje ${name} debe ser un número mayor que 0, y es ${given}.`,
    advice: 'Por ejemplo: learningRate: { scratch: 0.001, head: 0.001, thawed: 0.0001 }.',
  }),
};

const en: typeof es = {
  title: 'The four ways, in epochs',
  strategies: {
    scratch: 'From scratch',
    frozen: 'Frozen base',
    lastBlock: 'Last block',
    all: 'Everything',
  },
  strategyBar: (way, trainable, seconds) =>
    `${way} · trains ${english.plural(trainable, 'parameter', 'parameters')}${seconds === null ? '' : ` · ${english.duration(seconds)}`}`,
  recipe: (headEpochs) =>
    `“Last block” and “Everything” go on with the head that the frozen base has after epoch ${headEpochs}: up to there the three curves are the same, and their seconds include that part.`,
  valLoss: 'Validation loss',
  columns: (epochs, valAccuracy) => [
    'Way',
    'Trainable parameters',
    epochs,
    'Seconds',
    'Training accuracy',
    valAccuracy,
  ],
  noBase: {
    what: 'trainFourWays needs base: a function that makes the network.',
    advice:
      "For example: base: (pretrained) => iconNet({ weights: pretrained ? 'icons' : null, includeTop: false, inputShape: [64, 64, 3] }).",
  },
  knownBase: (name) => ({
    what: `base returned “${name}”, a model that the lesson already uses: the bench would change it and free it.`,
    advice: freshInEnglish,
  }),
  sameBase: {
    what: 'base returned the same model twice: what one way learns, the other would have.',
    advice: freshInEnglish,
  },
  baseOutput: (shapes) => ({
    what: `The base must give maps [batch, height, width, channels] or features [batch, n]; it gives ${english.list(shapes.map(english.shape))}.`,
    advice: 'Make the network with includeTop: false.',
  }),
  noBlock: (name, names) => ({
    what: name === null ? 'The base has no layers with weights.' : `The base has no layer “${name}”.`,
    advice: `Its layers are: ${english.list(names)}.`,
  }),
  examples: (name) => ({
    what: `${name} must have two tensors: xs, the examples, and ys, their labels.`,
    advice: 'Pass, for example, train: insects.train and validation: insects.validation.',
  }),
  labels: (name, xs, ys) => ({
    what: `The labels of ${name} do not fit: xs is ${english.shape(xs)} and ys is ${english.shape(ys)}.`,
    advice:
      'ys has a row for each example and a column for each class, with a 1 in its own: tf.oneHot(…) makes them.',
  }),
  otherClasses: (train, validation) => ({
    what: `train has ${train} classes and validation has ${validation}.`,
    advice: 'Both parts must have the same classes.',
  }),
  notInteger: (name, least, most, given) => ({
    what: `${name} must be a whole number from ${least} to ${most}, and is ${given}.`,
    advice: `Change ${name}, or leave it out: it has a default.`,
  }),
  rate: (name, given) => ({
    what: `The learning rate ${name} must be a number above 0, and is ${given}.`,
    advice: 'For example: learningRate: { scratch: 0.001, head: 0.001, thawed: 0.0001 }.',
  }),
};

/** Texts of the comparison of strategies. Backticks in a sentence mark code. */
export const strategyWords = defineWords({ es, en });

export type StrategyWords = typeof es;
