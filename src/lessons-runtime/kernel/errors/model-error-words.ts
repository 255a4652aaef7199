import { formatFor, shapeText } from '../../shared/format.ts';
import { defineWords } from '../../shared/words.ts';
import type { ErrorWords, Match } from './error-text.ts';
import { knownNames, suggestName } from './unknown-names.ts';

const spanishKinds: Readonly<Record<string, string>> = {
  loss: 'una pérdida',
  Optimizer: 'un optimizador',
  metric: 'una métrica',
  activation: 'una activación',
  initializer: 'un inicializador',
  regularizer: 'un regularizador',
  constraint: 'una restricción',
};

const spanish = formatFor('es');
const english = formatFor('en');

/** Formats the numbers of classes of a network with each of its weights: `341 o 345`. */
const spanishCounts = (counts: string): string =>
  spanish.list(
    counts.split(' or ').map((each) => spanish.count(Number(each))),
    'disjunction',
  );

const es = {
  unknownName: ([, kind = '', name = '']: Match): ErrorWords => {
    const near = suggestName(kind, name);
    return {
      what: `No hay ${spanishKinds[kind]} que se llame «${name}».`,
      advice:
        near === undefined
          ? `Hay, entre otros: ${spanish.list(knownNames(kind))}. Cuentan las mayúsculas.`
          : `¿Querías escribir «${near}»? Cuentan las mayúsculas.`,
    };
  },
  pictureAxes: ([, found]: Match): ErrorWords => ({
    what: `preprocessInput espera una imagen o un lote de imágenes, y recibió la forma ${shape(found)}.`,
    advice:
      'Una imagen es [alto, ancho, 3]; varias son [lote, alto, ancho, 3]: júntalas con tf.stack([...]).',
  }),
  pictureChannels: ([, found]: Match): ErrorWords => ({
    what: `preprocessInput espera imágenes RGB, con 3 canales en el último eje, y recibió la forma ${shape(found)}.`,
    advice: 'Una imagen en gris pasa a RGB con tf.image.grayscaleToRGB(imagen).',
  }),
  notProbabilities: ([, name, classes, other, found]: Match): ErrorWords => ({
    what: `${name} espera ${spanishCounts(classes ?? other ?? '')} probabilidades por imagen, y recibió la forma ${shape(found)}.`,
    advice: 'Dale lo que da model.predict(…) con la red entera, sin quitarle la última capa.',
  }),
  wrongTop: ([, found]: Match): ErrorWords => ({
    what: `«top» ha de ser un número entero de 1 en adelante, y es ${found}.`,
    advice: 'Por ejemplo: decodePredictions(salida, { top: 3 }).',
  }),
  wrongInputShape: ([, side, found]: Match): ErrorWords => ({
    what: `inputShape ha de ser [alto, ancho, 3], con lados de ${side} o más, y es ${found}.`,
    advice: 'Va sin el lote. Por ejemplo, inputShape: [96, 96, 3].',
  }),
  wrongWeights: ([, pretrained, found]: Match): ErrorWords => ({
    what: `weights ha de ser ${pretrained} o null, y es ${found}.`,
    advice: 'Con un nombre la red llega ya entrenada; con null empieza de cero.',
  }),
  wrongPooling: ([, found]: Match): ErrorWords => ({
    what: `pooling ha de ser 'avg', 'max' o null, y es ${found}.`,
    advice:
      "Vale para la red sin su clasificador (includeTop: false): con 'avg' da la media de cada mapa, con 'max' su valor mayor, y con null los mapas.",
  }),
  notPositiveInteger: ([, name, found]: Match): ErrorWords => ({
    what: `«${name}» ha de ser un entero positivo, y es ${found}.`,
    advice: `Da a «${name}» un número entero de 1 en adelante. Si es undefined, falta ponerlo o su nombre está mal escrito.`,
  }),
  optionMissing: ([, name, , key]: Match): ErrorWords => ({
    what: `A la capa le falta «${name ?? key}».`,
    advice: `Ponlo entre las opciones de la capa: { ${name ?? key}: … }.`,
  }),
  inputShape: ([, , wanted, rank, found]: Match): ErrorWords => ({
    what: `El modelo espera ${wanted === undefined ? `${spanish.plural(Number(rank), 'dimensión', 'dimensiones')}` : `la forma ${shape(wanted)}`} y recibió ${shape(found)}.`,
    advice: `Espera ${wanted === undefined ? `${spanish.plural(Number(rank), 'dimensión', 'dimensiones')}` : shape(wanted)}, donde null es el número de ejemplos, y recibió ${shape(found)}. Si falta la primera dimensión, añádela con expandDims(0).`,
  }),
  targetShape: ([, wanted, found]: Match): ErrorWords => ({
    what: `Las etiquetas no encajan con la salida: cada una ha de tener la forma ${shape(wanted)} y tiene ${shape(found)}.`,
    advice:
      'La última capa da un número por clase, y cada etiqueta ha de tener los mismos. Si tus etiquetas son números de clase, pásalas por tf.oneHot; si no, mira units de la última capa.',
  }),
  sampleCounts: ([, inputs, targets]: Match): ErrorWords => ({
    what: `Hay ${spanish.plural(Number(inputs), 'ejemplo', 'ejemplos')} y ${spanish.plural(Number(targets), 'etiqueta', 'etiquetas')}.`,
    advice: 'Cada ejemplo lleva una etiqueta: comprueba la primera dimensión de los dos tensores.',
  }),
  dimensions: ([, layer, wanted, found]: Match): ErrorWords => ({
    what: `La capa «${layer}» espera ${spanish.plural(Number(wanted), 'dimensión', 'dimensiones')} y recibe ${found}.`,
    advice: `Cuenta el lote como una: espera ${wanted} y recibe ${found}. Una imagen es [alto, ancho, canales]; antes de una capa densa va flatten.`,
  }),
  axisSize: ([, layer, , wanted, found]: Match): ErrorWords => ({
    what: `La capa «${layer}» espera ${spanish.plural(Number(wanted), 'valor', 'valores')} en un eje, y recibe la forma ${shape(found)}.`,
    advice:
      'Una capa recuerda el tamaño de su primera entrada. Compara la salida de la capa anterior con lo que esta espera.',
  }),
  notCompiled: (): ErrorWords => ({
    what: 'El modelo está sin compilar.',
    advice: 'Llama antes a model.compile({ optimizer, loss, metrics }).',
  }),
  lossMissing: (): ErrorWords => ({
    what: 'A compile le falta la pérdida (loss).',
    advice: 'Añade loss, por ejemplo loss: "meanSquaredError".',
  }),
  alreadyTraining: (): ErrorWords => ({
    what: 'Este modelo ya se está entrenando.',
    advice: 'Pon await delante de fit, para esperar a que acabe, o detén el entrenamiento anterior.',
  }),
  noLayers: (): ErrorWords => ({
    what: 'El modelo no tiene capas.',
    advice: 'Añade capas con model.add antes de usarlo.',
  }),
  noSuchLayer: ([, name]: Match): ErrorWords => ({
    what: `El modelo no tiene ninguna capa «${name}».`,
    advice: 'Mira sus nombres con model.summary(). Cuentan las mayúsculas.',
  }),
  notTensor: ([, , operation, found]: Match): ErrorWords => ({
    what: `«${operation}» necesita un tensor, y recibió ${found === 'null' ? 'algo sin valor' : `«${found}»`}.`,
    advice:
      found === 'Promise'
        ? 'Falta un await delante de lo que le pasas.'
        : 'Mira si lo que le pasas tiene valor, y si su nombre está bien escrito.',
  }),
  notList: (): ErrorWords => ({
    what: 'Se esperaba una lista, y se pasó otra cosa.',
    advice: 'Una forma va entre corchetes, en una sola lista: tf.zeros([2, 3]), no tf.zeros(2, 3).',
  }),
  valueCount: ([, wanted, count, found]: Match): ErrorWords => ({
    what: `La forma ${shape(wanted)} pide ${spanish.plural(Number(count), 'valor', 'valores')}, y hay ${spanish.count(Number(found))}.`,
    advice: 'Multiplica los números de la forma: ha de salir la cantidad de valores.',
  }),
  reshape: ([, count, wanted]: Match): ErrorWords => ({
    what: `No caben ${spanish.plural(Number(count), 'valor', 'valores')} en la forma ${shape(wanted)}.`,
    advice:
      'reshape no cambia cuántos valores hay: multiplica los números de la forma nueva, o pon −1 en uno para que se calcule.',
  }),
  matMul: ([, columns, rows]: Match): ErrorWords => ({
    what: `matMul no puede multiplicar: el primero tiene ${spanish.plural(Number(columns), 'columna', 'columnas')} y el segundo ${spanish.plural(Number(rows), 'fila', 'filas')}.`,
    advice:
      'Las formas no encajan: las columnas del primero han de ser tantas como las filas del segundo. Quizá falte transpose().',
  }),
};

