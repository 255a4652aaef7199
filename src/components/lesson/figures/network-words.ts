import { defineWords } from '../../../lessons-runtime/shared/words.ts';

/** The numbers that a figure's sentence uses, formatted. */
interface Facts {
  readonly network: string;
  readonly blocks: string;
  readonly parameters: string;
  readonly trainable: string;
  /** The number of blocks of the base that are trainable. */
  readonly last: string;
}

const es = {
  sentences: {
    pretrained: ({ network, blocks, parameters }: Facts) =>
      `${network} tal como llega: ${blocks} bloques y un clasificador, con ${parameters} parámetros ya entrenados.`,
    cut: ({ network, blocks }: Facts) =>
      `${network} sin su clasificador: quedan los ${blocks} bloques que convierten una foto en características.`,
    frozen: ({ network, blocks, trainable }: Facts) =>
      `Los ${blocks} bloques de ${network}, congelados, y una cabeza nueva: solo se entrenan los ${trainable} parámetros de la cabeza.`,
    'last-blocks': ({ network, last, trainable, parameters }: Facts) =>
      `Se entrenan la cabeza nueva y los ${last} últimos bloques de ${network}: ${trainable} de ${parameters} parámetros. Los demás siguen congelados.`,
    all: ({ network, trainable }: Facts) =>
      `${network} entero se entrena junto con su cabeza nueva: ${trainable} parámetros.`,
  },
  newHead: 'cabeza nueva',
  photo: 'foto',
  answers: 'respuestas',
  forward: 'Hacia delante: de la foto a las respuestas.',
  table: 'Los bloques, en una tabla',
  columns: ['Bloque', 'Salida', 'Parámetros', 'Estado'],
};

const en: typeof es = {
  sentences: {
    pretrained: ({ network, blocks, parameters }) =>
      `${network} as it comes: ${blocks} blocks and a classifier, with ${parameters} parameters, all trained already.`,
    cut: ({ network, blocks }) =>
      `${network} without its classifier: what is left are the ${blocks} blocks that turn a photo into features.`,
    frozen: ({ network, blocks, trainable }) =>
      `The ${blocks} blocks of ${network}, frozen, and a new head: only the head’s ${trainable} parameters are trained.`,
    'last-blocks': ({ network, last, trainable, parameters }) =>
      `The new head and the last ${last} blocks of ${network} are trained: ${trainable} of ${parameters} parameters. The others stay frozen.`,
    all: ({ network, trainable }) =>
      `All of ${network} is trained together with its new head: ${trainable} parameters.`,
  },
  newHead: 'new head',
  photo: 'photo',
  answers: 'answers',
  forward: 'Forward: from the photo to the answers.',
  table: 'The blocks as a table',
  columns: ['Block', 'Output', 'Parameters', 'State'],
};

/** The texts of the figure of a network's blocks. */
export const networkWords = defineWords({ es, en });
