import { defineWords } from '../../shared/words.ts';

const es = {
  bound: (model: string, trainable: string, all: string) =>
    `Ahora, tu modelo ${model}: se entrenan ${trainable} de ${all} parámetros.`,
  training: 'Entrenando…',
  moved: (block: string, change: string) =>
    `Lo que se ha derretido es lo que ha cambiado: más que ningún otro, ${block} (‖w − w₀‖ / ‖w₀‖ = ${change}).`,
  backward: (block: string) =>
    `Hacia atrás: el gradiente baja hasta ${block}, el primer bloque que se entrena.`,
  noBackward: 'Nada se entrena, así que no hay paso hacia atrás.',
  states: {
    frozen: 'congelado',
    trainable: 'entrenable',
    mixed: 'en parte congelado',
    none: 'sin parámetros',
    removed: 'quitado',
  },
};

const en: typeof es = {
  bound: (model, trainable, all) =>
    `Now, your model ${model}: ${trainable} of ${all} parameters are trained.`,
  training: 'Training…',
  moved: (block, change) =>
    `What has melted is what has changed: more than any other, ${block} (‖w − w₀‖ / ‖w₀‖ = ${change}).`,
  backward: (block) => `Backward: the gradient goes down to ${block}, the first block that is trained.`,
  noBackward: 'Nothing is trained, so there is no backward pass.',
  states: {
    frozen: 'frozen',
    trainable: 'trainable',
    mixed: 'partly frozen',
    none: 'without parameters',
    removed: 'removed',
  },
};

/** The texts of a figure of a network that shows a model of the lesson. */
export const networkFigureWords = defineWords({ es, en });
