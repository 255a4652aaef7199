import { formatFor } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { defineWords } from '../../shared/words.ts';
import { splitsWords } from './splits/splits-words.ts';

const spanish = formatFor('es');
const english = formatFor('en');

const es = {
  data: 'Datos de la gráfica',
  failed: 'No se pudo dibujar la gráfica; abajo están sus datos.',
  refused: (problem: string) => `Esta llamada a tfvis trae algo que no se puede dibujar (${problem}).`,
  saveImage: 'Guardar PNG',
  saveTable: 'Guardar CSV',
  sampled: (kept: string, of: string) => `Se muestran ${kept} de ${of}, repartidos por igual.`,
  drawn: (kept: string, of: string) =>
    `Se dibujan ${kept} de ${of}, repartidos por igual; el CSV los tiene todos.`,
  firstRows: (kept: string, of: string) => `Primeras ${kept} filas de ${of}.`,
  titled: (kind: string, name: string) => `${kind} «${name}»`,
  kinds: {
    bars: 'Gráfica de barras',
    lines: 'Gráfica de líneas',
    points: 'Gráfica de dispersión',
    histogram: 'Histograma',
    heatmap: 'Mapa de calor',
    confusion: 'Matriz de confusión',
    table: 'Tabla',
    history: 'Historial del entrenamiento',
    live: 'Curvas del entrenamiento',
    distribution: 'Distribución de valores',
    layer: 'Pesos de la capa',
    model: 'Resumen del modelo',
    classes: 'Acierto por clase',
    empty: 'Superficie',
  },
  nothing: 'sin datos',
  bars: (count: number, label: string, value: string) =>
    `${spanish.plural(count, 'barra', 'barras')}; la mayor, ${label}, ${value}`,
  lines: (series: number, points: number) =>
    `${spanish.plural(series, 'serie', 'series')} de ${spanish.plural(points, 'punto', 'puntos')}`,
  changes: (name: string, from: string, to: string) => `${name} va de ${from} a ${to}`,
  stays: (name: string, value: string) => `${name} está en ${value}`,
  noValues: (name: string) => `${name} no tiene valores (NaN)`,
  until: (line: string, x: string) => `${line} y no tiene valor (NaN) después de ${x}`,
  more: (count: string) => `y ${count} más`,
  points: (series: number, points: number, x: string, y: string) =>
    `${spanish.plural(series, 'serie', 'series')}, ${spanish.plural(points, 'punto', 'puntos')}; x ${x}, y ${y}`,
  between: (from: string, to: string) => `entre ${from} y ${to}`,
  values: (count: number, from: string, to: string) =>
    `${spanish.plural(count, 'valor', 'valores')}, entre ${from} y ${to}`,
  heatmap: (columns: number, rows: number, from: string, to: string, where: string) =>
    `${spanish.plural(columns, 'columna', 'columnas')} y ${spanish.plural(rows, 'fila', 'filas')}, con valores entre ${from} y ${to}; el mayor, en ${where}`,
  confusion: (classes: number, right: string, cases: number) =>
    `${spanish.plural(classes, 'clase', 'clases')}; ${right} de ${spanish.plural(cases, 'caso', 'casos')} en la diagonal`,
  mistake: (label: string, prediction: string, count: number) =>
    `la confusión mayor, ${label} tomado por ${prediction}, ${count === 1 ? 'una vez' : spanish.plural(count, 'vez', 'veces')}`,
  classAt: (index: number) => `Clase ${index}`,
  noMistake: 'sin confusiones',
  table: (rows: number, columns: number, names: string) =>
    `${spanish.plural(rows, 'fila', 'filas')} y ${spanish.plural(columns, 'columna', 'columnas')}: ${names}`,
  epochs: (count: number) => `tras ${spanish.plural(count, 'época', 'épocas')}`,
  batches: (count: number) => `tras ${spanish.plural(count, 'lote', 'lotes')}`,
  model: (layers: number, parameters: number, trainable: string) =>
    `${spanish.plural(layers, 'capa', 'capas')}, ${spanish.plural(parameters, 'parámetro', 'parámetros')}; ${trainable} entrenables`,
  weight: (name: string, shape: string, from: string, to: string) =>
    `${name} ${shape}, entre ${from} y ${to}`,
  classes: (count: number, best: string, bestValue: string, worst: string, worstValue: string) =>
    `${spanish.plural(count, 'clase', 'clases')}; la mejor, ${best}, ${bestValue}; la peor, ${worst}, ${worstValue}`,
  columns: {
    series: 'Serie',
    from: 'Desde',
    to: 'Hasta',
    count: 'Cuántos',
    class: 'Clase',
    accuracy: 'Acierto',
    samples: 'Muestras',
    layer: 'Capa',
    shape: 'Forma',
    parameters: 'Parámetros',
    state: 'Estado',
    weight: 'Peso',
    min: 'Mín',
    max: 'Máx',
    zeros: 'Ceros',
    infinities: 'Infinitos',
    epoch: 'Época',
    batch: 'Lote',
    iteration: 'Iteración',
    values: 'Valores',
    actual: 'Real ↓ · predicción →',
  },
  /** The names of the fields in the specifications of tfjs-vis. */
  fields: {
    index: 'índice',
    value: 'valor',
    label: 'real',
    prediction: 'predicción',
    count: 'cuántos',
    series: 'serie',
  },
  callbacks: { epochs: 'Por época', batches: 'Por lote' },
  /** The metrics of tfjs; others keep their names. */
  metrics: { loss: 'Pérdida', acc: 'Exactitud', accuracy: 'Exactitud' },
  showDistribution: 'Ver la distribución de los valores de:',
  trainable: 'entrenable',
  frozen: 'congelada',
  visor: 'Visor de gráficas',
  allTabs: 'Todas',
  hide: 'Ocultar',
  show: 'Mostrar',
  enlarge: 'Ampliar',
  shrink: 'Reducir',
};