const en: typeof es = {
  unknownName: ([, kind = '', name = '']) => {
    const near = suggestName(kind, name);
    return {
      what: null,
      advice:
        near === undefined
          ? `There are, among others: ${english.list(knownNames(kind))}. Capitals count.`
          : `Did you mean “${near}”? Capitals count.`,
    };
  },
  pictureAxes: () => ({
    what: null,
    advice:
      'A picture is [height, width, 3]; several are [batch, height, width, 3]: join them with tf.stack([...]).',
  }),
  pictureChannels: () => ({
    what: null,
    advice: 'A grey picture becomes RGB with tf.image.grayscaleToRGB(picture).',
  }),
  notProbabilities: () => ({
    what: null,
    advice: 'Give it what model.predict(…) gives with the whole network, its last layer included.',
  }),
  wrongTop: () => ({ what: null, advice: 'For example: decodePredictions(output, { top: 3 }).' }),
  wrongInputShape: () => ({
    what: null,
    advice: 'Leave out the batch. For example, inputShape: [96, 96, 3].',
  }),
  wrongWeights: () => ({
    what: null,
    advice: 'With a name the network comes trained; with null it starts from scratch.',
  }),
  wrongPooling: () => ({
    what: null,
    advice:
      "It is for the network without its classifier (includeTop: false): with 'avg' it gives the mean of each map, with 'max' its largest value, and with null the maps.",
  }),
  notPositiveInteger: ([, name]) => ({
    what: null,
    advice: `Give “${name}” a whole number from 1 on. If it is undefined, it is missing or its name is misspelt.`,
  }),
  optionMissing: ([, name, , key]) => ({
    what: null,
    advice: `Put it among the layer’s options: { ${name ?? key}: … }.`,
  }),
  inputShape: ([, , wanted, rank, found]) => ({
    what: null,
    advice: `It expects ${wanted === undefined ? `${english.plural(Number(rank), 'dimension', 'dimensions')}` : shape(wanted)}, where null is the number of examples, and got ${shape(found)}. If the first dimension is missing, add it with expandDims(0).`,
  }),
  targetShape: () => ({
    what: null,
    advice:
      'The last layer gives one number for each class, and each label has to have as many. If your labels are class numbers, use tf.oneHot; otherwise look at the units of the last layer.',
  }),
  sampleCounts: () => ({
    what: null,
    advice: 'Each example goes with one label: check the first dimension of both tensors.',
  }),
  dimensions: ([, , wanted, found]) => ({
    what: null,
    advice: `The batch counts as one: it expects ${wanted} and gets ${found}. A picture is [height, width, channels]; flatten comes before a dense layer.`,
  }),
  axisSize: () => ({
    what: null,
    advice:
      'A layer remembers the size of its first input. Compare the output of the layer before with what this one expects.',
  }),
  notCompiled: () => ({ what: null, advice: 'Call model.compile({ optimizer, loss, metrics }) first.' }),
  lossMissing: () => ({ what: null, advice: 'Add loss, for example loss: "meanSquaredError".' }),
  alreadyTraining: () => ({
    what: null,
    advice: 'Put await before fit, so that it is waited for, or stop the earlier training.',
  }),
  noLayers: () => ({ what: null, advice: 'Add layers with model.add before you use it.' }),
  noSuchLayer: () => ({ what: null, advice: 'See their names with model.summary(). Capitals count.' }),
  notTensor: ([, , , found]) => ({
    what: null,
    advice:
      found === 'Promise'
        ? 'An await is missing before what you pass to it.'
        : 'See whether what you pass to it has a value, and whether its name is spelt right.',
  }),
  notList: () => ({
    what: null,
    advice:
      'A list was expected. A shape goes between brackets, as one list: tf.zeros([2, 3]), not tf.zeros(2, 3).',
  }),
  valueCount: () => ({
    what: null,
    advice: 'Multiply the numbers of the shape: that has to give how many values there are.',
  }),
  reshape: () => ({
    what: null,
    advice:
      'reshape does not change how many values there are: multiply the numbers of the new shape, or put −1 in one of them to have it worked out.',
  }),
  matMul: () => ({
    what: null,
    advice:
      'The shapes do not fit: the first needs as many columns as the second has rows. Perhaps transpose() is missing.',
  }),
};

/** Words for the errors of tfjs 4.22 about layers, models and tensors, and of the course's functions about their arguments. */
export const modelErrorWords = defineWords({ es, en });

/** Formats a shape that tfjs printed, e.g. `[null,4]`, in the course's style. */
function shape(text = ''): string {
  const sizes = text.replace(/[[\]]/g, '').split(',');
  return shapeText(sizes.map((size) => (['', 'null', '*'].includes(size) ? null : Number(size))));
}
