import type { FirstStep } from '../../lessons-runtime/build.ts';
import type { Language } from '../../lessons-runtime/shared/language.ts';

interface LessonWords {
  readonly cell: (id: string) => string;
  readonly code: (id: string) => string;
  readonly run: string;
  readonly stop: string;
  readonly reset: string;
  readonly runAll: string;
  readonly restart: string;
  readonly keras: string;
  readonly editorHint: string;
  readonly toolbar: string;
  readonly answer: string;
  readonly backendIdle: string;
  readonly tensors: string;
  readonly seed: string;
  readonly seedHint: string;
  readonly withoutScript: string;
  readonly choosePhoto: string;
  readonly openFile: string;
  readonly useCamera: string;
  readonly takePhoto: string;
  readonly closeCamera: string;
  readonly dropHint: string;
  readonly credits: string;
  readonly privacy: string;
  readonly firstSteps: string;
  readonly step: Readonly<Record<FirstStep, string>>;
  readonly stepOpen: string;
  readonly stepsOpen: (count: number) => string;
  readonly yourClasses: string;
  readonly classNames: readonly string[];
  readonly addClass: string;
  readonly undo: string;
  readonly dropPhotosHint: string;
  readonly privacyPhotos: string;
  readonly runLog: string;
  readonly runLogEmpty: string;
  readonly quiz: (title: string) => string;
  readonly checkAnswer: string;
  readonly bet: string;
  readonly seeAnswer: string;
  readonly rightOption: string;
  readonly wrongOption: string;
  readonly otherAnswers: string;
  readonly yourAnswer: string;
  readonly several: string;
  readonly choose: string;
  readonly moveUp: string;
  readonly moveDown: string;
  readonly review: string;
  readonly reviewLead: string;
  /** The name of a table that stands in the text. */
  readonly table: string;
}

/** The words that the components of a lesson put into the page. */
export const lessonWords: Record<Language, LessonWords> = {
  es: {
    cell: (id) => `Celda ${id}`,
    code: (id) => `Código de la celda ${id}`,
    run: 'Ejecutar',
    stop: 'Detener',
    reset: 'Restablecer',
    runAll: 'Ejecutar todo',
    restart: 'Reiniciar',
    keras: 'Lo mismo en Keras',
    editorHint:
      'Ctrl + Intro ejecuta; Mayús + Intro ejecuta y sigue. Para salir del editor: Esc y luego Tab.',
    toolbar: 'Lección en marcha',
    answer: 'Ver la respuesta',
    backendIdle: 'TensorFlow.js se carga con la primera celda',
    tensors: 'tensores',
    seed: 'Semilla',
    seedHint:
      'El azar de la lección sale de este número: con la misma semilla, todo se repite igual. Se aplica al reiniciar.',
    withoutScript:
      'Sin JavaScript se puede leer toda la lección y su código; para ejecutar las celdas hay que activarlo.',
    choosePhoto: 'Elige una foto',
    openFile: 'Abrir un archivo…',
    useCamera: 'Usar la cámara',
    takePhoto: 'Hacer la foto',
    closeCamera: 'Cerrar la cámara',
    dropHint: 'También puedes soltar aquí una imagen.',
    credits: 'Autores y licencias',
    privacy: 'La foto no sale de tu dispositivo.',
    firstSteps: 'Primeros pasos',
    step: {
      run: 'Ejecutar una celda',
      edit: 'Cambiar el código y ejecutar',
      break: 'Romperla y leer el error',
      undo: 'Deshacer hasta que funcione',
      stop: 'Detener una celda a medias',
      reset: 'Restablecer el código original',
    },
    stepOpen: '(pendiente)',
    stepsOpen: (count) => `Pasos dados: 0 de ${count}.`,
    yourClasses: 'Tus clases',
    classNames: ['Clase 1', 'Clase 2'],
    addClass: 'Añadir una clase',
    undo: 'Deshacer',
    dropPhotosHint: 'También puedes soltar fotos sobre una clase.',
    privacyPhotos: 'Las fotos se guardan en este navegador y no salen de tu dispositivo.',
    runLog: 'Tus entrenamientos',
    runLogEmpty:
      'Todavía no hay ninguno. Cada entrenamiento de una celda (fit) quedará anotado aquí, con sus ajustes y sus curvas, para compararlo con los demás.',
    quiz: (title) => `Comprueba: ${title}`,
    checkAnswer: 'Comprobar',
    bet: 'Apostar por esta',
    seeAnswer: 'La respuesta y su porqué',
    rightOption: 'Sí',
    wrongOption: 'No',
    otherAnswers: 'Otra respuesta',
    yourAnswer: 'Tu respuesta',
    several: 'Puede haber más de una.',
    choose: 'Elige…',
    moveUp: 'Subir',
    moveDown: 'Bajar',
    review: 'De lecciones anteriores',
    reviewLead: 'La última vez no salieron. Prueba otra vez antes de seguir.',
    table: 'tabla',
  },
  en: {
    cell: (id) => `Cell ${id}`,
    code: (id) => `Code of the cell ${id}`,
    run: 'Run',
    stop: 'Stop',
    reset: 'Reset',
    runAll: 'Run all',
    restart: 'Restart',
    keras: 'The same in Keras',
    editorHint: 'Ctrl + Enter runs; Shift + Enter runs and moves on. To leave the editor: Esc, then Tab.',
    toolbar: 'Running the lesson',
    answer: 'See the answer',
    backendIdle: 'TensorFlow.js loads with the first cell',
    tensors: 'tensors',
    seed: 'Seed',
    seedHint:
      'The lesson’s chance comes from this number: with the same seed, everything repeats exactly. It applies from the next restart.',
    withoutScript:
      'Without JavaScript the whole lesson and its code can be read; to run the cells, turn it on.',
    choosePhoto: 'Choose a photo',
    openFile: 'Open a file…',
    useCamera: 'Use the camera',
    takePhoto: 'Take the photo',
    closeCamera: 'Close the camera',
    dropHint: 'You can also drop a picture here.',
    credits: 'Authors and licences',
    privacy: 'The photo does not leave your device.',
    firstSteps: 'First steps',
    step: {
      run: 'Run a cell',
      edit: 'Change its code and run',
      break: 'Break it and read the error',
      undo: 'Undo until it works',
      stop: 'Stop a cell half-way',
      reset: 'Reset the original code',
    },
    stepOpen: '(to do)',
    stepsOpen: (count) => `Steps taken: 0 of ${count}.`,
    yourClasses: 'Your classes',
    classNames: ['Class 1', 'Class 2'],
    addClass: 'Add a class',
    undo: 'Undo',
    dropPhotosHint: 'You can also drop photos on a class.',
    privacyPhotos: 'The photos are kept in this browser and do not leave your device.',
    runLog: 'Your trainings',
    runLogEmpty:
      'There are none yet. Every training of a cell (fit) will be noted here, with its settings and its curves, to be compared with the others.',
    quiz: (title) => `Check: ${title}`,
    checkAnswer: 'Check',
    bet: 'Bet on this one',
    seeAnswer: 'The answer, and why',
    rightOption: 'Yes',
    wrongOption: 'No',
    otherAnswers: 'Any other answer',
    yourAnswer: 'Your answer',
    several: 'There may be more than one.',
    choose: 'Choose…',
    moveUp: 'Move up',
    moveDown: 'Move down',
    review: 'From earlier lessons',
    reviewLead: 'Last time these did not come out right. Try again before you go on.',
    table: 'table',
  },
};
