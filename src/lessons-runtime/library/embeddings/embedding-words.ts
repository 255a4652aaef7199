import { formatFor } from '../../shared/format.ts';
import { defineWords } from '../../shared/words.ts';

const spanish = formatFor('es');
const english = formatFor('en');

const es = {
  vectors: {
    what: 'showEmbeddings necesita una fila de números por ejemplo: un tensor [n, dimensiones].',
    advice:
      'Es lo que da extractFeatures o model.predict de un modelo sin sus últimas capas. ¿Falta un await?',
  },
  similarity: {
    what: 'showNeighbours necesita una tabla de parecidos: una fila y una columna por ejemplo.',
    advice: 'Por ejemplo, el producto de los vectores unidad por su traspuesta, con arraySync().',
  },
  tooMany: (count: number, limit: number) => ({
    what: `Hay ${count} ejemplos, y aquí se muestran como mucho ${limit}.`,
    advice: `Quédate con los primeros: embeddings.slice(0, ${limit}).`,
  }),
  counts: (option: string, found: number, count: number) => ({
    what: `${option} tiene ${spanish.plural(found, 'elemento', 'elementos')} y hay ${spanish.plural(count, 'ejemplo', 'ejemplos')}.`,
    advice: 'Da uno por ejemplo, en el mismo orden.',
  }),
};

const en: typeof es = {
  vectors: {
    what: 'showEmbeddings needs a row of numbers for each example: a tensor [n, dimensions].',
    advice:
      'That is what extractFeatures gives, or model.predict of a model without its last layers. Is an await missing?',
  },
  similarity: {
    what: 'showNeighbours needs a table of similarities: a row and a column for each example.',
    advice: 'For example, the product of the unit vectors with their transpose, by arraySync().',
  },
  tooMany: (count, limit) => ({
    what: `There are ${count} examples, and at most ${limit} are shown here.`,
    advice: `Take the first ones: embeddings.slice(0, ${limit}).`,
  }),
  counts: (option, found, count) => ({
    what: `${option} has ${english.plural(found, 'element', 'elements')}, and there are ${english.plural(count, 'example', 'examples')}.`,
    advice: 'Give one for each example, in the same order.',
  }),
};

/** Texts of the views of embeddings. */
export const embeddingWords = defineWords({ es, en });
