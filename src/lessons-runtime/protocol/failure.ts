import { type Advised, adviceOf, ownValue } from '../shared/advised.ts';
import type { Language } from '../shared/language.ts';

/** Why the course itself (not the learner's code) could not do what a cell asked. */
export type FailureCode =
  | 'file-missing'
  | 'file-corrupt'
  | 'file-forbidden'
  | 'network'
  | 'no-photo'
  | 'photo-unreadable'
  | 'photo-unknown'
  | 'storage-full'
  | 'storage-refused'
  | 'files-too-large'
  | 'no-classes'
  | 'backend-unavailable'
  | 'cancelled';

export interface Failure {
  readonly code: FailureCode;
  /** The file, photo or backend concerned; shown in the message. */
  readonly subject: string;
}

export interface FailureText {
  readonly what: string;
  readonly advice: string;
}

const texts: Record<FailureCode, Record<Language, (subject: string) => FailureText>> = {
  'file-missing': {
    es: (file) => ({
      what: `El sitio no tiene el archivo «${file}».`,
      advice: 'Recarga la página. Si sigue igual, avisa a quien publica el curso: falta un archivo.',
    }),
    en: (file) => ({
      what: `The site does not have the file “${file}”.`,
      advice: 'Reload the page. If it stays the same, tell whoever publishes the course: a file is missing.',
    }),
  },
  'file-corrupt': {
    es: (file) => ({
      what: `El archivo «${file}» llegó incompleto o dañado.`,
      advice: 'Ejecuta la celda otra vez: se descargará de nuevo. Tu código y tus resultados siguen aquí.',
    }),
    en: (file) => ({
      what: `The file “${file}” arrived incomplete or damaged.`,
      advice: 'Run the cell again: it will be downloaded afresh. Your code and your results are still here.',
    }),
  },
  'file-forbidden': {
    es: (file) => ({
      what: `Una celda no puede leer «${file}».`,
      advice: 'Las celdas solo leen los modelos y los datos del curso (models/ y datasets/).',
    }),
    en: (file) => ({
      what: `A cell cannot read “${file}”.`,
      advice: 'Cells read only the models and data of the course (models/ and datasets/).',
    }),
  },
  network: {
    es: (file) => ({
      what: `No se pudo descargar «${file}»: la conexión falló.`,
      advice: 'Comprueba la conexión y ejecuta la celda otra vez. No has perdido nada.',
    }),
    en: (file) => ({
      what: `“${file}” could not be downloaded: the connection failed.`,
      advice: 'Check the connection and run the cell again. You have lost nothing.',
    }),
  },
  'no-photo': {
    es: () => ({
      what: 'Todavía no has elegido ninguna foto.',
      advice: 'Elige una en la galería de arriba, abre un archivo tuyo o usa la cámara, y ejecuta de nuevo.',
    }),
    en: () => ({
      what: 'You have not chosen a photo yet.',
      advice: 'Choose one in the gallery above, open a file of yours or use the camera, and run again.',
    }),
  },
  'photo-unreadable': {
    es: (name) => ({
      what: `No se pudo leer «${name}» como imagen.`,
      advice: 'Prueba con un archivo JPEG, PNG o WebP.',
    }),
    en: (name) => ({
      what: `“${name}” could not be read as a picture.`,
      advice: 'Try a JPEG, PNG or WebP file.',
    }),
  },
  'photo-unknown': {
    es: (id) => ({
      what: `La galería no tiene ninguna foto llamada «${id}».`,
      advice: 'Mira los nombres en la galería: cada foto muestra el suyo.',
    }),
    en: (id) => ({
      what: `The gallery has no photo called “${id}”.`,
      advice: 'Look at the names in the gallery: each photo shows its own.',
    }),
  },
  'storage-full': {
    es: (name) => ({
      what: `No cabe «${name}»: el espacio de este navegador para los modelos guardados está lleno.`,
      advice:
        'Borra alguno con await deleteSavedModel(nombre), o descarga este con downloadModel(modelo, nombre).',
    }),
    en: (name) => ({
      what: `There is no room for “${name}”: this browser’s space for saved models is full.`,
      advice:
        'Delete one with await deleteSavedModel(name), or download this one with downloadModel(model, name).',
    }),
  },
  'storage-refused': {
    es: (name) => ({
      what: `Este navegador no deja guardar «${name}» en su almacenamiento.`,
      advice:
        'Pasa en algunas ventanas privadas. Abre la página en una ventana normal, o usa downloadModel(modelo, nombre).',
    }),
    en: (name) => ({
      what: `This browser does not let the page keep “${name}” in its storage.`,
      advice:
        'Some private windows do that. Open the page in an ordinary window, or use downloadModel(model, name).',
    }),
  },
  'files-too-large': {
    es: () => ({
      what: 'Los archivos elegidos son demasiados o demasiado grandes.',
      advice: 'Elige solo el archivo .json del modelo y sus archivos de pesos .bin.',
    }),
    en: () => ({
      what: 'The files chosen are too many or too large.',
      advice: 'Choose only the model’s .json file and its .bin files of weights.',
    }),
  },
  'no-classes': {
    es: () => ({
      what: 'Todavía no hay ninguna clase con fotos tuyas.',
      advice: 'Haz al menos dos clases en «Tus clases», pon fotos en cada una y ejecuta de nuevo.',
    }),
    en: () => ({
      what: 'There is no class with photos of yours yet.',
      advice: 'Make at least two classes in “Your classes”, put photos into each and run again.',
    }),
  },
  'backend-unavailable': {
    es: (name) => ({
      what: `Este navegador no puede usar el motor «${name}».`,
      advice: 'Quita «?backend=» de la dirección para que la página elija uno que funcione.',
    }),
    en: (name) => ({
      what: `This browser cannot use the “${name}” backend.`,
      advice: 'Remove “?backend=” from the address to let the page choose one that works.',
    }),
  },
  cancelled: {
    es: (subject) => ({
      what: `Se detuvo la descarga de «${subject}».`,
      advice: 'Ejecuta la celda otra vez.',
    }),
    en: (subject) => ({ what: `The download of “${subject}” was stopped.`, advice: 'Run the cell again.' }),
  },
};

/** What happened and what to do, in the page's language. */
export function failureText(failure: Failure, language: Language): FailureText {
  return texts[failure.code][language](failure.subject);
}

/** A failure as an exception: what a cell sees when the course could not serve it. */
export class CourseError extends Error implements Advised {
  override readonly name = 'CourseError';
  readonly isAdvised = true;
  readonly failure: Failure;
  readonly advice: string;

  constructor(failure: Failure, language: Language) {
    const { what, advice } = failureText(failure, language);
    super(what);
    this.failure = failure;
    this.advice = advice;
  }
}

/** Whether it is a `CourseError`, whichever script's copy of the class made it. */
export function isCourseError(thrown: unknown): thrown is CourseError {
  const code = ownValue(ownValue(thrown, 'failure'), 'code');
  return adviceOf(thrown) !== null && typeof code === 'string' && Object.hasOwn(texts, code);
}
