import { defineWords } from '../../lessons-runtime/shared/words.ts';

const es = {
  failed: 'No se pudo descargar esta parte de la página. Comprueba la conexión.',
  /** Another attempt failed, although the site responds. */
  stuck: 'Esta parte sigue sin descargarse. Recarga la página: lo que estaba guardado sigue ahí.',
  updated:
    'El curso se ha actualizado desde que abriste esta página. Recárgala: lo que estaba guardado sigue ahí.',
  again: 'Reintentar',
  reload: 'Recargar la página',
  /** The script that stores the learner's work could not be downloaded. */
  unsaved:
    'No se pudo descargar lo que guarda tu trabajo: de momento no se guarda. Comprueba la conexión; con tu próximo cambio se intentará otra vez. Si sigue igual, copia tu código y recarga la página.',
  saved: 'Tu trabajo ya se guarda.',
};

const en: typeof es = {
  failed: 'This part of the page could not be downloaded. Check the connection.',
  stuck: 'This part still cannot be downloaded. Reload the page: what was saved is still there.',
  updated:
    'The course has been updated since you opened this page. Reload it: what was saved is still there.',
  again: 'Try again',
  reload: 'Reload the page',
  unsaved:
    'What saves your work could not be downloaded: for now, nothing is saved. Check the connection; your next change will try again. If it stays the same, copy your code and reload the page.',
  saved: 'Your work is being saved now.',
};

/** The words for parts of the page whose script could not be downloaded. */
export const partWords = defineWords({ es, en });
