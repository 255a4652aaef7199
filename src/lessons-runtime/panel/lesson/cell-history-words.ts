import { defineWords } from '../../shared/words.ts';

const es = {
  stale: {
    code: 'Resultado de antes del cambio: el código de la celda ya no es el mismo.',
    photo: 'Resultado de antes del cambio: la foto elegida ya no es la misma.',
    classes: 'Resultado de antes del cambio: tus clases de fotos ya no son las mismas.',
    drawings: 'Resultado de antes del cambio: tus dibujos ya no son los mismos.',
    seed: 'Resultado de antes del cambio: la semilla ya no es la misma.',
  },
  staleCell: (cell: string) =>
    `Resultado de antes del cambio: depende de la celda \`${cell}\`, que ha cambiado.`,
  nowStale: (cells: string) => `Con el cambio, dejan de valer los resultados de: ${cells}.`,
  earlier: (when: string) => `De una visita anterior (${when}): sus variables ya no están.`,
  earlierNeeds: (cells: string) => `Para ejecutarla otra vez, antes hay que ejecutar: ${cells}.`,
  lost: 'Sus variables ya no están: el motor de la lección se ha cerrado desde entonces.',
  runFrom: 'Ejecutar desde aquí',
  runFromPlan: (cells: string) => `Esta celda y las que dependen de ella: ${cells}.`,
  runFromAlone: 'Solo esta celda: ninguna otra depende de ella.',
  before: (cells: string) => `Antes, lo que falta: ${cells}.`,
  runMissing: 'Ejecutar lo que falta y esta',
  runMissingPlan: (cells: string) =>
    `Esta celda usa lo que hacen otras que no se han ejecutado desde que se abrió o se reinició la lección: ${cells}.`,
  lastTime: (duration: string) => `La última vez tardaron ${duration}.`,
  declaredIn: (name: string, cell: string) =>
    `\`${name}\` es de la celda \`${cell}\`, que no se ha ejecutado entera desde que se abrió o se reinició la lección.`,
  runThese: (cells: string) => `Ejecutar ${cells} y esta`,
  runOnly: 'Ejecutar solo esta',
  runInput: {
    photo: 'Ejecutar otra vez los pasos que usan esta foto',
    classes: 'Ejecutar otra vez los pasos que usan estas fotos',
    drawings: 'Ejecutar otra vez los pasos que usan estos dibujos',
  },
  runInputPlan: (cells: string) => `Se ejecutan: ${cells}.`,
};

const en: typeof es = {
  stale: {
    code: 'Result from before the change: the cell’s code is no longer the same.',
    photo: 'Result from before the change: the chosen photo is no longer the same.',
    classes: 'Result from before the change: your photo classes are no longer the same.',
    drawings: 'Result from before the change: your drawings are no longer the same.',
    seed: 'Result from before the change: the seed is no longer the same.',
  },
  staleCell: (cell) =>
    `Result from before the change: it depends on the cell \`${cell}\`, which has changed.`,
  nowStale: (cells) => `With the change, these results are out of date: ${cells}.`,
  earlier: (when) => `From an earlier visit (${when}): its variables are gone.`,
  earlierNeeds: (cells) => `To run it again, run first: ${cells}.`,
  lost: 'Its variables are gone: the lesson’s engine has been closed since then.',
  runFrom: 'Run from here',
  runFromPlan: (cells) => `This cell and those that depend on it: ${cells}.`,
  runFromAlone: 'Only this cell: no other depends on it.',
  before: (cells) => `First, what is missing: ${cells}.`,
  runMissing: 'Run what is missing, and this one',
  runMissingPlan: (cells) =>
    `This cell uses what others make that have not run since the lesson was opened or restarted: ${cells}.`,
  lastTime: (duration) => `Last time they took ${duration}.`,
  declaredIn: (name, cell) =>
    `\`${name}\` comes from the cell \`${cell}\`, which has not run to its end since the lesson was opened or restarted.`,
  runThese: (cells) => `Run ${cells} and this one`,
  runOnly: 'Run only this one',
  runInput: {
    photo: 'Run the steps that use this photo again',
    classes: 'Run the steps that use these photos again',
    drawings: 'Run the steps that use these drawings again',
  },
  runInputPlan: (cells) => `It runs: ${cells}.`,
};

export const cellHistoryWords = defineWords({ es, en });
