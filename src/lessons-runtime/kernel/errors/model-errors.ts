import type { ErrorText } from './error-text.ts';
import { unknownNames } from './unknown-names.ts';

/** A shape as tfjs writes it, the batch's size as a question mark: `[null,4]` is `[?, 4]`. */
function shape(text = ''): string {
  const sizes = text.replace(/[[\]]/g, '').split(',');
  return `[${sizes.map((size) => (size === '' || size === 'null' || size === '*' ? '?' : size)).join(', ')}]`;
}

/** What tfjs says of layers, models and tensors (4.22). The first pattern that fits speaks. */
export const modelErrors: readonly ErrorText[] = [
  ...unknownNames,
  {
    pattern: /Expected (.+) to be a positive integer, but got (.+?)\.?$/,
    spanish: ([, name, found]) => `«${name}» ha de ser un entero positivo, y es ${found}.`,
    text: {
      es: ([, name]) =>
        `Da a «${name}» un número entero de 1 en adelante. Si es undefined, falta ponerlo o su nombre está mal escrito.`,
      en: ([, name]) =>
        `Give “${name}” a whole number from 1 on. If it is undefined, it is missing or its name is misspelt.`,
    },
  },
  {
    pattern: /expected config\.(\w+) to be .+ but got (.+?)\.?$|required key '(\w+)' not in config/,
    spanish: ([, name, , key]) => `A la capa le falta «${name ?? key}».`,
    text: {
      es: ([, name, , key]) => `Ponlo entre las opciones de la capa: { ${name ?? key}: … }.`,
      en: ([, name, , key]) => `Put it among the layer’s options: { ${name ?? key}: … }.`,
    },
  },
  {
    pattern:
      /Error when checking .*: expected (\S+) to have (?:shape (\[[^\]]*\])|(\d+) dimension\(s\)).* got array with shape (\[[^\]]*\])/,
    spanish: ([, , wanted, rank, found]) =>
      `El modelo espera ${wanted === undefined ? `${rank} dimensiones` : `la forma ${shape(wanted)}`} y recibió ${shape(found)}.`,
    text: {
      es: ([, , wanted, rank, found]) =>
        `Espera ${wanted === undefined ? `${rank} dimensiones` : shape(wanted)}, donde ? es el número de ejemplos, y recibió ${shape(found)}. Si falta la primera dimensión, añádela con expandDims(0).`,
      en: ([, , wanted, rank, found]) =>
        `It expects ${wanted === undefined ? `${rank} dimensions` : shape(wanted)}, where ? is the number of examples, and got ${shape(found)}. If the first dimension is missing, add it with expandDims(0).`,
    },
  },
  {
    pattern: /target expected .* has shape (\[[^\]]*\]).*each with shape (\[[^\]]*\])/,
    spanish: ([, wanted, found]) =>
      `Las etiquetas no encajan con la salida: cada una ha de tener la forma ${shape(wanted)} y tiene ${shape(found)}.`,
    text: {
      es: () =>
        'La última capa da un número por clase, y cada etiqueta ha de tener los mismos. Si tus etiquetas son números de clase, pásalas por tf.oneHot; si no, mira units de la última capa.',
      en: () =>
        'The last layer gives one number for each class, and each label has to have as many. If your labels are class numbers, use tf.oneHot; otherwise look at the units of the last layer.',
    },
  },
  {
    pattern: /same number of samples.*Found (\d+) input.*and (\d+) target/,
    spanish: ([, inputs, targets]) => `Hay ${inputs} ejemplos y ${targets} etiquetas.`,
    text: {
      es: () => 'Cada ejemplo lleva una etiqueta: comprueba la primera dimensión de los dos tensores.',
      en: () => 'Each example goes with one label: check the first dimension of both tensors.',
    },
  },
  {
    pattern: /incompatible with layer (\S+): expected (?:min_|max_)?ndim=(\d+), found ndim=(\d+)/,
    spanish: ([, layer, wanted, found]) =>
      `La capa «${layer}» espera ${wanted} dimensiones y recibe ${found}.`,
    text: {
      es: ([, , wanted, found]) =>
        `Cuenta el lote como una: espera ${wanted} y recibe ${found}. Una imagen es [alto, ancho, canales]; antes de una capa densa va flatten.`,
      en: ([, , wanted, found]) =>
        `The batch counts as one: it expects ${wanted} and gets ${found}. A picture is [height, width, channels]; flatten comes before a dense layer.`,
    },
  },
  {
    pattern:
      /incompatible with layer (\S+): expected axis (-?\d+) of input shape to have value (\d+) but got shape (\S+?)\.?$/,
    spanish: ([, layer, , wanted, found]) =>
      `La capa «${layer}» espera ${wanted} valores en un eje, y recibe la forma ${shape(found)}.`,
    text: {
      es: () =>
        'Una capa recuerda el tamaño de su primera entrada. Compara la salida de la capa anterior con lo que esta espera.',
      en: () =>
        'A layer remembers the size of its first input. Compare the output of the layer before with what this one expects.',
    },
  },
  {
    pattern: /needs to be compiled|must compile a model/,
    spanish: () => 'El modelo está sin compilar.',
    text: {
      es: () => 'Llama antes a model.compile({ optimizer, loss, metrics }).',
      en: () => 'Call model.compile({ optimizer, loss, metrics }) first.',
    },
  },
  {
    pattern: /one entry per model output.*passed loss=/,
    spanish: () => 'A compile le falta la pérdida (loss).',
    text: {
      es: () => 'Añade loss, por ejemplo loss: "meanSquaredError".',
      en: () => 'Add loss, for example loss: "meanSquaredError".',
    },
  },
  {
    pattern: /another fit\(\) call is ongoing/,
    spanish: () => 'Este modelo ya se está entrenando.',
    text: {
      es: () => 'Pon await delante de fit, para esperar a que acabe, o detén el entrenamiento anterior.',
      en: () => 'Put await before fit, so that it is waited for, or stop the training before.',
    },
  },
  {
    pattern: /model is empty|There are no layers in the model/,
    spanish: () => 'El modelo no tiene capas.',
    text: {
      es: () => 'Añade capas con model.add antes de usarlo.',
      en: () => 'Add layers with model.add before you use it.',
    },
  },
  {
    pattern: /No such layer: (.*)$/,
    spanish: ([, name]) => `El modelo no tiene ninguna capa «${name}».`,
    text: {
      es: () => 'Mira sus nombres con model.summary(). Cuentan las mayúsculas.',
      en: () => 'See their names with model.summary(). Capitals count.',
    },
  },
  {
    pattern: /Argument '(\w+)' passed to '(\w+)' must be a Tensor or TensorLike, but got '(.+)'/,
    spanish: ([, , operation, found]) =>
      `«${operation}» necesita un tensor, y recibió ${found === 'null' ? 'algo sin valor' : `«${found}»`}.`,
    text: {
      es: ([, , , found]) =>
        found === 'Promise'
          ? 'Falta un await delante de lo que le pasas.'
          : 'Mira si lo que le pasas tiene valor, y si su nombre está bien escrito.',
      en: ([, , , found]) =>
        found === 'Promise'
          ? 'An await is missing before what you pass to it.'
          : 'See whether what you pass to it has a value, and whether its name is spelt right.',
    },
  },
  {
    pattern: /^(?:\w|shape)\.(?:forEach|map|slice|reduce) is not a function/,
    spanish: () => 'Se esperaba una lista, y se pasó otra cosa.',
    text: {
      es: () => 'Una forma va entre corchetes, en una sola lista: tf.zeros([2, 3]), no tf.zeros(2, 3).',
      en: () =>
        'A list was expected. A shape goes between brackets, as one list: tf.zeros([2, 3]), not tf.zeros(2, 3).',
    },
  },
  {
    pattern: /provided shape, (\[[^\]]*\]), the tensor should have (\d+) values but has (\d+)/,
    spanish: ([, wanted, count, found]) => `La forma ${shape(wanted)} pide ${count} valores, y hay ${found}.`,
    text: {
      es: () => 'Multiplica los números de la forma: ha de salir la cantidad de valores.',
      en: () => 'Multiply the numbers of the shape: that has to give how many values there are.',
    },
  },
  {
    pattern: /Size\((\d+)\) must match the product of shape (\S+)/,
    spanish: ([, count, wanted]) => `No caben ${count} valores en la forma ${shape(wanted)}.`,
    text: {
      es: () =>
        'reshape no cambia cuántos valores hay: multiplica los números de la forma nueva, o pon −1 en uno para que se calcule.',
      en: () =>
        'reshape does not change how many values there are: multiply the numbers of the new shape, or put −1 in one of them to have it worked out.',
    },
  },
  {
    pattern: /inner shapes \((\d+)\) and \((\d+)\)/,
    spanish: ([, columns, rows]) =>
      `matMul no puede multiplicar: el primero tiene ${columns} columnas y el segundo ${rows} filas.`,
    text: {
      es: () =>
        'Las formas no encajan: las columnas del primero han de ser tantas como las filas del segundo. Quizá falte transpose().',
      en: () =>
        'The shapes do not fit: the first needs as many columns as the second has rows. Perhaps transpose() is missing.',
    },
  },
];
