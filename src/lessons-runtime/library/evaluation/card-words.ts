import { defineWords } from '../../shared/words.ts';

const es = {
  title: (name: string) => `Ficha del modelo ${name}`,
  author: 'Autor',
  date: 'Fecha',
  purpose: 'Para qué sirve',
  limits: 'Para qué no sirve',
  /** In the place of what the author left out. */
  missing: '(falta escribirlo)',
  input: 'Entrada',
  preprocessing: (how: string) => `Preprocesado de los píxeles, de 0 a 255: ${how}`,
  output: 'Salida: una probabilidad por clase',
  base: 'Base',
  parameters: (all: string, trained: string) => `Parámetros: ${all}, de los que se entrenaron ${trained}`,
  data: 'Datos de entrenamiento',
  examples: (name: string, count: number) => `${name}: ${count === 1 ? '1 ejemplo' : `${count} ejemplos`}`,
  accuracy: 'Exactitud con ejemplos que no vio al entrenar',
  overall: (right: number, total: number, share: string, low: string, high: string) =>
    `${right} de ${total}, un ${share} %. Con tan pocos ejemplos, la exactitud de verdad puede estar entre un ${low} % y un ${high} % (intervalo de Wilson, 95 %)`,
  ofClass: (name: string, right: number, total: number) => `${name}: ${right} de ${total}`,
  confusions: 'Qué confunde',
  confused: (label: string, predicted: string, count: number) =>
    `dice «${predicted}» ante ${label}: ${count} ${count === 1 ? 'vez' : 'veces'}`,
  noConfusion: 'Ninguna confusión en estos ejemplos; con otros puede haberlas',
  few: (total: number) =>
    `Se midió con ${total} ejemplos. Menos de 30 dan una idea, no una medida: añade fotos y repite.`,
  notReport: {
    what: 'modelCard necesita el resultado de accuracyReport.',
    advice:
      'const report = await accuracyReport(model, xs, ys, { classNames }); y después modelCard(model, { report, … }).',
  },
};

const en: typeof es = {
  title: (name) => `Model card of ${name}`,
  author: 'Author',
  date: 'Date',
  purpose: 'What it is for',
  limits: 'What it is not for',
  missing: '(still to be written)',
  input: 'Input',
  preprocessing: (how) => `Preprocessing of the pixels, from 0 to 255: ${how}`,
  output: 'Output: one probability per class',
  base: 'Backbone',
  parameters: (all, trained) => `Parameters: ${all}, of which ${trained} were trained`,
  data: 'Training data',
  examples: (name, count) => `${name}: ${count === 1 ? '1 example' : `${count} examples`}`,
  accuracy: 'Accuracy on examples that it did not see while training',
  overall: (right, total, share, low, high) =>
    `${right} of ${total}, ${share} %. With so few examples the true accuracy may be anywhere from ${low} % to ${high} % (Wilson interval, 95 %)`,
  ofClass: (name, right, total) => `${name}: ${right} of ${total}`,
  confusions: 'What it confuses',
  confused: (label, predicted, count) =>
    `says “${predicted}” to ${label}: ${count === 1 ? 'once' : `${count} times`}`,
  noConfusion: 'No confusion among these examples; there may be with others',
  few: (total) =>
    `It was measured with ${total} examples. Fewer than 30 give an idea, not a measure: add photos and repeat.`,
  notReport: {
    what: 'modelCard needs the result of accuracyReport.',
    advice:
      'const report = await accuracyReport(model, xs, ys, { classNames }); and then modelCard(model, { report, … }).',
  },
};

/** What a model card says, in the page's language; Markdown. */
export const cardWords = defineWords({ es, en });
