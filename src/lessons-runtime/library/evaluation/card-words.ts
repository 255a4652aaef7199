import { formatFor } from '../../shared/format.ts';
import { defineWords } from '../../shared/words.ts';

const spanish = formatFor('es');
const english = formatFor('en');

const es = {
  title: (name: string) => `Ficha del modelo ${name}`,
  author: 'Autor',
  date: 'Fecha',
  purpose: 'Para qué sirve',
  limits: 'Para qué no sirve',
  /** Stands in place of each option that was left out. */
  missing: '(falta escribirlo)',
  input: 'Entrada',
  preprocessing: (how: string) => `Preprocesado de los píxeles, de 0 a 255: ${how}`,
  output: 'Salida: una probabilidad por clase',
  base: 'Base',
  parameters: (all: number, trained: number) =>
    `Parámetros: ${spanish.count(all)}, de los que se entrenaron ${spanish.count(trained)}`,
  data: 'Datos de entrenamiento',
  examples: (name: string, count: number) => `${name}: ${spanish.plural(count, 'ejemplo', 'ejemplos')}`,
  accuracy: 'Exactitud con ejemplos que no vio al entrenar',
  overall: (right: number, total: number, share: number, low: number, high: number) =>
    `${spanish.count(right)} de ${spanish.count(total)}, un ${spanish.percent(share, 0)}. Con tan pocos ejemplos, la exactitud de verdad puede estar entre un ${spanish.percent(low, 0)} y un ${spanish.percent(high, 0)} (intervalo de Wilson, ${spanish.percent(0.95)})`,
  ofClass: (name: string, right: number, total: number) =>
    `${name}: ${spanish.count(right)} de ${spanish.count(total)}`,
  confusions: 'Qué confunde',
  confused: (label: string, predicted: string, count: number) =>
    `dice «${predicted}» ante ${label}: ${spanish.plural(count, 'vez', 'veces')}`,
  noConfusion: 'Ninguna confusión en estos ejemplos; con otros puede haberlas',
  few: (total: number) =>
    `Se midió con ${spanish.count(total)} ejemplos. Menos de 30 dan una idea, no una medida: añade fotos y repite.`,
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
  parameters: (all, trained) =>
    `Parameters: ${english.count(all)}, of which ${english.count(trained)} were trained`,
  data: 'Training data',
  examples: (name, count) => `${name}: ${english.plural(count, 'example', 'examples')}`,
  accuracy: 'Accuracy on examples that it did not see while training',
  overall: (right, total, share, low, high) =>
    `${english.count(right)} of ${english.count(total)}, ${english.percent(share, 0)}. With so few examples the true accuracy may be anywhere from ${english.percent(low, 0)} to ${english.percent(high, 0)} (Wilson interval, ${english.percent(0.95)})`,
  ofClass: (name, right, total) => `${name}: ${english.count(right)} of ${english.count(total)}`,
  confusions: 'What it confuses',
  confused: (label, predicted, count) =>
    `says “${predicted}” to ${label}: ${count === 1 ? 'once' : `${english.count(count)} times`}`,
  noConfusion: 'No confusion among these examples; there may be with others',
  few: (total) =>
    `It was measured with ${english.count(total)} examples. Fewer than 30 give an idea, not a measure: add photos and repeat.`,
  notReport: {
    what: 'modelCard needs the result of accuracyReport.',
    advice:
      'const report = await accuracyReport(model, xs, ys, { classNames }); and then modelCard(model, { report, … }).',
  },
};

/** The texts of a model card, in Markdown. */
export const cardWords = defineWords({ es, en });
