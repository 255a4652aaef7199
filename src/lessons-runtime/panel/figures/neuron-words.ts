import { defineWords } from '../../shared/words.ts';

/** The numbers of a step, formatted. */
interface Step {
  readonly weight: string;
  readonly prediction: string;
  readonly target: string;
  readonly error: string;
  readonly loss: string;
  readonly slope: string;
  readonly rate: string;
  readonly next: string;
}

const es = {
  title: 'Entrenar es esto, muchas veces',
  intro:
    'Una neurona con un solo peso w multiplica su entrada: ŷ = w · 2. Para esa entrada la respuesta buena es 3.',
  steps: {
    predict: ({ weight, prediction }: Step) => `Predice: ŷ = ${weight} · 2 = ${prediction}.`,
    loss: ({ prediction, target, loss }: Step) => `Mide la pérdida: (${prediction} − ${target})² = ${loss}.`,
    slope: ({ error, slope }: Step) =>
      `Mira hacia dónde baja: la pendiente es 2 · (${error}) · 2 = ${slope}.`,
    move: ({ weight, rate, slope, next }: Step) =>
      `Da un paso cuesta abajo: w = ${weight} − ${rate} · (${slope}) = ${next}.`,
  },
  plot: 'La pérdida según el peso w: una curva cuyo fondo está en w = 1,5. El punto es el peso de ahora; la flecha, el paso.',
  axis: 'peso w',
  lossAxis: 'pérdida',
  weight: 'Peso w',
  rate: 'Tasa de aprendizaje',
  step: 'Dar el paso',
  reset: 'Desde el principio',
  tooFar: 'Con esta tasa el paso se pasa del fondo y acaba más arriba de donde salió.',
  after: (next: string, loss: string) => `Ahora w = ${next}, y la pérdida es ${loss}.`,
};

const en: typeof es = {
  title: 'Training is this, many times',
  intro:
    'A neuron with a single weight w multiplies its input: ŷ = w · 2. For that input the right answer is 3.',
  steps: {
    predict: ({ weight, prediction }) => `Predict: ŷ = ${weight} · 2 = ${prediction}.`,
    loss: ({ prediction, target, loss }) => `Measure the loss: (${prediction} − ${target})² = ${loss}.`,
    slope: ({ error, slope }) => `See which way is down: the slope is 2 · (${error}) · 2 = ${slope}.`,
    move: ({ weight, rate, slope, next }) =>
      `Take a step downhill: w = ${weight} − ${rate} · (${slope}) = ${next}.`,
  },
  plot: 'The loss for each weight w: a curve whose bottom is at w = 1.5. The dot is the weight now; the arrow is the step.',
  axis: 'weight w',
  lossAxis: 'loss',
  weight: 'Weight w',
  rate: 'Learning rate',
  step: 'Take the step',
  reset: 'From the start',
  tooFar: 'With this rate the step overshoots the bottom and ends higher than where it started.',
  after: (next, loss) => `Now w = ${next}, and the loss is ${loss}.`,
};

/** The texts of the figure of a neuron; the build writes its first state with them. */
export const neuronWords = defineWords({ es, en });
