import type { Training } from '../../protocol/training.ts';
import type { Language } from '../../shared/language.ts';
import type { FactName } from './fact-names.ts';

export interface RunLogWords {
  readonly facts: Readonly<Record<FactName, string>>;
  readonly final: (curve: string) => string;
  readonly outcomes: Readonly<Record<Training['outcome'], string>>;
  readonly run: string;
  readonly settings: string;
  readonly trained: string;
  readonly results: string;
  readonly from: (layer: string) => string;
  readonly batch: (size: string) => string;
  readonly epochs: (done: string, asked: string) => string;
  readonly note: string;
  readonly noteOf: (number: number) => string;
  readonly compare: string;
  readonly compareRun: (number: number) => string;
  readonly remove: string;
  readonly removeRun: (number: number) => string;
  readonly removed: (number: number) => string;
  readonly restored: (number: number) => string;
  readonly undo: string;
  readonly added: (number: number, cell: string) => string;
  readonly confusion: string;
  readonly confusionOf: (number: number) => string;
  readonly confusionAdded: (number: number) => string;
  readonly actual: string;
  readonly details: string;
  readonly detailsOf: (number: number) => string;
  readonly chooseMore: string;
  readonly compared: (runs: string) => string;
  readonly atMost: (count: number) => string;
  readonly different: string;
  readonly equalSettings: string;
  readonly value: string;
  readonly epoch: string;
  readonly saveMarkdown: string;
  readonly saveCsv: string;
  readonly print: string;
  readonly tableLabel: string;
  readonly file: string;
  readonly kept: string;
}

export const runLogWords: Readonly<Record<Language, RunLogWords>> = {
  es: {
    facts: {
      time: 'Momento',
      cell: 'Celda',
      model: 'Modelo',
      outcome: 'Resultado',
      seed: 'Semilla',
      backend: 'Motor',
      optimizer: 'Optimizador',
      learningRate: 'Tasa de aprendizaje',
      loss: 'Pérdida',
      batchSize: 'Lote',
      samples: 'Ejemplos',
      epochs: 'Épocas',
      trained: 'Parámetros entrenados',
      frozen: 'Parámetros congelados',
      firstTrained: 'Primera capa entrenada',
      duration: 'Duración',
    },
    final: (curve) => `${curve} al final`,
    outcomes: {
      done: 'completo',
      failed: 'con error',
      stopped: 'detenido',
      ended: 'acabó antes de tiempo',
    },
    run: 'Nº',
    settings: 'Ajustes',
    trained: 'Entrenados',
    results: 'Resultados',
    from: (layer) => `desde ${layer}`,
    batch: (size) => `lote ${size}`,
    epochs: (done, asked) => (done === asked ? `${done} épocas` : `${done} de ${asked} épocas`),
    note: 'Conclusión',
    noteOf: (number) => `Conclusión del entrenamiento ${number}`,
    compare: 'Comparar',
    compareRun: (number) => `Comparar el entrenamiento ${number}`,
    remove: 'Borrar',
    removeRun: (number) => `Borrar el entrenamiento ${number}`,
    removed: (number) => `Entrenamiento ${number} borrado.`,
    restored: (number) => `El entrenamiento ${number} vuelve a estar.`,
    undo: 'Deshacer',
    added: (number, cell) => `Entrenamiento ${number}, de la celda ${cell}, anotado.`,
    confusion: 'Matriz de confusión',
    confusionOf: (number) => `${number} · Matriz de confusión`,
    confusionAdded: (number) => `La matriz de confusión del entrenamiento ${number} queda anotada.`,
    actual: 'Real ↓ · predicción →',
    details: 'Detalles',
    detailsOf: (number) => `Detalles del entrenamiento ${number}`,
    chooseMore: 'Marca otro entrenamiento para compararlos.',
    compared: (runs) => `Comparación: ${runs}`,
    atMost: (count) => `Se comparan ${count} como mucho: quita una marca para poner otra.`,
    different: 'distinto',
    equalSettings: 'Los ajustes son iguales: lo que cambia es el azar, los datos o el punto de partida.',
    value: 'Dato',
    epoch: 'Época',
    saveMarkdown: 'Guardar en Markdown',
    saveCsv: 'Guardar en CSV',
    print: 'Imprimir',
    tableLabel: 'Entrenamientos, del más nuevo al más antiguo',
    file: 'entrenamientos',
    kept: 'Se guardan en este equipo los 200 últimos. Lo que se exporta son los marcados o, sin marcas, todos.',
  },
  en: {
    facts: {
      time: 'When',
      cell: 'Cell',
      model: 'Model',
      outcome: 'Outcome',
      seed: 'Seed',
      backend: 'Backend',
      optimizer: 'Optimizer',
      learningRate: 'Learning rate',
      loss: 'Loss',
      batchSize: 'Batch',
      samples: 'Examples',
      epochs: 'Epochs',
      trained: 'Trained parameters',
      frozen: 'Frozen parameters',
      firstTrained: 'First trained layer',
      duration: 'Duration',
    },
    final: (curve) => `final ${curve}`,
    outcomes: { done: 'complete', failed: 'failed', stopped: 'stopped', ended: 'ended early' },
    run: 'No.',
    settings: 'Settings',
    trained: 'Trained',
    results: 'Results',
    from: (layer) => `from ${layer}`,
    batch: (size) => `batch ${size}`,
    epochs: (done, asked) => (done === asked ? `${done} epochs` : `${done} of ${asked} epochs`),
    note: 'Conclusion',
    noteOf: (number) => `Conclusion of training ${number}`,
    compare: 'Compare',
    compareRun: (number) => `Compare training ${number}`,
    remove: 'Delete',
    removeRun: (number) => `Delete training ${number}`,
    removed: (number) => `Training ${number} deleted.`,
    restored: (number) => `Training ${number} is back.`,
    undo: 'Undo',
    added: (number, cell) => `Training ${number}, of the cell ${cell}, noted.`,
    confusion: 'Confusion matrix',
    confusionOf: (number) => `${number} · Confusion matrix`,
    confusionAdded: (number) => `The confusion matrix of training ${number} is noted.`,
    actual: 'Actual ↓ · predicted →',
    details: 'Details',
    detailsOf: (number) => `Details of training ${number}`,
    chooseMore: 'Tick another training to compare the two.',
    compared: (runs) => `Comparison: ${runs}`,
    atMost: (count) => `At most ${count} are compared: untick one to tick another.`,
    different: 'different',
    equalSettings: 'The settings are equal: what differs is chance, the data or where it started from.',
    value: 'Value',
    epoch: 'Epoch',
    saveMarkdown: 'Save as Markdown',
    saveCsv: 'Save as CSV',
    print: 'Print',
    tableLabel: 'Trainings, newest first',
    file: 'trainings',
    kept: 'The last 200 are kept on this device. Exported are those that are ticked or, with none ticked, all.',
  },
};
