import { defineWords } from '../../shared/words.ts';

const es = {
  why: 'Lo hecho solo está en esta página. Guárdalo en un archivo antes de irte: en la página «Progreso» puedes importarlo, y entregarlo.',
  save: 'Guardar lo hecho en un archivo',
};

const en: typeof es = {
  why: 'What you did is on this page only. Save it to a file before you leave: on the “Progress” page you can import it, and hand it in.',
  save: 'Save what you did to a file',
};

export const offerFileWords = defineWords({ es, en });
