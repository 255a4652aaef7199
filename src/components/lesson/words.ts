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
  readonly yourClasses: string;
  readonly classNames: readonly string[];
  readonly addClass: string;
  readonly undo: string;
  readonly dropPhotosHint: string;
  readonly privacyPhotos: string;
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
    yourClasses: 'Tus clases',
    classNames: ['Clase 1', 'Clase 2'],
    addClass: 'Añadir una clase',
    undo: 'Deshacer',
    dropPhotosHint: 'También puedes soltar fotos sobre una clase.',
    privacyPhotos: 'Las fotos se guardan en este navegador y no salen de tu dispositivo.',
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
    yourClasses: 'Your classes',
    classNames: ['Class 1', 'Class 2'],
    addClass: 'Add a class',
    undo: 'Undo',
    dropPhotosHint: 'You can also drop photos on a class.',
    privacyPhotos: 'The photos are kept in this browser and do not leave your device.',
  },
};
