import { formatFor } from '../shared/format.ts';
import { defineWords } from '../shared/words.ts';
import type { Shape } from './shape.ts';

const spanish = formatFor('es');
const english = formatFor('en');

const es = {
  notTrained: {
    what: 'Este modelo todavía no se ha entrenado aquí: no hay un antes con el que comparar.',
    advice: 'Entrénalo con await model.fit(…) y llama después a whatMoved(model).',
  },
  perClass: 'Exactitud por clase',
  reportTensors: {
    what: 'accuracyReport necesita dos tensores: los ejemplos y sus etiquetas.',
    advice: 'accuracyReport(model, xs, ys, { classNames: [...] }). ¿Falta un await en lo que los calcula?',
  },
  reportCounts: (xs: number, ys: number) => ({
    what: `Hay ${spanish.plural(xs, 'ejemplo', 'ejemplos')} y ${spanish.plural(ys, 'etiqueta', 'etiquetas')}.`,
    advice: 'Tiene que haber una etiqueta por ejemplo, y al menos un ejemplo.',
  }),
  reportOutput: (shape: Shape) => ({
    what: `La salida del modelo tiene la forma ${spanish.shape(shape)}, y no es la de un clasificador.`,
    advice: 'Su última capa tiene que dar una fila de probabilidades por ejemplo: [n, clases].',
  }),
  reportLabels: (shape: Shape, classes: number) => ({
    what: `Las etiquetas ${spanish.shape(shape)} no encajan con las ${classes} clases del modelo.`,
    advice: `Pueden ser números de clase de 0 a ${classes - 1}, ${spanish.shape([null])}, o filas one-hot, ${spanish.shape([null, classes])}.`,
  }),
  reportNames: (names: number, classes: number) => ({
    what: `classNames tiene ${spanish.plural(names, 'nombre', 'nombres')} y el modelo distingue ${spanish.plural(classes, 'clase', 'clases')}.`,
    advice: 'Da un nombre por clase, en el orden de las salidas del modelo.',
  }),
  oneClassReported: (total: number, name: string) =>
    `El modelo dice «${name}» a los ${total} ejemplos, sean lo que sean: no distingue nada todavía. Mira si la pérdida bajó al entrenar y si los datos pasan por el mismo preprocesado que entonces.`,
  tasks: {
    what: 'watchTasks necesita una tarea por nombre: { nombre: [xs, ys] }, o [xs, ys, model].',
    advice: "Por ejemplo: watchTasks({ 'antigua': [xsOld, ysOld], 'nueva': [xsNew, ysNew] }).",
  },
  tasksTitle: 'Exactitud en cada tarea',
  tasksX: 'Época (0: antes de entrenar)',
  splits: (strategies: number, splits: number) => ({
    what: `showSplits necesita las exactitudes de cada estrategia, de 0 a 1: hasta ${strategies} estrategias y ${splits} repartos.`,
    advice: 'Por ejemplo: showSplits({ frozen: [0.7, 0.72], finetuned: [0.75, 0.8] }, { splits: 5 }).',
  }),
  splitsTitle: 'Exactitud en cada reparto',
};

const en: typeof es = {
  notTrained: {
    what: 'This model has not been trained here yet: there is no before to compare with.',
    advice: 'Train it with await model.fit(…), and call whatMoved(model) after that.',
  },
  perClass: 'Accuracy by class',
  reportTensors: {
    what: 'accuracyReport needs two tensors: the examples and their labels.',
    advice: 'accuracyReport(model, xs, ys, { classNames: [...] }). Does what computes them lack an await?',
  },
  reportCounts: (xs, ys) => ({
    what: `There are ${english.plural(xs, 'example', 'examples')} and ${english.plural(ys, 'label', 'labels')}.`,
    advice: 'There has to be one label for each example, and at least one example.',
  }),
  reportOutput: (shape) => ({
    what: `The model’s output has the shape ${english.shape(shape)}, which is not a classifier’s.`,
    advice: 'Its last layer has to give a row of probabilities for each example: [n, classes].',
  }),
  reportLabels: (shape, classes) => ({
    what: `The labels ${english.shape(shape)} do not fit the model’s ${classes} classes.`,
    advice: `They can be class numbers from 0 to ${classes - 1}, ${english.shape([null])}, or one-hot rows, ${english.shape([null, classes])}.`,
  }),
  reportNames: (names, classes) => ({
    what: `classNames has ${english.plural(names, 'name', 'names')}, and the model tells ${english.plural(classes, 'class', 'classes')} apart.`,
    advice: 'Give a name for each class, in the order of the model’s outputs.',
  }),
  oneClassReported: (total, name) =>
    `The model says “${name}” to all ${total} examples, whatever they are: it tells nothing apart yet. Look whether the loss fell in training, and whether the data is preprocessed as it was then.`,
  tasks: {
    what: 'watchTasks needs a task for each name: { name: [xs, ys] }, or [xs, ys, model].',
    advice: "For example: watchTasks({ 'old': [xsOld, ysOld], 'new': [xsNew, ysNew] }).",
  },
  tasksTitle: 'Accuracy on each task',
  tasksX: 'Epoch (0: before training)',
  splits: (strategies, splits) => ({
    what: `showSplits needs the accuracies of each strategy, from 0 to 1: up to ${strategies} strategies and ${splits} splits.`,
    advice: 'For example: showSplits({ frozen: [0.7, 0.72], finetuned: [0.75, 0.8] }, { splits: 5 }).',
  }),
  splitsTitle: 'Accuracy on each split',
};

/** Texts of the panels for transfer learning that the worker shows. Backticks in a sentence mark code. */
export const transferWords = defineWords({ es, en });
