import { defineWords } from '../lessons-runtime/shared/words.ts';

const es = {
  promise: 'Toma una red que ya sabe ver.',
  promiseThen: 'Enséñale lo que necesitas.',
  lead: 'Un curso que se aprende haciendo: modelos preentrenados, transferencia de aprendizaje y finetuning, con celdas de TypeScript que editas y ejecutas aquí mismo, en el navegador.',
  start: 'Empezar el curso',
  demo: {
    heading: '¿Qué ve la red en tu foto?',
    lead: 'Elige una foto y MobileNet, una red ya entrenada con más de un millón de fotos de otros, le pone nombre aquí mismo. La primera vez se descargan unos 9 MB.',
    samples: 'O prueba con una de estas:',
    empty: 'Suelta aquí una foto',
    limits:
      'Solo puede elegir entre las mil clases con las que se entrenó. Enseñarle las tuyas es lo que harás en el curso.',
    onward: 'Hazlo con código en la lección 1',
    withPhoto: ', con esta foto',
  },
  plateTitle: 'La misma red tres veces, como testigos de hielo',
  plateDescription:
    'Cada testigo es una pila de capas: abajo, las primeras, que ven bordes y texturas; arriba, la última, que pone nombre. En el primero todas son hielo, de bordes rectos: la red se usa como viene. En el segundo, la capa de arriba es nueva y se entrena, con bordes ondulados y color cálido, sobre las demás congeladas. En el tercero todas están deshechas: se entrena la red entera.',
  plateFrozen: 'Hielo: capas congeladas',
  plateThawed: 'Deshielo: capas que se entrenan',
  plateTop: 'cabeza',
  plateBottom: 'foto',
  partsHeading: 'Tres formas de no empezar desde cero',
  minutes: 'min',
  /** @param done of the exercises and questions of a lesson */
  solved: (done: number, all: number) => `${done} de ${all} resueltos`,
  allSolved: '✓ todo resuelto',
  coming: 'En camino',
  needsHeading: 'Qué hace falta',
  teachersHeading: 'Para quien enseña',
  parts: {
    pretrained: {
      state: 'Tal como viene',
      promise:
        'Cargar una red ya entrenada y pedirle que ponga nombre a tus fotos. Es fácil y rápido, pero solo conoce sus mil clases.',
      answers: 'mil clases',
    },
    transfer: {
      state: 'Cabeza nueva sobre hielo',
      promise:
        'Congelar lo que la red sabe ver, cambiarle la última capa y entrenar solo esa con tus propias clases.',
      answers: 'tus clases',
    },
    finetuning: {
      state: 'Todo deshelado',
      promise:
        'Descongelar y volver a entrenar la red entera: tarda más, suele acertar un poco más, y tú mides si valió la pena.',
      answers: 'tus clases',
    },
  },
  needs: [
    {
      claim: 'Un navegador.',
      meaning:
        'Nada que instalar y ninguna cuenta que crear. Para leer ni siquiera hace falta JavaScript; para ejecutar, sí.',
    },
    {
      claim: 'Sin tarjeta gráfica.',
      meaning: 'Si la hay, se aprovecha. Si no, el procesador de un portátil modesto basta.',
    },
    {
      claim: 'Nada sale de tu equipo.',
      meaning: 'Tus fotos, tu código y lo que entrenes se quedan en este navegador.',
    },
    {
      claim: 'Saber programar un poco.',
      meaning:
        'Y tener idea de qué es una red convolucional. Si vienes de Keras, verás su código en Python junto al de aquí.',
    },
  ],
  teacherNotes: [
    {
      meaning:
        'El sitio es una carpeta de archivos estáticos: no hay servidor que mantener. Sirve cualquier servidor de archivos, también uno dentro del aula.',
    },
    {
      meaning:
        'La red, las fotos y el código viajan con el sitio: la clase no depende de que otro servicio esté en pie.',
    },
    {
      meaning:
        'Todo está en español y en inglés, palabra por palabra: cada estudiante lee en el suyo la misma lección.',
    },
    {
      meaning: 'Fotos, pesos y programas llevan autor y licencia, y se pueden reutilizar.',
    },
  ],
};

const en: typeof es = {
  promise: 'Take a network that already sees.',
  promiseThen: 'Teach it what you need.',
  lead: 'A course you learn by doing: pretrained models, transfer learning and fine-tuning, in TypeScript cells that you edit and run right here, in the browser.',
  start: 'Start the course',
  demo: {
    heading: 'What does the network see in your photo?',
    lead: 'Choose a photo, and MobileNet, a network already trained on more than a million photos of others, names it right here. The first time, some 9 MB are downloaded.',
    samples: 'Or try one of these:',
    empty: 'Drop a photo here',
    limits:
      'It can only choose among the thousand classes it was trained on. Teaching it yours is what you will do in this course.',
    onward: 'Do it in code in lesson 1',
    withPhoto: ', with this photo',
  },
  plateTitle: 'The same network three times, as ice cores',
  plateDescription:
    'Each core is a stack of layers: at the bottom the first ones, which see edges and textures; at the top the last one, which gives the name. In the first core they are all ice, with straight edges: the network is used as it comes. In the second the top layer is new and is trained, with wavy edges and a warm colour, on the others, frozen. In the third all have thawed: the whole network is trained.',
  plateFrozen: 'Ice: frozen layers',
  plateThawed: 'Thaw: layers in training',
  plateTop: 'head',
  plateBottom: 'photo',
  partsHeading: 'Three ways not to start from scratch',
  minutes: 'min',
  solved: (done, all) => `${done} of ${all} solved`,
  allSolved: '✓ all solved',
  coming: 'Coming',
  needsHeading: 'What you need',
  teachersHeading: 'For teachers',
  parts: {
    pretrained: {
      state: 'As it comes',
      promise:
        'Load a network that is already trained and have it name your photos. It is easy and quick, but its thousand classes are all it knows.',
      answers: 'a thousand classes',
    },
    transfer: {
      state: 'A new head on ice',
      promise:
        'Freeze what the network knows how to see, replace its last layer and train only that one on classes of your own.',
      answers: 'your classes',
    },
    finetuning: {
      state: 'All thawed',
      promise:
        'Thaw and retrain the whole network: it takes longer, it is often a little more accurate, and you measure whether it was worth it.',
      answers: 'your classes',
    },
  },
  needs: [
    {
      claim: 'A browser.',
      meaning:
        'Nothing to install and no account to create. Reading does not even need JavaScript; running does.',
    },
    {
      claim: 'No graphics card.',
      meaning: 'If there is one, it is put to use. If not, the processor of a modest laptop is enough.',
    },
    {
      claim: 'Nothing leaves your device.',
      meaning: 'Your photos, your code and whatever you train stay in this browser.',
    },
    {
      claim: 'A little programming.',
      meaning:
        'And some idea of what a convolutional network is. If you come from Keras, you will see its Python beside the code here.',
    },
  ],
  teacherNotes: [
    {
      meaning:
        'The site is a folder of static files: there is no server to maintain. Any file server will do, including one inside the classroom.',
    },
    {
      meaning:
        'The network, the photos and the code travel with the site: the class does not depend on some other service being up.',
    },
    {
      meaning:
        'Everything is in Spanish and in English, word for word: each student reads the same lesson in their own.',
    },
    {
      meaning: 'Photos, weights and software carry their author and licence, and can be reused.',
    },
  ],
};

/** The words of the home page, in reading order. */
export const homeWords = defineWords({ es, en });
