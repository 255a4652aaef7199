import { formatFor } from '../../../shared/format.ts';
import { defineWords } from '../../../shared/words.ts';

const spanish = formatFor('es');
const english = formatFor('en');

const es = {
  accuracy: 'exactitud',
  right: (right: string, all: string) => `${right} de ${all} ejemplos bien clasificados`,
  matrix: 'Matriz de confusión',
  matrixHint:
    'Cada fila es lo que hay; cada columna, lo que dice el modelo. Elige una casilla para ver sus ejemplos.',
  isSays: 'es ↓ · dice →',
  says: (name: string) => `dice ${name}`,
  answer: (label: string, predicted: string) => `Es ${label} y dice ${predicted}`,
  cell: (label: string, predicted: string, count: number, share: string) =>
    `Es ${label} y dice ${predicted}: ${spanish.plural(count, 'ejemplo', 'ejemplos')}, el ${share} de su clase`,
  differentPictures: (count: number) =>
    count === 1 ? 'Se muestra 1 imagen.' : `Se muestran ${count} imágenes distintas.`,
  noPictures: 'Estos ejemplos no son imágenes.',
  exampleOf: (name: string) => `Ejemplo: ${name}`,
  worst: (count: number) =>
    count === 1 ? 'El ejemplo con más pérdida:' : `Los ${count} ejemplos con más pérdida, el peor primero:`,
  predictedRight: (probability: string) => `acierta (${probability})`,
  predictedWrong: (predicted: string, probability: string) => `dice ${predicted} (${probability})`,
  loss: (loss: string) => `pérdida ${loss}`,
  copies: (count: number) => `${count} variantes de la misma imagen`,
};

const en: typeof es = {
  accuracy: 'accuracy',
  right: (right, all) => `${right} of ${all} examples classified correctly`,
  matrix: 'Confusion matrix',
  matrixHint:
    'Each row is what is there, each column what the model says. Choose a cell to see its examples.',
  isSays: 'is ↓ · says →',
  says: (name) => `says ${name}`,
  answer: (label, predicted) => `Is ${label}, says ${predicted}`,
  cell: (label, predicted, count, share) =>
    `Is ${label}, says ${predicted}: ${english.plural(count, 'example', 'examples')}, ${share} of its class`,
  differentPictures: (count) =>
    count === 1 ? '1 picture is shown.' : `${count} different pictures are shown.`,
  noPictures: 'These examples are not pictures.',
  exampleOf: (name) => `Example: ${name}`,
  worst: (count) =>
    count === 1
      ? 'The example with the highest loss:'
      : `The ${count} examples with the highest loss, the worst first:`,
  predictedRight: (probability) => `correct (${probability})`,
  predictedWrong: (predicted, probability) => `says ${predicted} (${probability})`,
  loss: (loss) => `loss ${loss}`,
  copies: (count) => `${count} variants of the same picture`,
};

/** The texts of the view of a report. */
export const reportWords = defineWords({ es, en });
