import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, it } from 'vitest';
import { createCellPlaces } from '../../../../src/lessons-runtime/kernel/cell-places.ts';
import { explainError } from '../../../../src/lessons-runtime/kernel/errors/explain-error.ts';
import { errorWords } from '../../../../src/lessons-runtime/kernel/errors/word-error.ts';
import { createCatsAndDogs } from '../../../../src/lessons-runtime/models/cats-and-dogs.ts';
import { createDecodePredictions } from '../../../../src/lessons-runtime/models/decode-predictions.ts';
import { ModelArgumentError } from '../../../../src/lessons-runtime/models/model-argument-error.ts';
import {
  createPreprocessInput,
  efficientNetLite0Normalization,
} from '../../../../src/lessons-runtime/models/preprocess-input.ts';
import { weightsError } from '../../../../src/lessons-runtime/models/pretrained-model.ts';
import { type Language, languages } from '../../../../src/lessons-runtime/shared/language.ts';

beforeAll(() => tf.setBackend('cpu').then(() => {}));

const explain = (thrown: unknown, language: Language) =>
  explainError(
    thrown,
    language,
    createCellPlaces(),
    () => undefined,
    async () => ({ errorWords }),
  );

const twoClasses = {
  key: 'wnid',
  labels: [
    { wnid: 'n1', es: 'gato', en: 'cat' },
    { wnid: 'n2', es: 'perro', en: 'dog' },
  ],
  language: 'en',
} as const;
const decode = createDecodePredictions(twoClasses);
const decodeOfSeveralWeights = createDecodePredictions({ ...twoClasses, otherCounts: [341] });

const options = (wrong: object) => wrong as never;
const shape = (...sizes: number[]) => sizes as never;

function model(): tf.Sequential {
  const made = tf.sequential();
  made.add(tf.layers.dense({ units: 2, inputShape: [4] }));
  return made;
}
function train(xs: tf.Tensor, ys: tf.Tensor): Promise<tf.History> {
  const made = model();
  made.compile({ loss: 'meanSquaredError', optimizer: 'sgd' });
  return made.fit(xs, ys);
}

