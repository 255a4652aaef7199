import { formatFor } from '../../shared/format.ts';
import { defineWords } from '../../shared/words.ts';
import type { Shape } from '../shape.ts';

/** A tensor's name as the learner wrote it, such as `xs` or `validationData[1]`, and its shape. */
export interface DescribedTensor {
  readonly name: string;
  readonly shape: Shape;
}

const spanish = formatFor('es');
const english = formatFor('en');

const es = {
  notTensor: (name: string, found: 'promise' | 'list' | 'other') => ({
    what: `${name} tiene que ser un tensor y es ${{ promise: 'una promesa', list: 'una lista de JavaScript', other: 'otra cosa' }[found]}.`,
    advice:
      found === 'promise'
        ? 'Pon await delante de lo que lo calcula.'
        : 'Conviértelo: tf.tensor2d(filas), tf.tensor1d(números) o tf.stack(imágenes).',
  }),
  batchAxis: ({ name, shape }: DescribedTensor, expected: Shape) => ({
    what: `A ${name} le falta el eje del lote: su forma es ${spanish.shape(shape)} y el modelo espera ${spanish.shape(expected)}.`,
    advice: `Un solo ejemplo también va en un lote: ${name}.expandDims(0). Varios: tf.stack([...]).`,
  }),
  shape: ({ name, shape }: DescribedTensor, expected: Shape) => ({
    what: `La forma de ${name} es ${spanish.shape(shape)} y la entrada del modelo es ${spanish.shape(expected)}.`,
    advice: `Cada ejemplo debe medir ${spanish.shape(expected.slice(1))}: cambia ${name} (resize, reshape) o el inputShape de la primera capa.`,
  }),
  counts: (xs: DescribedTensor, ys: DescribedTensor) => ({
    what: `${xs.name} tiene ${spanish.plural(xs.shape[0] ?? 0, 'ejemplo', 'ejemplos')} (${spanish.shape(xs.shape)}) y ${ys.name} tiene ${ys.shape[0]} (${spanish.shape(ys.shape)}).`,
    advice: 'Tiene que haber una etiqueta por ejemplo. ¿Falta alguno, o se filtró solo uno de los dos?',
  }),
  empty: ({ name, shape }: DescribedTensor) => ({
    what: `${name} no tiene ningún ejemplo: su forma es ${spanish.shape(shape)}.`,
    advice: 'Comprueba que la celda que carga los datos se ejecutó y encontró algo.',
  }),
  notOneHot: ({ name, shape }: DescribedTensor, classes: number) => ({
    what: `${name} son números de clase ${spanish.shape(shape)}, y categoricalCrossentropy los quiere one-hot: ${spanish.shape([null, classes])}.`,
    advice: `Conviértelos con tf.oneHot(${name}.toInt().flatten(), ${classes}), o compila con loss: 'sparseCategoricalCrossentropy'.`,
  }),
  oneHotForSparse: ({ name, shape }: DescribedTensor) => ({
    what: `${name} está en one-hot ${spanish.shape(shape)}, y sparseCategoricalCrossentropy quiere números de clase: ${spanish.shape([null])}.`,
    advice: `Compila con loss: 'categoricalCrossentropy', o conviértelo: ${name}.argMax(-1).toFloat().`,
  }),
  classCount: ({ name, shape }: DescribedTensor, classes: number) => ({
    what: `${name} distingue ${shape.at(-1)} clases (${spanish.shape(shape)}) y la última capa del modelo tiene ${classes} salidas.`,
    advice: `Dale a la última capa units: ${shape.at(-1)}, o haz las etiquetas con ${classes} clases.`,
  }),
  targetShape: ({ name, shape }: DescribedTensor, expected: Shape) => ({
    what: `La forma de ${name} es ${spanish.shape(shape)} y la salida del modelo es ${spanish.shape(expected)}.`,
    advice: `Cada etiqueta debe medir ${spanish.shape(expected.slice(1))}: cambia ${name} (reshape) o la última capa.`,
  }),
  text: ({ name, shape }: DescribedTensor) => ({
    what: `${name} ${spanish.shape(shape)} es de texto (dtype string): no se puede entrenar con él.`,
    advice: 'Convierte cada texto en un número: clases.indexOf(texto).',
  }),
  nonFinite: ({ name, shape }: DescribedTensor, count: number, sample: number) => ({
    what: `${name} ${spanish.shape(shape)} tiene ${spanish.plural(count, 'valor', 'valores')} NaN o infinito; el primero, en el ejemplo ${sample}.`,
    advice:
      'Con uno solo, todos los pesos acaban en NaN. Busca un dato que falta, una división por 0 o un logaritmo de 0, y corrígelo antes de entrenar.',
  }),
  labelRange: ({ name, shape }: DescribedTensor, found: string, classes: number) => ({
    what: `${name} ${spanish.shape(shape)} tiene la etiqueta ${found}, y con ${classes} clases van de 0 a ${classes - 1}.`,
    advice: `Las clases se numeran desde 0. Corrige ${name}, o dale más salidas (units) a la última capa.`,
  }),
  notInteger: ({ name, shape }: DescribedTensor) => ({
    what: `${name} ${spanish.shape(shape)} tiene etiquetas que no son números enteros.`,
    advice: 'Con sparseCategoricalCrossentropy una etiqueta es el número de su clase: 0, 1, 2…',
  }),
  notProbabilities: ({ name, shape }: DescribedTensor, found: string, loss: string) => ({
    what: `${name} ${spanish.shape(shape)} no son probabilidades: ${found}, y ${loss} las necesita.`,
    advice:
      loss === 'binaryCrossentropy'
        ? 'Usa 0 y 1 como etiquetas.'
        : 'En one-hot, cada fila tiene un 1 y lo demás 0: tf.oneHot(números.toInt(), clases).',
  }),
  pixels: ({ name }: DescribedTensor, from: string, to: string) =>
    `\`${name}\` va de ${from} a ${to}, como los píxeles sin escalar; las redes aprenden mejor con números pequeños. Prueba con \`${name}.div(255)\`, o con \`preprocessInput(${name})\` si la base es EfficientNet-Lite0, y \`mobileNet.preprocessInput(${name})\` si es MobileNet.`,
};

