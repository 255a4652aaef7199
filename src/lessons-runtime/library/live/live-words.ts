import { formatFor } from '../../shared/format.ts';
import { defineWords } from '../../shared/words.ts';
import type { Shape } from '../shape.ts';

const spanish = formatFor('es');
const english = formatFor('en');

const es = {
  input: (shape: Shape, most: number) => ({
    what: `liveCamera necesita un modelo cuya entrada sea una imagen en color de tamaño fijo, de hasta ${most} píxeles de lado; la de este es ${spanish.shape(shape)}.`,
    advice: 'Crea la base con inputShape: [96, 96, 3], por ejemplo.',
  }),
  tooManyClasses: (classes: number, most: number) => ({
    what: `El modelo distingue ${classes} clases, y aquí se muestran ${most} como mucho.`,
    advice: 'Pon sobre la base una cabeza con tus clases, y entrénala.',
  }),
  preprocess: {
    what: 'preprocess tiene que ser una función de un tensor [1, alto, ancho, 3] con valores de 0 a 255.',
    advice: 'Usa la misma que con imageDataset, como preprocessInput.',
  },
  disposed: 'Este modelo ya no existe: se liberó con dispose. Créalo otra vez y ejecuta la celda de nuevo.',
  notNumbers:
    'El modelo responde NaN: sus pesos no son números. Vuelve a crearlo y entrénalo con una tasa más pequeña.',
  failed: (message: string) =>
    `El modelo no ha podido con esta imagen. Mira si preprocess es el mismo que al entrenar. (${message})`,
};

const en: typeof es = {
  input: (shape, most) => ({
    what: `liveCamera needs a model whose input is a colour picture of a fixed size, with sides of at most ${most} pixels; the input of this one is ${english.shape(shape)}.`,
    advice: 'Make the base with inputShape: [96, 96, 3], for example.',
  }),
  tooManyClasses: (classes, most) => ({
    what: `The model tells ${classes} classes apart, and at most ${most} are shown here.`,
    advice: 'Put a head with your own classes on the base, and train it.',
  }),
  preprocess: {
    what: 'preprocess has to be a function of a tensor [1, height, width, 3] with values from 0 to 255.',
    advice: 'Use the one that imageDataset gets, such as preprocessInput.',
  },
  disposed: 'This model no longer exists: dispose freed it. Make it again, and run the cell again.',
  notNumbers:
    'The model answers NaN: its weights are not numbers. Make it again, and train it at a smaller rate.',
  failed: (message) =>
    `The model could not deal with this picture. Check that preprocess is the same as in training. (${message})`,
};

/** Messages of `liveCamera`. */
export const liveWords = defineWords({ es, en });