/** Mistakes of learners that cause an error of TensorFlow.js, with patterns of the explanation in each language. */
const mistakes: readonly [name: string, act: () => unknown, what: RegExp, es: RegExp, en: RegExp][] = [
  [
    'not a picture',
    () => createPreprocessInput(tf, efficientNetLite0Normalization)(tf.zeros([8, 8])),
    /una imagen o un lote.*\[8, 8\]/,
    /tf\.stack/,
    /tf\.stack/,
  ],
  [
    'a grey picture',
    () => createPreprocessInput(tf, efficientNetLite0Normalization)(tf.zeros([8, 8, 1])),
    /RGB.*\[8, 8, 1\]/,
    /grayscaleToRGB/,
    /grayscaleToRGB/,
  ],
  [
    'features in place of probabilities',
    () => decode(tf.zeros([1, 4])),
    /espera 2 probabilidades por imagen.*\[1, 4\]/,
    /red entera/,
    /whole network/,
  ],
  [
    'maps in place of probabilities',
    () => decode(tf.zeros([1, 2, 2])),
    /espera 2 probabilidades por imagen.*\[1, 2, 2\]/,
    /red entera/,
    /whole network/,
  ],
  [
    'features instead of probabilities for catsAndDogs',
    () => createCatsAndDogs(tf)(tf.zeros([1, 1024])),
    /catsAndDogs espera 1000 probabilidades por imagen.*\[1, 1024\]/,
    /red entera/,
    /whole network/,
  ],
  [
    'feature maps instead of probabilities for catsAndDogs',
    () => createCatsAndDogs(tf)(tf.zeros([1, 7, 7, 1000])),
    /catsAndDogs espera 1000 probabilidades por imagen.*\[1, 7, 7, 1000\]/,
    /red entera/,
    /whole network/,
  ],
  [
    'an unknown pooling',
    () => {
      throw new ModelArgumentError('pooling', 'pooling', "'avg', 'max' or null", '"mean"');
    },
    /pooling ha de ser 'avg', 'max' o null, y es "mean"/,
    /includeTop: false/,
    /includeTop: false/,
  ],
  ['an invalid top', () => decode(tf.zeros([1, 2]), { top: 0 }), /«top».* es 0\./, /top: 3/, /top: 3/],
  [
    'an inputShape with the batch',
    () => {
      throw new ModelArgumentError(
        'input-shape',
        'inputShape',
        '[height, width, 3] with sides of 32 or more',
        '[1,96,96,3]',
      );
    },
    /lados de 32 o más, y es \[1,96,96,3\]/,
    /sin el lote/,
    /the batch/,
  ],
  [
    'unknown weights',
    () => {
      throw new ModelArgumentError('weights', 'weights', "'imagenet' or null", '"best"');
    },
    /ha de ser 'imagenet' o null, y es "best"/,
    /ya entrenada/,
    /comes trained/,
  ],
  [
    'unknown weights of a network that has several',
    () => {
      throw weightsError('imagenet', ['quickdraw-345', 'quickdraw-341']);
    },
    /ha de ser 'quickdraw-345', 'quickdraw-341' o null, y es "imagenet"/,
    /^Con un nombre la red llega ya entrenada/,
    /^With a name the network comes trained/,
  ],
  [
    'features in place of probabilities of a network that has several weights',
    () => decodeOfSeveralWeights(tf.zeros([1, 192])),
    /espera 341 o 2 probabilidades por imagen.*\[1, 192\]/,
    /red entera/,
    /whole network/,
  ],
  [
    'no units',
    () => tf.layers.dense(options({})),
    /«units» ha de ser un entero positivo, y es undefined/,
    /mal escrito/,
    /misspelt/,
  ],
  [
    'a fraction of a unit',
    () => tf.layers.dense({ units: 2.5 }),
    /«units».* es 2\.5/,
    /número entero/,
    /whole number/,
  ],
  [
    'a loss with wrong capitals',
    () => model().compile({ loss: 'categoricalCrossEntropy', optimizer: 'sgd' }),
    /No hay una pérdida que se llame «categoricalCrossEntropy»/,
    /«categoricalCrossentropy»/,
    /“categoricalCrossentropy”/,
  ],
  [
    'an unknown loss',
    () => model().compile({ loss: 'best', optimizer: 'sgd' }),
    /«best»/,
    /Hay, entre otros: meanSquaredError/,
    /among others: meanSquaredError/,
  ],
  [
    'a misspelt optimizer',
    () => model().compile({ loss: 'meanSquaredError', optimizer: 'adamm' }),
    /un optimizador que se llame «adamm»/,
    /«adam»/,
    /“adam”/,
  ],
  [
    'a misspelt metric',
    () => model().compile({ loss: 'meanSquaredError', optimizer: 'sgd', metrics: ['acuracy'] }),
    /una métrica que se llame «acuracy»/,
    /«accuracy»/,
    /“accuracy”/,
  ],
  [
    'an activation with wrong capitals',
    () => tf.layers.dense({ units: 1, activation: 'softMax' as never }),
    /una activación que se llame «softMax»/,
    /«softmax»/,
    /“softmax”/,
  ],
  [
    'an input with a wrong shape',
    () => model().predict(tf.zeros([1, 5])),
    /espera la forma \[null, 4\] y recibió \[1, 5\]/,
    /expandDims/,
    /expects \[null, 4\].* got \[1, 5\]/,
  ],
  [
    'labels with a wrong shape',
    () => train(tf.zeros([3, 4]), tf.zeros([3, 3])),
    /etiquetas no encajan.*\[2\] y tiene \[3\]/,
    /oneHot/,
    /oneHot/,
  ],
  [
    'a label too few',
    () => train(tf.zeros([3, 4]), tf.zeros([2, 2])),
    /3 ejemplos y 2 etiquetas/,
    /una etiqueta/,
    /one label/,
  ],
  [
    'no compile',
    () => model().evaluate(tf.zeros([3, 4]), tf.zeros([3, 2])),
    /sin compilar/,
    /compile/,
    /compile/,
  ],
  ['no loss', () => model().compile(options({ optimizer: 'sgd' })), /falta la pérdida/, /loss/, /Add loss/],
  [
    'a picture without channels',
    () => tf.sequential().add(tf.layers.conv2d({ filters: 1, kernelSize: 3, inputShape: [8, 8] })),
    /espera 4 dimensiones y recibe 3/,
    /canales/,
    /channels/,
  ],
  [
    'a layer applied to another width',
    () => {
      const layer = tf.layers.dense({ units: 1 });
      layer.apply(tf.input({ shape: [3] }));
      layer.apply(tf.input({ shape: [4] }));
    },
    /espera 3 valores.*\[null, 4\]/,
    /primera entrada/,
    /first input/,
  ],
  ['no inputShape', () => tf.sequential().add(tf.layers.dense({ units: 2 })), /inputShape/, /\[4\]/, /\[4\]/],
  [
    'no layers',
    () => tf.sequential().compile({ loss: 'meanSquaredError', optimizer: 'sgd' }),
    /no tiene capas/,
    /model\.add/,
    /model\.add/,
  ],
  ['no such layer', () => model().getLayer('nope'), /ninguna capa «nope»/, /summary/, /summary/],
  [
    'a promise for a tensor',
    () => tf.add(Promise.resolve(1) as never, 2),
    /«add» necesita un tensor/,
    /Falta un await/,
    /await is missing/,
  ],
  ['null for a tensor', () => tf.add(null as never, 2), /algo sin valor/, /tiene valor/, /has a value/],
  [
    'a shape without brackets',
    () => tf.zeros(...(shape(2, 3) as [never])),
    /una lista/,
    /tf\.zeros\(\[2, 3\]\)/,
    /A list/,
  ],
  [
    'too few values',
    () => tf.tensor([1, 2, 3], [2, 2]),
    /\[2, 2\] pide 4 valores, y hay 3/,
    /Multiplica/,
    /Multiply/,
  ],
  [
    'a shape of another size',
    () => tf.zeros([2, 3]).reshape([4]),
    /6 valores en la forma \[4\]/,
    /reshape/,
    /reshape/,
  ],
  [
    'incompatible matrices',
    () => tf.zeros([2, 3]).matMul(tf.zeros([2, 3])),
    /3 columnas y el segundo 2 filas/,
    /transpose/,
    /transpose/,
  ],
  [
    'missing filters',
    () => tf.layers.conv2d(options({ kernelSize: 3 })),
    /falta «filters»/,
    /filters: …/,
    /filters: …/,
  ],
  [
    'a missing kernel size',
    () => tf.layers.conv2d(options({ filters: 3 })),
    /falta «kernelSize»/,
    /kernelSize/,
    /kernelSize/,
  ],
];

it.each(mistakes)('explains %s in both languages', async (_, act, what, es, en) => {
  const thrown: unknown = await Promise.resolve()
    .then(act)
    .catch((error: unknown) => error);
  if (!(thrown instanceof Error)) throw new Error('nothing went wrong');
  const [spanish, english] = await Promise.all(languages.map((language) => explain(thrown, language)));
  expect(spanish?.what).toMatch(what);
  expect(spanish?.advice).toMatch(es);
  expect(english?.what).toBe(thrown.message);
  expect(english?.advice).toMatch(en);
});