const en: typeof es = {
  notTensor: (name, found) => ({
    what: `${name} has to be a tensor, and is ${{ promise: 'a promise', list: 'a JavaScript list', other: 'something else' }[found]}.`,
    advice:
      found === 'promise'
        ? 'Put await before what computes it.'
        : 'Convert it: tf.tensor2d(rows), tf.tensor1d(numbers) or tf.stack(pictures).',
  }),
  batchAxis: ({ name, shape }, expected) => ({
    what: `${name} lacks the batch axis: its shape is ${english.shape(shape)}, and the model expects ${english.shape(expected)}.`,
    advice: `A single example goes in a batch, too: ${name}.expandDims(0). Several: tf.stack([...]).`,
  }),
  shape: ({ name, shape }, expected) => ({
    what: `The shape of ${name} is ${english.shape(shape)}, and the model’s input is ${english.shape(expected)}.`,
    advice: `Each example has to be ${english.shape(expected.slice(1))}: change ${name} (resize, reshape) or the first layer’s inputShape.`,
  }),
  counts: (xs, ys) => ({
    what: `${xs.name} has ${english.plural(xs.shape[0] ?? 0, 'example', 'examples')} (${english.shape(xs.shape)}), and ${ys.name} has ${ys.shape[0]} (${english.shape(ys.shape)}).`,
    advice:
      'There has to be one label for each example. Is one missing, or was only one of the two filtered?',
  }),
  empty: ({ name, shape }) => ({
    what: `${name} has no examples: its shape is ${english.shape(shape)}.`,
    advice: 'Check that the cell that loads the data has run and found something.',
  }),
  notOneHot: ({ name, shape }, classes) => ({
    what: `${name} holds class numbers ${english.shape(shape)}, and categoricalCrossentropy wants them one-hot: ${english.shape([null, classes])}.`,
    advice: `Convert them with tf.oneHot(${name}.toInt().flatten(), ${classes}), or compile with loss: 'sparseCategoricalCrossentropy'.`,
  }),
  oneHotForSparse: ({ name, shape }) => ({
    what: `${name} is one-hot ${english.shape(shape)}, and sparseCategoricalCrossentropy wants class numbers: ${english.shape([null])}.`,
    advice: `Compile with loss: 'categoricalCrossentropy', or convert it: ${name}.argMax(-1).toFloat().`,
  }),
  classCount: ({ name, shape }, classes) => ({
    what: `${name} tells ${shape.at(-1)} classes apart (${english.shape(shape)}), and the model’s last layer has ${classes} outputs.`,
    advice: `Give the last layer units: ${shape.at(-1)}, or make the labels with ${classes} classes.`,
  }),
  targetShape: ({ name, shape }, expected) => ({
    what: `The shape of ${name} is ${english.shape(shape)}, and the model’s output is ${english.shape(expected)}.`,
    advice: `Each label has to be ${english.shape(expected.slice(1))}: change ${name} (reshape) or the last layer.`,
  }),
  text: ({ name, shape }) => ({
    what: `${name} ${english.shape(shape)} is text (dtype string): nothing can be trained on it.`,
    advice: 'Turn each text into a number: classes.indexOf(text).',
  }),
  nonFinite: ({ name, shape }, count, sample) => ({
    what: `${name} ${english.shape(shape)} has ${english.plural(count, 'value that is', 'values that are')} NaN or infinite; the first is in example ${sample}.`,
    advice:
      'A single one turns all weights into NaN. Look for a missing value, a division by 0 or a logarithm of 0, and mend it before training.',
  }),
  labelRange: ({ name, shape }, found, classes) => ({
    what: `${name} ${english.shape(shape)} has the label ${found}, and with ${classes} classes they go from 0 to ${classes - 1}.`,
    advice: `Classes are counted from 0. Mend ${name}, or give the last layer more outputs (units).`,
  }),
  notInteger: ({ name, shape }) => ({
    what: `${name} ${english.shape(shape)} has labels that are not whole numbers.`,
    advice: 'With sparseCategoricalCrossentropy a label is the number of its class: 0, 1, 2…',
  }),
  notProbabilities: ({ name, shape }, found, loss) => ({
    what: `${name} ${english.shape(shape)} are no probabilities: ${found}, and ${loss} needs them.`,
    advice:
      loss === 'binaryCrossentropy'
        ? 'Use 0 and 1 as labels.'
        : 'One-hot, each row has a single 1 and 0 otherwise: tf.oneHot(numbers.toInt(), classes).',
  }),
  pixels: ({ name }, from, to) =>
    `\`${name}\` goes from ${from} to ${to}, as pixels do that nobody scaled; networks learn better from small numbers. Try \`${name}.div(255)\`, or \`preprocessInput(${name})\` where the backbone is EfficientNet-Lite0, and \`mobileNet.preprocessInput(${name})\` where it is MobileNet.`,
};

/** Messages about invalid training data; each names the tensor, its shape and a fix. */
export const checkWords = defineWords({ es, en });
