import { formatFor } from '../../shared/format.ts';
import { defineWords } from '../../shared/words.ts';

/** The match of a pattern with a warning: the matched text, then the groups. */
type Match = readonly (string | undefined)[];

/** The text for the learner; `null` to show the library's own text, which is in English. */
type Warning = string | null;

const original = (): Warning => null;

const spanish = formatFor('es');

const es = {
  trainingRanOut: ([, done, needed]: Match): Warning =>
    `Los datos se acabaron tras ${spanish.plural(Number(done), 'lote', 'lotes')}, y el entrenamiento termina antes de tiempo. Hacen falta ${spanish.plural(Number(needed), 'lote', 'lotes')} (batchesPerEpoch × epochs): repite los datos con .repeat() o pide menos.`,
  evaluationRanOut: ([, needed]: Match): Warning =>
    `evaluateDataset pedía ${spanish.plural(Number(needed), 'lote', 'lotes')}, y los datos se acabaron antes. Repite los datos con .repeat() o pide menos lotes.`,
  noMetric: ([, metric, known]: Match): Warning =>
    `earlyStopping vigila «${metric}», y este entrenamiento no tiene esa medida. Tiene: ${known}.`,
  noMode: ([, mode]: Match): Warning => `earlyStopping no conoce el modo «${mode}»: usa «auto».`,
  outputWithoutLoss: ([, output]: Match): Warning =>
    `La salida «${output}» no tiene pérdida en compile: se supone que es a propósito, y no se entrena.`,
  repeatedOutputs: ([, outputs]: Match): Warning =>
    `El modelo recibe alguna salida repetida: ${outputs}. Pasa cada una solo una vez.`,
  otherRank: ([, found, expected, layer]: Match): Warning =>
    `La entrada tiene la forma ${found}, y la capa «${layer}» espera ${expected}: no tienen las mismas dimensiones.`,
  otherShape: ([, found, layer, expected]: Match): Warning =>
    `La entrada tiene la forma ${found}, y la capa «${layer}» espera ${expected}.`,
  orthogonal: ([, size]: Match): Warning =>
    `El inicializador ortogonal tiene que preparar ${spanish.count(Number(size))} números: puede tardar. «heNormal» y «glorotUniform» son rápidos.`,
  gpuMemory: ([, size]: Match): Warning =>
    `La GPU tiene ocupados ${size} MB: lo más probable es que queden tensores sin liberar. Usa tf.tidy o dispose.`,
  noBackend: ([, backend]: Match): Warning => `No se pudo preparar el motor «${backend}».`,
  promiseInTidy: (): Warning =>
    'La función que recibe tf.tidy no puede ser async ni devolver una promesa: espera con await fuera de tidy.',
};

const en: typeof es = {
  trainingRanOut: original,
  evaluationRanOut: original,
  noMetric: original,
  noMode: original,
  outputWithoutLoss: original,
  repeatedOutputs: original,
  otherRank: original,
  otherShape: original,
  orthogonal: original,
  gpuMemory: original,
  noBackend: original,
  promiseInTidy: original,
};

/** Words for the warnings of tfjs 4.22 that a learner's code can cause. */
export const warningWords = defineWords({ es, en });
