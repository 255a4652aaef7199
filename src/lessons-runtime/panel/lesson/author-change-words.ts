import { defineWords } from '../../shared/words.ts';

const es = {
  changed: 'El código de la lección para esta celda ha cambiado desde que empezaste a editarla.',
  compare: 'Comparar',
  take: 'Usar el código nuevo',
  keep: 'Seguir con el mío',
  mine: 'Tu código',
  theirs: 'El código nuevo de la lección',
  removed: 'solo en el tuyo',
  added: 'solo en el nuevo',
};

const en: typeof es = {
  changed: 'The lesson’s code for this cell has changed since you began to edit it.',
  compare: 'Compare',
  take: 'Use the new code',
  keep: 'Stay with mine',
  mine: 'Your code',
  theirs: 'The lesson’s new code',
  removed: 'only in yours',
  added: 'only in the new one',
};

export const authorChangeWords = defineWords({ es, en });
