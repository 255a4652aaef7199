import { formatFor } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { defineWords } from '../../shared/words.ts';

const es = {
  status: {
    queued: 'En cola',
    running: 'Ejecutando…',
    done: 'Hecho',
    failed: 'Error',
    stopped: 'Detenida',
  },
  starting: 'Cargando TensorFlow.js…',
  off: 'TensorFlow.js se carga con la próxima celda',
  variablesLost:
    'La celda no cedía el paso y hubo que cerrar su motor: las variables se han perdido; tu código y los resultados siguen aquí. Ejecuta de nuevo desde arriba.',
  seedChanged: (seed: number) =>
    `La semilla ${seed} se usará al reiniciar: lo que está en marcha sigue con la que tenía.`,
  seedStays: (seed: number) => `Una semilla es un número entero, de 0 en adelante: sigue la ${seed}.`,
  backend: {
    forced: 'elegido en la dirección de la página',
    'hardware-webgl': 'este dispositivo tiene una GPU',
    'software-webgl': 'aquí WebGL se emula sin GPU, y wasm es más rápido',
    'no-webgl': 'este navegador no ofrece WebGL',
    'no-wasm': 'este navegador no ofrece WebGL ni wasm',
    unavailable: 'el motor pedido no está disponible aquí',
  },
  failures: {
    'start-failed':
      'No se pudo cargar TensorFlow.js. Comprueba la conexión y ejecuta la celda otra vez; no has perdido nada.',
    'worker-lost':
      'El motor de la lección se cerró de golpe, casi siempre por falta de memoria: prueba con menos datos o libera tensores (tf.tidy, dispose). Las variables se han perdido; tu código y los resultados siguen aquí. Ejecuta de nuevo desde arriba.',
    'worker-closed':
      'Una celda cerró el motor de la lección con close(). Las variables se han perdido; tu código y los resultados siguen aquí. Quita esa llamada y ejecuta de nuevo desde arriba.',
    'worker-damaged':
      'Una celda cambió para siempre objetos del propio JavaScript (por ejemplo, con Object.freeze) y hubo que cerrar su motor. Las variables se han perdido; tu código y los resultados siguen aquí. Ejecuta de nuevo desde arriba.',
    'worker-flooded':
      'Una celda enviaba más de lo que la página puede leer y hubo que cerrar su motor. Las variables se han perdido; tu código y los resultados siguen aquí. Revisa sus bucles y ejecuta de nuevo desde arriba.',
    'graphics-lost':
      'La GPU olvidó todos los tensores (le pasa cuando se queda sin memoria o se reinicia). Tu código y los resultados siguen aquí: ejecuta de nuevo desde arriba. Si se repite, añade «?backend=wasm» a la dirección.',
    'training-rescued':
      'La GPU olvidó todos los tensores (le pasa cuando se queda sin memoria o se reinicia), pero los pesos de la última época terminada están a salvo: ejecuta de nuevo desde arriba y el entrenamiento seguirá desde ahí. Si se repite, añade «?backend=wasm» a la dirección.',
  },
  place: (line: number, column: number) => `línea ${line}, columna ${column}`,
  placeElsewhere: (cell: string, line: number, column: number) =>
    `celda ${cell}, línea ${line}, columna ${column}`,
  stepDone: '(hecho)',
  stepsTaken: (taken: number, all: number) =>
    taken === all
      ? `Los ${all} pasos dados: ya sabes manejar una celda.`
      : `Pasos dados: ${taken} de ${all}.`,
  notSaved: 'Este navegador no deja guardar: tus cambios se perderán al cerrar la página.',
  beforeSwitch:
    'De antes de cambiar de idioma. Las variables ya no están: ejecuta de nuevo desde arriba para seguir.',
  photoOwn: (name: string, size: string) => `Elegida: ${name} (${size}).`,
  photoReduced: (from: string, to: string) =>
    `Se ha reducido de ${from} a ${to} píxeles: la red mira bastantes menos.`,
  photoGallery: (title: string) => `Elegida: ${title}.`,
  cameraRefused:
    'El navegador no ha dado permiso para usar la cámara. Puedes permitirla en el candado de la barra de direcciones, o elegir una foto de la galería o de un archivo.',
  cameraMissing:
    'No se encuentra ninguna cámara que se pueda usar. Elige una foto de la galería o de un archivo.',
  chooseModel: 'Elegir los archivos del modelo (.json y .bin)…',
  timeLeft: (duration: string) => `quedan ${duration}`,
};

