import type { OpenedRecord } from '../progress/open-record.ts';
import type { StoreTrouble } from '../progress/record-store.ts';
import type { Language } from '../shared/language.ts';

/** Why something is not kept, or could not be read; where the browser refuses, the panel itself has the words. */
type KeepingProblem = Exclude<StoreTrouble['kind'] | OpenedRecord['keeping'], 'kept' | 'refused'>;

export const keepingWords: Readonly<Record<Language, Readonly<Record<KeepingProblem, string>>>> = {
  es: {
    full: 'En este equipo no queda sitio: lo último no se ha guardado. Lo que ya estaba guardado sigue ahí. Libera espacio, o exporta tu progreso en la página «Progreso».',
    otherVersion:
      'Otra pestaña tiene abierta una versión anterior del curso y no se puede guardar. Ciérrala y vuelve a cargar esta página.',
    unreadable:
      'Un dato guardado estaba dañado y no se puede leer. Se ha puesto aparte y lo demás está bien: míralo en la página «Progreso».',
  },
  en: {
    full: 'This device has no room left: the last change was not saved. What was saved before is still there. Free some space, or export your progress on the “Progress” page.',
    otherVersion:
      'Another tab has an earlier version of the course open, and nothing can be saved. Close it and load this page again.',
    unreadable:
      'Something that was saved is damaged and cannot be read. It was put aside and the rest is well: see the “Progress” page.',
  },
};
