import { formatFor } from '../../../shared/format.ts';
import { defineWords } from '../../../shared/words.ts';

const spanish = formatFor('es');
const english = formatFor('en');

const es = {
  layersSentence: (blocks: number, frozen: string) =>
    `${spanish.plural(blocks, 'bloque', 'bloques')} de la entrada a la salida; congelados: ${frozen}.`,
  layersOf: (model: string) => `Capas de ${model}`,
  freezeTo: 'Congelar hasta aquí',
  unfreezeFrom: 'Descongelar desde aquí',
  output: (shape: string) => `salida ${shape}`,
  parameters: (count: number) => spanish.plural(count, 'parámetro', 'parámetros'),
  waiting: 'Se aplicará cuando termine la celda en marcha.',
  gone: 'Este modelo ya no existe. Ejecuta otra vez la celda que lo crea y esta.',
  lost: 'El motor de la lección se reinició y este modelo se perdió. Ejecuta las celdas de nuevo desde arriba.',
  compiled: {
    fits: 'Compilado con estas capas: el próximo `fit` entrena las entrenables.',
    stale:
      'Falta compilar: llama a `model.compile({ … })` antes de entrenar. Hasta entonces no cuenta lo que has descongelado.',
    never: 'Todavía sin compilar: llama a `model.compile({ … })` antes de entrenar.',
  },
  sameInCode: 'Lo mismo en TypeScript:',
  copyCode: 'Copiar código',
  copiedCode: 'Copiado.',
  moved: (moved: string, all: string) => `Capas que se movieron: ${moved} de ${all}.`,
  nothingMoved: 'Ninguna capa se movió: los pesos son exactamente los de antes.',
  movedMost: (layer: string, change: string) => `La que más, ${layer}: ${change}.`,
  stayed: (frozen: string) => `Congeladas y exactamente en 0: ${frozen}.`,
  movedMeasure: 'Cambio relativo desde que empezó el último fit: ‖w − w₀‖ / ‖w₀‖',
  movedColumns: ['Capa', 'Cambio', 'Estado'],
  fromTo: (first: string, last: string, count: number) =>
    `${first} … ${last} (${spanish.plural(count, 'capa', 'capas')})`,
  fromZero: 'desde cero',
};

const en: typeof es = {
  layersSentence: (blocks, frozen) =>
    `${english.plural(blocks, 'block', 'blocks')} from input to output; frozen: ${frozen}.`,
  layersOf: (model) => `Layers of ${model}`,
  freezeTo: 'Freeze up to here',
  unfreezeFrom: 'Thaw from here on',
  output: (shape) => `output ${shape}`,
  parameters: (count) => english.plural(count, 'parameter', 'parameters'),
  waiting: 'It takes effect when the running cell ends.',
  gone: 'This model is no more. Run the cell that makes it again, and this one.',
  lost: 'The lesson’s engine restarted, and this model was lost. Run the cells again from the top.',
  compiled: {
    fits: 'Compiled with these layers: the next `fit` trains the trainable ones.',
    stale:
      'Not compiled since: call `model.compile({ … })` before training. Until then, what you thawed does not count.',
    never: 'Not compiled yet: call `model.compile({ … })` before training.',
  },
  sameInCode: 'The same in TypeScript:',
  copyCode: 'Copy code',
  copiedCode: 'Copied.',
  moved: (moved, all) => `Layers that moved: ${moved} of ${all}.`,
  nothingMoved: 'No layer moved: the weights are exactly what they were.',
  movedMost: (layer, change) => `The most, ${layer}: ${change}.`,
  stayed: (frozen) => `Frozen, and exactly at 0: ${frozen}.`,
  movedMeasure: 'Relative change since the last fit began: ‖w − w₀‖ / ‖w₀‖',
  movedColumns: ['Layer', 'Change', 'State'],
  fromTo: (first, last, count) => `${first} … ${last} (${english.plural(count, 'layer', 'layers')})`,
  fromZero: 'from zero',
};

/** The texts of the views of transfer learning. Code is between backticks. */
export const transferViewWords = defineWords({ es, en });
