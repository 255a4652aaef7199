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

/** Labels of a training's values, shared by the worker's charts and tables and by the page. */
export const trainingWords = defineWords({ es, en });
