import { formatFor } from '../../shared/format.ts';
import { defineWords } from '../../shared/words.ts';

/** A model's optimizer. */
export interface OptimizerRate {
  /** Its class in tfjs, such as `Adam`. */
  readonly optimizer: string;
  /** The learning rate; `null` if the optimizer has none that can be read. */
  readonly rate: number | null;
}

const spanish = formatFor('es');
const english = formatFor('en');

const ahora = ({ rate }: OptimizerRate): string => (rate === null ? '' : ` (ahora, ${spanish.number(rate)})`);
const now = ({ rate }: OptimizerRate): string => (rate === null ? '' : ` (now ${english.number(rate)})`);

const es = {
  nan: (epoch: number, rate: OptimizerRate) =>
    `La pérdida es NaN desde la época ${epoch}: los pesos se dispararon. La causa más común es una tasa de aprendizaje alta${ahora(rate)}. Crea el modelo de nuevo y compila con \`${code(rate, 0.1)}\`.`,
  jump: (epoch: number, before: number, loss: number, rate: OptimizerRate) =>
    `La pérdida saltó de ${spanish.number(before)} a ${spanish.number(loss)} en la época ${epoch}: la tasa de aprendizaje es demasiado alta${ahora(rate)}. Prueba con \`${code(rate, 0.1)}\`.`,
  fineTuningJump: (before: number, loss: number, rate: OptimizerRate) =>
    `El modelo ya había llegado a una pérdida de ${spanish.number(before)} y la primera época la subió a ${spanish.number(loss)}: para un ajuste fino la tasa es demasiado alta${ahora(rate)} y borra lo aprendido. Vuelve a cargar el modelo y compila con \`${code(rate, 0.1)}\`.`,
  stuck: (classes: number, loss: number, rate: OptimizerRate) =>
    `La pérdida no se mueve de ${spanish.number(loss)} ≈ ln ${classes}, que es adivinar entre ${classes} clases: la red no aprende nada. Comprueba que cada etiqueta va con su ejemplo y que los datos no son todos iguales; si lo están, sube la tasa: \`${code(rate, 10)}\`.`,
  oneClass: (label: number, examples: number) =>
    `Después de entrenar, el modelo da la clase ${label} a los ${spanish.count(examples)} ejemplos probados, aunque son de varias: no los distingue. Comprueba el preprocesado, que haya ejemplos de todas las clases y bien mezclados, y la tasa de aprendizaje.`,
  sharedRows: (shared: number, held: number) =>
    `${spanish.count(shared)} de los ${spanish.count(held)} ejemplos de \`validationData\` están también en los de entrenamiento: val_acc mide lo que ya ha visto. Separa los datos antes de repetirlos o aumentarlos, o usa \`validationSplit: 0.2\` con datos mezclados.`,
  oldHead: (units: number, classes: number) =>
    `La última capa tiene ${units} salidas y las etiquetas son de ${classes} clases: parece la cabeza de antes. Quítala (includeTop: false) y pon una nueva: \`tf.layers.dense({ units: ${classes}, activation: 'softmax' })\`.`,
  softmaxOfOne:
    "La última capa es una softmax de una sola salida, y siempre da 1. Para dos clases usa `tf.layers.dense({ units: 1, activation: 'sigmoid' })`, o dos salidas con softmax.",
};

const en: typeof es = {
  nan: (epoch, rate) =>
    `The loss is NaN since epoch ${epoch}: the weights blew up. The usual cause is a high learning rate${now(rate)}. Make the model anew and compile with \`${code(rate, 0.1)}\`.`,
  jump: (epoch, before, loss, rate) =>
    `The loss jumped from ${english.number(before)} to ${english.number(loss)} in epoch ${epoch}: the learning rate is too high${now(rate)}. Try \`${code(rate, 0.1)}\`.`,
  fineTuningJump: (before, loss, rate) =>
    `The model had come down to a loss of ${english.number(before)}, and the first epoch took it up to ${english.number(loss)}: for fine-tuning the rate is too high${now(rate)}, and wipes out what was learnt. Load the model again and compile with \`${code(rate, 0.1)}\`.`,
  stuck: (classes, loss, rate) =>
    `The loss stays at ${english.number(loss)} ≈ ln ${classes}, which is guessing among ${classes} classes: the network learns nothing. Check that each label goes with its example, and that the data are not all the same; where they are right, raise the rate: \`${code(rate, 10)}\`.`,
  oneClass: (label, examples) =>
    `After training, the model gives class ${label} to all ${english.count(examples)} examples that were tried, though they are of several: it does not tell them apart. Check the preprocessing, that there are examples of all classes, well shuffled, and the learning rate.`,
  sharedRows: (shared, held) =>
    `${english.count(shared)} of the ${english.count(held)} examples of \`validationData\` are among those of the training, too: val_acc measures what it has seen. Split the data before repeating or augmenting it, or use \`validationSplit: 0.2\` with shuffled data.`,
  oldHead: (units, classes) =>
    `The last layer has ${units} outputs, and the labels are of ${classes} classes: it looks like the old head. Take it off (includeTop: false) and put on a new one: \`tf.layers.dense({ units: ${classes}, activation: 'softmax' })\`.`,
  softmaxOfOne:
    "The last layer is a softmax of a single output, which always gives 1. For two classes use `tf.layers.dense({ units: 1, activation: 'sigmoid' })`, or two outputs with softmax.",
};

/** Notes about common mistakes in training. Backticks mark code. */
export const pitfallWords = defineWords({ es, en });

/** Returns the code that creates the optimizer with its rate multiplied by `factor`. */
function code({ optimizer, rate }: OptimizerRate, factor: number): string {
  const next = Number(((rate ?? 0.001) * factor).toPrecision(1));
  return `tf.train.${optimizer.toLowerCase()}(${next})`;
}