const en: typeof es = {
  status: {
    queued: 'Queued',
    running: 'Running…',
    done: 'Done',
    failed: 'Error',
    stopped: 'Stopped',
  },
  starting: 'Loading TensorFlow.js…',
  off: 'TensorFlow.js loads with the next cell',
  variablesLost:
    'The cell did not yield and its engine had to be closed: the variables are gone; your code and the results are still here. Run again from the top.',
  seedChanged: (seed) =>
    `The seed ${seed} will be used from the next restart: what is running goes on with the one it had.`,
  seedStays: (seed) => `A seed is a whole number, from 0 on: it stays ${seed}.`,
  backend: {
    forced: 'chosen in the page’s address',
    'hardware-webgl': 'this device has a GPU',
    'software-webgl': 'here WebGL is emulated without a GPU, and wasm is faster',
    'no-webgl': 'this browser offers no WebGL',
    'no-wasm': 'this browser offers neither WebGL nor wasm',
    unavailable: 'the backend asked for is not available here',
  },
  failures: {
    'start-failed':
      'TensorFlow.js could not be loaded. Check the connection and run the cell again; you have lost nothing.',
    'worker-lost':
      'The lesson’s engine closed all of a sudden, nearly always for lack of memory: try with less data, or free tensors (tf.tidy, dispose). The variables are gone; your code and the results are still here. Run again from the top.',
    'worker-closed':
      'A cell closed the lesson’s engine with close(). The variables are gone; your code and the results are still here. Remove that call and run again from the top.',
    'worker-damaged':
      'A cell changed JavaScript itself for good (with Object.freeze, for one), and its engine had to be closed. The variables are gone; your code and the results are still here. Run again from the top.',
    'worker-flooded':
      'A cell sent more than the page can take, and its engine had to be closed. The variables are gone; your code and the results are still here. Look at its loops and run again from the top.',
    'graphics-lost':
      'The GPU forgot all tensors (it does when it runs out of memory or restarts). Your code and the results are still here: run again from the top. If it happens again, add “?backend=wasm” to the address.',
    'training-rescued':
      'The GPU forgot all tensors (it does when it runs out of memory or restarts), but the weights of the last finished epoch are safe: run again from the top, and the training will go on from there. If it happens again, add “?backend=wasm” to the address.',
  },
  place: (line, column) => `line ${line}, column ${column}`,
  placeElsewhere: (cell, line, column) => `cell ${cell}, line ${line}, column ${column}`,
  stepDone: '(done)',
  stepsTaken: (taken, all) =>
    taken === all ? `All ${all} steps taken: you can handle a cell.` : `Steps taken: ${taken} of ${all}.`,
  notSaved: 'This browser does not let the page save: your changes will be lost when it closes.',
  beforeSwitch:
    'From before the language was switched. The variables are gone: run again from the top to go on.',
  photoOwn: (name, size) => `Chosen: ${name} (${size}).`,
  photoReduced: (from, to) => `It was reduced from ${from} to ${to} pixels: the network looks at far fewer.`,
  photoGallery: (title) => `Chosen: ${title}.`,
  cameraRefused:
    'The browser did not give leave to use the camera. You can allow it at the padlock in the address bar, or choose a photo from the gallery or a file.',
  cameraMissing: 'No camera that can be used was found. Choose a photo from the gallery or a file.',
  chooseModel: 'Choose the model’s files (.json and .bin)…',
  timeLeft: (duration) => `${duration} left`,
};

export const panelWords = defineWords({ es, en });

/** The panel's texts and formats in one language. */
export type PanelWords = ReturnType<typeof panelWordsIn>;

export function panelWordsIn(language: Language) {
  return { ...panelWords[language], format: formatFor(language), language };
}
