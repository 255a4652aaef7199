import { defineWords } from '../../shared/words.ts';

const es = {
  full: 'En este equipo no queda sitio: lo último no se ha guardado. Lo que ya estaba guardado sigue ahí. Libera espacio, o exporta tu progreso en la página «Progreso».',
  otherVersion:
    'Otra pestaña tiene abierta una versión anterior del curso y no se puede guardar. Ciérrala y vuelve a cargar esta página.',
  newerVersion:
    'Esta pestaña tiene abierta una versión anterior del curso y ya no puede guardar. Vuelve a cargar la página; si acabas de escribir algo, cópialo antes.',
  older:
    'Tu código guardado ha llegado tarde y ha sustituido lo que acababas de escribir. No se ha perdido: con Deshacer (Ctrl+Z) en esa celda vuelve lo que escribiste.',
  ranOther:
    'Tu código guardado ha llegado después de ejecutar: el resultado que ves bajo la celda es del código que había antes. Ejecútala de nuevo.',
  recovered: 'Ya se puede guardar otra vez.',
  unreadable:
    'Un dato guardado estaba dañado y no se puede leer. Se ha puesto aparte y lo demás está bien: míralo en la página «Progreso».',
};

const en: typeof es = {
  full: 'This device has no room left: the last change was not saved. What was saved before is still there. Free some space, or export your progress on the “Progress” page.',
  otherVersion:
    'Another tab has an earlier version of the course open, and nothing can be saved. Close it and load this page again.',
  newerVersion:
    'This tab has an earlier version of the course open and can no longer save. Load the page again; if you have just typed something, copy it first.',
  older:
    'Your saved code came in late and took the place of what you had just typed. Nothing is lost: Undo (Ctrl+Z) in that cell brings back what you typed.',
  ranOther:
    'Your saved code came in after the run: the result below the cell is of the code that was there before. Run it again.',
  recovered: 'Saving works again.',
  unreadable:
    'Something that was saved is damaged and cannot be read. It was put aside and the rest is well: see the “Progress” page.',
};

/**
 * The messages about storage: why something was not stored or could not be read, that storing works again, and that stored
 * code was restored late. The message for a browser that refuses to store is in `panel-words.ts`.
 */
export const storageWords = defineWords({ es, en });
