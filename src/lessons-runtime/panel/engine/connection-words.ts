import type { ConnectionFailure } from '../../host/connection.ts';
import { defineWords } from '../../shared/words.ts';
import type { PanelWords } from '../words/panel-words.ts';

const es = {
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
};

const en: typeof es = {
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
};

export const connectionWords = defineWords({ es, en });

/** Returns what happened to the worker and what the learner can do. */
export function connectionFailureText(failure: ConnectionFailure, words: PanelWords): string {
  return failure === 'start-failed' ? words.startFailed : connectionWords[words.language][failure];
}
