import type { CoursePart } from './course-part.ts';
import type { Words } from './strings.ts';

/** What the home page says, in reading order. */
export const homeWords = {
  promise: { es: 'Toma una red que ya sabe ver.', en: 'Take a network that already sees.' },
  promiseThen: { es: 'Enséñale lo que necesitas.', en: 'Teach it what you need.' },
  lead: {
    es: 'Un curso que se aprende haciendo: modelos preentrenados, transferencia de aprendizaje y finetuning, con celdas de TypeScript que editas y ejecutas aquí mismo, en el navegador.',
    en: 'A course you learn by doing: pretrained models, transfer learning and fine-tuning, in TypeScript cells that you edit and run right here, in the browser.',
  },
  start: { es: 'Empezar por la lección 1', en: 'Start with lesson 1' },

  plateTitle: {
    es: 'La misma red tres veces, como testigos de hielo',
    en: 'The same network three times, as ice cores',
  },
  plateDescription: {
    es: 'Cada testigo es una pila de capas: abajo, las primeras, que ven bordes y texturas; arriba, la última, que pone nombre. En el primero todas son hielo, de bordes rectos: la red se usa como viene. En el segundo, la capa de arriba es nueva y se entrena, con bordes ondulados y color cálido, sobre las demás congeladas. En el tercero todas están deshechas: se entrena la red entera.',
    en: 'Each core is a stack of layers: at the bottom the first ones, which see edges and textures; at the top the last one, which gives the name. In the first core they are all ice, with straight edges: the network is used as it comes. In the second the top layer is new and is trained, with wavy edges and a warm colour, on the others, frozen. In the third all have thawed: the whole network is trained.',
  },
  plateFrozen: { es: 'Hielo: capas congeladas', en: 'Ice: frozen layers' },
  plateThawed: { es: 'Deshielo: capas que se entrenan', en: 'Thaw: layers in training' },
  plateTop: { es: 'cabeza', en: 'head' },
  plateBottom: { es: 'foto', en: 'photo' },

  partsHeading: { es: 'Tres formas de no empezar desde cero', en: 'Three ways not to start from scratch' },
  minutes: { es: 'min', en: 'min' },
  coming: { es: 'En camino', en: 'Coming' },

  needsHeading: { es: 'Qué hace falta', en: 'What you need' },
  teachersHeading: { es: 'Para quien enseña', en: 'For teachers' },
} as const satisfies Readonly<Record<string, Words>>;

/** One part of the course: how its core is drawn is in `core-plate.astro`. */
export interface PartWords {
  /** What is frozen and what is thawed, in a few words. */
  readonly state: Words;
  /** What one will be able to do. */
  readonly promise: Words;
  /** What answers: the classes at the top of the core. */
  readonly answers: Words;
}

export const partWords: Readonly<Record<CoursePart, PartWords>> = {
  pretrained: {
    state: { es: 'Tal como viene', en: 'As it comes' },
    promise: {
      es: 'Cargar una red ya entrenada y pedirle que ponga nombre a tus fotos. Es fácil y rápido, pero solo conoce sus mil clases.',
      en: 'Load a network that is already trained and have it name your photos. It is easy and quick, but its thousand classes are all it knows.',
    },
    answers: { es: 'mil clases', en: 'a thousand classes' },
  },
  transfer: {
    state: { es: 'Cabeza nueva sobre hielo', en: 'A new head on ice' },
    promise: {
      es: 'Congelar lo que la red sabe ver, cambiarle la última capa y entrenar solo esa con tus propias clases.',
      en: 'Freeze what the network knows how to see, replace its last layer and train only that one on classes of your own.',
    },
    answers: { es: 'tus clases', en: 'your classes' },
  },
  finetuning: {
    state: { es: 'Todo deshelado', en: 'All thawed' },
    promise: {
      es: 'Descongelar y volver a entrenar la red entera: tarda más, suele acertar un poco más, y tú mides si valió la pena.',
      en: 'Thaw and retrain the whole network: it takes longer, it is often a little more accurate, and you measure whether it was worth it.',
    },
    answers: { es: 'tus clases', en: 'your classes' },
  },
};

/** A point of a list: what it says, and the few words it opens with where it has them. */
export interface Note {
  readonly claim?: Words;
  readonly meaning: Words;
}

/** What a learner needs. */
export const needs: readonly Note[] = [
  {
    claim: { es: 'Un navegador.', en: 'A browser.' },
    meaning: {
      es: 'Nada que instalar y ninguna cuenta que crear. Para leer ni siquiera hace falta JavaScript; para ejecutar, sí.',
      en: 'Nothing to install and no account to create. Reading does not even need JavaScript; running does.',
    },
  },
  {
    claim: { es: 'Sin tarjeta gráfica.', en: 'No graphics card.' },
    meaning: {
      es: 'Si la hay, se aprovecha. Si no, el procesador de un portátil modesto basta.',
      en: 'If there is one, it is put to use. If not, the processor of a modest laptop is enough.',
    },
  },
  {
    claim: { es: 'Nada sale de tu equipo.', en: 'Nothing leaves your device.' },
    meaning: {
      es: 'Tus fotos, tu código y lo que entrenes se quedan en este navegador.',
      en: 'Your photos, your code and whatever you train stay in this browser.',
    },
  },
  {
    claim: { es: 'Saber programar un poco.', en: 'A little programming.' },
    meaning: {
      es: 'Y tener idea de qué es una red convolucional. Si vienes de Keras, verás su código en Python junto al de aquí.',
      en: 'And some idea of what a convolutional network is. If you come from Keras, you will see its Python beside the code here.',
    },
  },
];

/** What a teacher wants to know before choosing the course. */
export const teacherNotes: readonly Note[] = [
  {
    meaning: {
      es: 'El sitio es una carpeta de archivos estáticos: no hay servidor que mantener. Sirve cualquier servidor de archivos, también uno dentro del aula.',
      en: 'The site is a folder of static files: there is no server to maintain. Any file server will do, including one inside the classroom.',
    },
  },
  {
    meaning: {
      es: 'La red, las fotos y el código viajan con el sitio: la clase no depende de que otro servicio esté en pie.',
      en: 'The network, the photos and the code travel with the site: the class does not depend on some other service being up.',
    },
  },
  {
    meaning: {
      es: 'Todo está en español y en inglés, palabra por palabra: cada estudiante lee en el suyo la misma lección.',
      en: 'Everything is in Spanish and in English, word for word: each student reads the same lesson in their own.',
    },
  },
  {
    meaning: {
      es: 'Fotos, pesos y programas llevan autor y licencia, y se pueden reutilizar.',
      en: 'Photos, weights and software carry their author and licence, and can be reused.',
    },
  },
];
