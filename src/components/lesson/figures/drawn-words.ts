import { defineWords } from '../../../lessons-runtime/shared/words.ts';

/** What the text of a quadrant of the map says. */
interface Quadrant {
  readonly when: string;
  readonly advice: string;
}

const es = {
  split: {
    title: 'Tres partes que no se mezclan',
    parts: {
      train: ['Entrenamiento', 'De estos ejemplos salen los pesos.'],
      validation: ['Validación', 'Con estos eliges épocas, tasa y capas.'],
      test: ['Prueba', 'Con estos mides una sola vez, al final.'],
    },
    caption:
      'Cada punto es un ejemplo. El reparto es el de las fotos y los dibujos de este curso: la mitad para entrenar, una quinta parte para validar y el resto para la prueba.',
  },
  overfitting: {
    title: 'Aprender y aprender de memoria',
    train: 'pérdida en los ejemplos de entrenamiento',
    validation: 'pérdida en los de validación',
    epochs: 'épocas',
    loss: 'pérdida',
    caption: (best: string, last: string, least: string, end: string) =>
      `En la época ${best} la pérdida de validación toca fondo: ${least}. Después la de entrenamiento sigue bajando, pero la de validación sube, hasta ${end} en la época ${last}: el modelo se aprende el ruido de sus ejemplos. Son las curvas reales de un polinomio de grado 14 con 12 puntos.`,
  },
  path: {
    title: 'De los píxeles a las clases',
    pixels: 'Píxeles',
    features: 'Características',
    classes: 'Clases',
    base: 'la base',
    head: 'la cabeza',
    numbers: (count: string) => `${count} números`,
    caption: (network: string, sizes: string) =>
      `${network} de izquierda a derecha, cada bloque a escala: la altura es el lado de sus mapas; la anchura, cuántos hay. ${sizes}. Cambia detalle por significado.`,
  },
  map: {
    title: '¿Qué descongelar?',
    similar: 'Tus datos se parecen a los de la base',
    different: 'Tus datos no se parecen',
    few: 'Pocos ejemplos',
    many: 'Muchos ejemplos',
    quadrants: {
      'few-similar': {
        when: 'Pocos y parecidos',
        advice: 'Congela la base y entrena solo una cabeza nueva.',
      },
      'few-different': {
        when: 'Pocos y distintos',
        advice: 'El caso difícil: quédate con los primeros bloques y entrena una cabeza sobre ellos.',
      },
      'many-similar': {
        when: 'Muchos y parecidos',
        advice: 'Entrena la cabeza y luego descongela los últimos bloques, con una tasa baja.',
      },
      'many-different': {
        when: 'Muchos y distintos',
        advice: 'Descongélalo todo: los pesos de la base son solo un buen punto de partida.',
      },
    } satisfies Record<string, Quadrant>,
    caption:
      'Cuantos más ejemplos tienes y menos se parecen a los de la base, más bloques conviene descongelar. Es una regla para empezar; la validación decide.',
  },
};

const en: typeof es = {
  split: {
    title: 'Three parts that do not mix',
    parts: {
      train: ['Training', 'The weights come from these examples.'],
      validation: ['Validation', 'You choose epochs, rate and layers with these.'],
      test: ['Test', 'You measure with these, once, at the end.'],
    },
    caption:
      'Each dot is an example. This is how the photos and drawings of this course are split: half to train, a fifth to validate, the rest for the test.',
  },
  overfitting: {
    title: 'Learning, and learning by heart',
    train: 'loss on the training examples',
    validation: 'loss on the validation examples',
    epochs: 'epochs',
    loss: 'loss',
    caption: (best, last, least, end) =>
      `In epoch ${best} the validation loss reaches its bottom: ${least}. After that the training loss goes on falling, but the validation loss rises, to ${end} in epoch ${last}: the model learns the noise of its examples. These are the real curves of a polynomial of degree 14 with 12 points.`,
  },
  path: {
    title: 'From pixels to classes',
    pixels: 'Pixels',
    features: 'Features',
    classes: 'Classes',
    base: 'the base',
    head: 'the head',
    numbers: (count) => `${count} numbers`,
    caption: (network, sizes) =>
      `${network} from left to right, each block to scale: its height is the side of its maps, its width how many there are. ${sizes}. It trades detail for meaning.`,
  },
  map: {
    title: 'What to thaw?',
    similar: 'Your data are like those of the base',
    different: 'Your data are not like them',
    few: 'Few examples',
    many: 'Many examples',
    quadrants: {
      'few-similar': { when: 'Few and similar', advice: 'Freeze the base and train only a new head.' },
      'few-different': {
        when: 'Few and different',
        advice: 'The hard case: keep the first blocks, and train a head on top of them.',
      },
      'many-similar': {
        when: 'Many and similar',
        advice: 'Train the head, then thaw the last blocks with a low rate.',
      },
      'many-different': {
        when: 'Many and different',
        advice: 'Thaw everything: the weights of the base are only a good place to start.',
      },
    },
    caption:
      'The more examples you have, and the less they are like those of the base, the more blocks you should thaw. It is a rule to start with; validation decides.',
  },
};

/** The texts of the drawings that explain an idea. */
export const drawnWords = defineWords({ es, en });
