import { defineWords } from '../shared/words.ts';

const es = {
  epoch: 'Época',
  epochs: 'Épocas',
  accuracy: 'Exactitud',
  valAccuracy: 'Exactitud en validación',
  confusionMatrix: 'Matriz de confusión',
};

const en: typeof es = {
  epoch: 'Epoch',
  epochs: 'Epochs',
  accuracy: 'Accuracy',
  valAccuracy: 'Validation accuracy',
  confusionMatrix: 'Confusion matrix',
};

/** What is told of a training, by the same names in the worker's charts and tables and on the page. */
export const trainingWords = defineWords({ es, en });
