import type { Language } from '../../../shared/language.ts';

interface TransferViewWords {
  readonly layersSentence: (blocks: string, frozen: string) => string;
  readonly layersOf: (model: string) => string;
  readonly freezeTo: string;
  readonly thawFrom: string;
  readonly output: (shape: string) => string;
  readonly parameters: (count: string) => string;
  readonly waiting: string;
  readonly gone: string;
  readonly lost: string;
  readonly compiled: Readonly<Record<'fits' | 'stale' | 'never', string>>;
  readonly sameInCode: string;
  readonly copyCode: string;
  readonly copiedCode: string;
  readonly moved: (moved: string, all: string) => string;
  readonly nothingMoved: string;
  readonly movedMost: (layer: string, change: string) => string;
  readonly stayed: (frozen: string) => string;
  readonly movedMeasure: string;
  readonly movedColumns: readonly [layer: string, change: string, state: string];
  readonly fromTo: (first: string, last: string, count: string) => string;
  readonly fromZero: string;
  readonly right: (right: string, all: string, share: string) => string;
  readonly worst: (count: string) => string;
  readonly toldRight: (name: string, probability: string) => string;
  readonly toldWrong: (predicted: string, probability: string, label: string) => string;
  readonly loss: (loss: string) => string;
  readonly example: (name: string) => string;
}

/** What the views of transfer learning say. Between backticks stands code. */
export const transferViewWords: Readonly<Record<Language, TransferViewWords>> = {
  es: {
    layersSentence: (blocks, frozen) => `${blocks} bloques de la entrada a la salida; congelados: ${frozen}.`,
    layersOf: (model) => `Capas de ${model}`,
    freezeTo: 'Congelar hasta aquí',
    thawFrom: 'Descongelar desde aquí',
    output: (shape) => `salida ${shape}`,
    parameters: (count) => `${count} parámetros`,
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
    moved: (moved, all) => `Capas que se movieron: ${moved} de ${all}.`,
    nothingMoved: 'Ninguna capa se movió: los pesos son exactamente los de antes.',
    movedMost: (layer, change) => `La que más, ${layer}: ${change}.`,
    stayed: (frozen) => `Congeladas y exactamente en 0: ${frozen}.`,
    movedMeasure: 'Cambio relativo desde que empezó el último fit: ‖w − w₀‖ / ‖w₀‖',
    movedColumns: ['Capa', 'Cambio', 'Estado'],
    fromTo: (first, last, count) => `${first} … ${last} (${count} capas)`,
    fromZero: 'desde cero',
    right: (right, all, share) => `${right} de ${all} ejemplos bien clasificados: exactitud ${share}.`,
    worst: (count) => `Los ${count} con más pérdida, el peor primero:`,
    toldRight: (name, probability) => `acierta: ${name} (${probability})`,
    toldWrong: (predicted, probability, label) => `dice ${predicted} (${probability}); es ${label}`,
    loss: (loss) => `pérdida ${loss}`,
    example: (name) => `Ejemplo ${name}`,
  },
  en: {
    layersSentence: (blocks, frozen) => `${blocks} blocks from input to output; frozen: ${frozen}.`,
    layersOf: (model) => `Layers of ${model}`,
    freezeTo: 'Freeze up to here',
    thawFrom: 'Thaw from here on',
    output: (shape) => `output ${shape}`,
    parameters: (count) => `${count} parameters`,
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
    fromTo: (first, last, count) => `${first} … ${last} (${count} layers)`,
    fromZero: 'from zero',
    right: (right, all, share) => `${right} of ${all} examples told right: accuracy ${share}.`,
    worst: (count) => `The ${count} of the highest loss, the worst first:`,
    toldRight: (name, probability) => `right: ${name} (${probability})`,
    toldWrong: (predicted, probability, label) => `says ${predicted} (${probability}); it is ${label}`,
    loss: (loss) => `loss ${loss}`,
    example: (name) => `Example ${name}`,
  },
};
