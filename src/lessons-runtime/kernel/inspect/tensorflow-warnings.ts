import type { Language } from '../../shared/language.ts';

interface LibraryText {
  readonly pattern: RegExp;
  readonly spanish: (match: readonly string[]) => string;
}

/** What tfjs 4.22 warns of where a learner's code is the cause. */
const texts: readonly LibraryText[] = [
  {
    pattern:
      /^You provided `batchesPerEpoch` as \d+, but your dataset iterator ran out of data after (\d+) batches;.*in this case, (\d+) batches/,
    spanish: ([, done, needed]) =>
      `Los datos se acabaron tras ${done} lotes, y el entrenamiento termina antes de tiempo. Hacen falta ${needed} lotes (batchesPerEpoch × epochs): repite los datos con .repeat() o pide menos.`,
  },
  {
    pattern: /^Your dataset iterator ran out of data during evaluateDataset\(\).*in this case, (\d+) batches/,
    spanish: ([, needed]) =>
      `Los datos se acabaron antes de los ${needed} lotes que evaluateDataset pedía. Repite los datos con .repeat() o pide menos lotes.`,
  },
  {
    pattern: /^Metric for EarlyStopping (\S+) is not available\. Available metrics are: (.*)$/,
    spanish: ([, metric, known]) =>
      `earlyStopping vigila «${metric}», y este entrenamiento no tiene esa medida. Tiene: ${known}.`,
  },
  {
    pattern: /^EarlyStopping mode '(.*)' is invalid\./,
    spanish: ([, mode]) => `earlyStopping no conoce el modo «${mode}»: usa «auto».`,
  },
  {
    pattern: /^Output "(.*)" is missing from loss dictionary\./,
    spanish: ([, output]) =>
      `La salida «${output}» no tiene pérdida en compile: se supone que es a propósito, y no se entrena.`,
  },
  {
    pattern: /^The list of outputs passed to the model is redundant\..*Found: (.*)$/,
    spanish: ([, outputs]) =>
      `El modelo recibe alguna salida repetida: ${outputs}. Da cada una una sola vez.`,
  },
  {
    pattern:
      /^The rank of the input tensor provided \(shape: (.*)\) does not match that of the batchInputShape \((.*)\) of the layer (\S+)$/,
    spanish: ([, found, expected, layer]) =>
      `La entrada tiene la forma ${found}, y la capa «${layer}» espera ${expected}: no tienen las mismas dimensiones.`,
  },
  {
    pattern: /^The shape of the input tensor \((.*)\) does not match the expectation of layer (\S+): (.*)$/,
    spanish: ([, found, layer, expected]) =>
      `La entrada tiene la forma ${found}, y la capa «${layer}» espera ${expected}.`,
  },
  {
    pattern: /^Orthogonal initializer is being called on a matrix with more than \d+ \((\d+)\) elements/,
    spanish: ([, size]) =>
      `El inicializador ortogonal tiene que preparar ${size} números: puede tardar. «heNormal» y «glorotUniform» son rápidos.`,
  },
  {
    pattern: /^High memory usage in GPU: (\S+) MB/,
    spanish: ([, size]) =>
      `La GPU tiene ocupados ${size} MB: lo más probable es que queden tensores sin liberar. Usa tf.tidy o dispose.`,
  },
  {
    pattern: /^Initialization of backend (\S+) failed$/,
    spanish: ([, backend]) => `No se pudo preparar el motor «${backend}».`,
  },
  {
    pattern: /^Cannot return a Promise inside of tidy\.$/,
    spanish: () =>
      'La función que recibe tf.tidy no puede ser async ni devolver una promesa: espera con await fuera de tidy.',
  },
];

/** What a library warned of, in the page's language where there are words for it. */
export function libraryText(text: string, language: Language): string {
  if (language === 'en') return text;
  for (const { pattern, spanish } of texts) {
    const match = pattern.exec(text);
    if (match !== null) return spanish(match);
  }
  return text;
}
