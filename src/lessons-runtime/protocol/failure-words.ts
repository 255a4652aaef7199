import type { Advice } from '../shared/advice.ts';
import { defineWords } from '../shared/words.ts';

/** Why the course itself, not the learner's code, could not serve a cell. */
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

const es = {
  'file-missing': (file: string) => ({
    what: `El sitio no tiene el archivo «${file}».`,
    advice: 'Recarga la página. Si sigue igual, avisa a quien publica el curso: falta un archivo.',
  }),
  'file-corrupt': (file: string) => ({
    what: `El archivo «${file}» llegó incompleto o dañado.`,
    advice: 'Ejecuta la celda otra vez: se descargará de nuevo. Tu código y tus resultados siguen aquí.',
  }),
  'file-forbidden': (file: string) => ({
    what: `Una celda no puede leer «${file}».`,
    advice: 'Las celdas solo leen los modelos y los datos del curso (models/ y datasets/).',
  }),
  network: (file: string) => ({
    what: `No se pudo descargar «${file}»: la conexión falló.`,
    advice: 'Comprueba la conexión y ejecuta la celda otra vez. No has perdido nada.',
  }),
  'no-photo': () => ({
    what: 'Todavía no has elegido ninguna foto.',
    advice: 'Elige una en la galería de arriba, abre un archivo tuyo o usa la cámara, y ejecuta de nuevo.',
  }),
  'photo-unreadable': (name: string) => ({
    what: `No se pudo leer «${name}» como imagen.`,
    advice: 'Prueba con un archivo JPEG, PNG o WebP.',
  }),
  'photo-unknown': (id: string) => ({
    what: `La galería no tiene ninguna foto llamada «${id}».`,
    advice: 'Mira los nombres en la galería: cada foto muestra el suyo.',
  }),
  'storage-full': (name: string) => ({
    what: `No cabe «${name}»: el espacio de este navegador para los modelos guardados está lleno.`,
    advice:
      'Borra alguno con await deleteSavedModel(nombre), o descarga este con downloadModel(modelo, nombre).',
  }),
  'storage-refused': (name: string) => ({
    what: `Este navegador no deja guardar «${name}» en su almacenamiento.`,
    advice:
      'Pasa en algunas ventanas privadas. Abre la página en una ventana normal, o usa downloadModel(modelo, nombre).',
  }),
  'files-too-large': () => ({
    what: 'Los archivos elegidos son demasiados o demasiado grandes.',
    advice: 'Elige solo el archivo .json del modelo y sus archivos de pesos .bin.',
  }),
  'no-classes': () => ({
    what: 'Todavía no hay ninguna clase con fotos tuyas.',
    advice: 'Haz al menos dos clases en «Tus clases», pon fotos en cada una y ejecuta de nuevo.',
  }),
  'backend-unavailable': (name: string) => ({
    what: `Este navegador no puede usar el motor «${name}».`,
    advice: 'Quita «?backend=» de la dirección para que la página elija uno que funcione.',
  }),
  cancelled: (subject: string) => ({
    what: `Se detuvo la descarga de «${subject}».`,
    advice: 'Ejecuta la celda otra vez.',
  }),
} satisfies Readonly<Record<FailureCode, (subject: string) => Advice>>;

const en: typeof es = {
  'file-missing': (file) => ({
    what: `The site does not have the file “${file}”.`,
    advice: 'Reload the page. If it stays the same, tell whoever publishes the course: a file is missing.',
  }),
  'file-corrupt': (file) => ({
    what: `The file “${file}” arrived incomplete or damaged.`,
    advice: 'Run the cell again: it will be downloaded afresh. Your code and your results are still here.',
  }),
  'file-forbidden': (file) => ({
    what: `A cell cannot read “${file}”.`,
    advice: 'Cells read only the models and data of the course (models/ and datasets/).',
  }),
  network: (file) => ({
    what: `“${file}” could not be downloaded: the connection failed.`,
    advice: 'Check the connection and run the cell again. You have lost nothing.',
  }),
  'no-photo': () => ({
    what: 'You have not chosen a photo yet.',
    advice: 'Choose one in the gallery above, open a file of yours or use the camera, and run again.',
  }),
  'photo-unreadable': (name) => ({
    what: `“${name}” could not be read as a picture.`,
    advice: 'Try a JPEG, PNG or WebP file.',
  }),
  'photo-unknown': (id) => ({
    what: `The gallery has no photo called “${id}”.`,
    advice: 'Look at the names in the gallery: each photo shows its own.',
  }),
  'storage-full': (name) => ({
    what: `There is no room for “${name}”: this browser’s space for saved models is full.`,
    advice:
      'Delete one with await deleteSavedModel(name), or download this one with downloadModel(model, name).',
  }),
  'storage-refused': (name) => ({
    what: `This browser does not let the page keep “${name}” in its storage.`,
    advice:
      'Some private windows do that. Open the page in an ordinary window, or use downloadModel(model, name).',
  }),
  'files-too-large': () => ({
    what: 'The files chosen are too many or too large.',
    advice: 'Choose only the model’s .json file and its .bin files of weights.',
  }),
  'no-classes': () => ({
    what: 'There is no class with photos of yours yet.',
    advice: 'Make at least two classes in “Your classes”, put photos into each and run again.',
  }),
  'backend-unavailable': (name) => ({
    what: `This browser cannot use the “${name}” backend.`,
    advice: 'Remove “?backend=” from the address to let the page choose one that works.',
  }),
  cancelled: (subject) => ({
    what: `The download of “${subject}” was stopped.`,
    advice: 'Run the cell again.',
  }),
};

/** Message and advice for each failure, as a function of the file, photo or backend concerned. */
export const failureWords = defineWords({ es, en });