const en: typeof es = {
  data: 'Data of the chart',
  failed: 'The chart could not be drawn; its data is below.',
  refused: (problem) => `This call of tfvis holds something that cannot be drawn (${problem}).`,
  saveImage: 'Save PNG',
  saveTable: 'Save CSV',
  sampled: (kept, of) => `${kept} of ${of} are shown, evenly spread.`,
  drawn: (kept, of) => `${kept} of ${of} are drawn, evenly spread; the CSV has them all.`,
  firstRows: (kept, of) => `The first ${kept} rows of ${of}.`,
  titled: (kind, name) => `${kind} “${name}”`,
  kinds: {
    bars: 'Bar chart',
    lines: 'Line chart',
    points: 'Scatter plot',
    histogram: 'Histogram',
    heatmap: 'Heatmap',
    confusion: 'Confusion matrix',
    table: 'Table',
    history: 'Training history',
    live: 'Training curves',
    distribution: 'Distribution of values',
    layer: 'Weights of the layer',
    model: 'Model summary',
    classes: 'Accuracy per class',
    empty: 'Surface',
  },
  nothing: 'no data',
  bars: (count, label, value) => `${english.plural(count, 'bar', 'bars')}; the largest, ${label}, ${value}`,
  lines: (series, points) =>
    `${english.count(series)} series, ${english.plural(points, 'point', 'points')}${series > 1 ? ' each' : ''}`,
  changes: (name, from, to) => `${name} goes from ${from} to ${to}`,
  stays: (name, value) => `${name} is at ${value}`,
  noValues: (name) => `${name} has no values (NaN)`,
  until: (line, x) => `${line} and has no value (NaN) after ${x}`,
  more: (count) => `and ${count} more`,
  points: (series, points, x, y) =>
    `${english.count(series)} series, ${english.plural(points, 'point', 'points')}; x ${x}, y ${y}`,
  between: (from, to) => `from ${from} to ${to}`,
  values: (count, from, to) => `${english.plural(count, 'value', 'values')}, from ${from} to ${to}`,
  heatmap: (columns, rows, from, to, where) =>
    `${english.plural(columns, 'column', 'columns')} and ${english.plural(rows, 'row', 'rows')}, values from ${from} to ${to}; the largest at ${where}`,
  confusion: (classes, right, cases) =>
    `${english.plural(classes, 'class', 'classes')}; ${right} of ${english.plural(cases, 'case', 'cases')} on the diagonal`,
  mistake: (label, prediction, count) =>
    `the commonest mistake, ${label} taken for ${prediction}, ${count === 1 ? 'once' : english.plural(count, 'time', 'times')}`,
  classAt: (index) => `Class ${index}`,
  noMistake: 'no mistakes',
  table: (rows, columns, names) =>
    `${english.plural(rows, 'row', 'rows')} and ${english.plural(columns, 'column', 'columns')}: ${names}`,
  epochs: (count) => `after ${english.plural(count, 'epoch', 'epochs')}`,
  batches: (count) => `after ${english.plural(count, 'batch', 'batches')}`,
  model: (layers, parameters, trainable) =>
    `${english.plural(layers, 'layer', 'layers')}, ${english.plural(parameters, 'parameter', 'parameters')}; ${trainable} trainable`,
  weight: (name, shape, from, to) => `${name} ${shape}, from ${from} to ${to}`,
  classes: (count, best, bestValue, worst, worstValue) =>
    `${english.plural(count, 'class', 'classes')}; the best, ${best}, ${bestValue}; the worst, ${worst}, ${worstValue}`,
  columns: {
    series: 'Series',
    from: 'From',
    to: 'To',
    count: 'Count',
    class: 'Class',
    accuracy: 'Accuracy',
    samples: 'Samples',
    layer: 'Layer',
    shape: 'Shape',
    parameters: 'Parameters',
    state: 'State',
    weight: 'Weight',
    min: 'Min',
    max: 'Max',
    zeros: 'Zeros',
    infinities: 'Infinities',
    epoch: 'Epoch',
    batch: 'Batch',
    iteration: 'Iteration',
    values: 'Values',
    actual: 'Actual ↓ · predicted →',
  },
  fields: {
    index: 'index',
    value: 'value',
    label: 'actual',
    prediction: 'predicted',
    count: 'count',
    series: 'series',
  },
  callbacks: { epochs: 'By epoch', batches: 'By batch' },
  metrics: { loss: 'Loss', acc: 'Accuracy', accuracy: 'Accuracy' },
  showDistribution: 'Show the distribution of the values of:',
  trainable: 'trainable',
  frozen: 'frozen',
  visor: 'Chart visor',
  allTabs: 'All',
  hide: 'Hide',
  show: 'Show',
  enlarge: 'Enlarge',
  shrink: 'Shrink',
};

/** The texts of charts. Exported for the test that compares the languages of all tables. */
export const chartWords = defineWords({ es, en });

/** The texts and formats of charts in one language. */
export type ChartWords = ReturnType<typeof chartWordsIn>;

export function chartWordsIn(language: Language) {
  return { ...chartWords[language], splits: splitsWords[language], format: formatFor(language) };
}
