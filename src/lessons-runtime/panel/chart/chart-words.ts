import type { Language } from '../../shared/language.ts';

/** All that the page itself says about a chart. Numbers come in as text, in the page's own digits. */
export interface ChartWords {
  readonly language: Language;
  readonly data: string;
  readonly failed: string;
  readonly refused: (problem: string) => string;
  readonly saveImage: string;
  readonly saveTable: string;
  /** Of points, values or rows; the first is what there is to see, the second what the cell gave. */
  readonly sampled: (kept: string, of: string) => string;
  readonly drawn: (kept: string, of: string) => string;
  readonly firstRows: (kept: string, of: string) => string;
  /** `Line chart “loss”`; the kinds are below. */
  readonly titled: (kind: string, name: string) => string;
  readonly kinds: Readonly<
    Record<
      | 'bars'
      | 'lines'
      | 'points'
      | 'histogram'
      | 'heatmap'
      | 'confusion'
      | 'table'
      | 'history'
      | 'live'
      | 'distribution'
      | 'layer'
      | 'model'
      | 'classes'
      | 'empty',
      string
    >
  >;
  readonly nothing: string;
  readonly bars: (count: string, label: string, value: string) => string;
  readonly lines: (series: number, points: number) => string;
  readonly goes: (name: string, from: string, to: string) => string;
  readonly rests: (name: string, value: string) => string;
  readonly silent: (name: string) => string;
  /** Of a line that ends early: what is told of it, and where it has its last value. */
  readonly until: (line: string, place: string) => string;
  readonly more: (count: string) => string;
  readonly points: (series: number, points: string, x: string, y: string) => string;
  readonly between: (from: string, to: string) => string;
  readonly values: (count: string, from: string, to: string) => string;
  readonly heatmap: (columns: string, rows: string, from: string, to: string, where: string) => string;
  readonly confusion: (classes: string, right: string, cases: string) => string;
  readonly mistake: (label: string, prediction: string, count: string) => string;
  readonly noMistake: string;
  readonly table: (rows: string, columns: string, names: string) => string;
  readonly epochs: (count: number) => string;
  readonly batches: (count: number) => string;
  readonly model: (layers: string, parameters: string, trainable: string) => string;
  readonly weight: (name: string, shape: string, from: string, to: string) => string;
  readonly classes: (
    count: string,
    best: string,
    bestValue: string,
    worst: string,
    worstValue: string,
  ) => string;
  readonly columns: Readonly<
    Record<
      | 'series'
      | 'from'
      | 'to'
      | 'count'
      | 'class'
      | 'accuracy'
      | 'samples'
      | 'layer'
      | 'shape'
      | 'parameters'
      | 'state'
      | 'weight'
      | 'min'
      | 'max'
      | 'zeros'
      | 'infinities'
      | 'epoch'
      | 'batch'
      | 'iteration'
      | 'actual',
      string
    >
  >;
  readonly trainable: string;
  readonly frozen: string;
  readonly visor: string;
  readonly allTabs: string;
  readonly hide: string;
  readonly show: string;
  readonly enlarge: string;
  readonly shrink: string;
}

const es: ChartWords = {
  language: 'es',
  data: 'Datos de la gráfica',
  failed: 'No se pudo dibujar la gráfica; abajo están sus datos.',
  refused: (problem) => `Esta llamada a tfvis trae algo que no se puede dibujar (${problem}).`,
  saveImage: 'Guardar PNG',
  saveTable: 'Guardar CSV',
  sampled: (kept, of) => `Se muestran ${kept} de ${of}, repartidos por igual.`,
  drawn: (kept, of) => `Se dibujan ${kept} de ${of}, repartidos por igual; el CSV los tiene todos.`,
  firstRows: (kept, of) => `Primeras ${kept} filas de ${of}.`,
  titled: (kind, name) => `${kind} «${name}»`,
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
  bars: (count, label, value) => `${plural(count, 'barra', 'barras')}; la mayor, ${label}, ${value}`,
  lines: (series, points) => `${plural(series, 'serie', 'series')} de ${plural(points, 'punto', 'puntos')}`,
  goes: (name, from, to) => `${name} va de ${from} a ${to}`,
  rests: (name, value) => `${name} está en ${value}`,
  silent: (name) => `${name} no tiene valores (NaN)`,
  until: (line, place) => `${line} y no tiene valor (NaN) después de ${place}`,
  more: (count) => `y ${count} más`,
  points: (series, points, x, y) =>
    `${plural(series, 'serie', 'series')}, ${plural(points, 'punto', 'puntos')}; x ${x}, y ${y}`,
  between: (from, to) => `entre ${from} y ${to}`,
  values: (count, from, to) => `${plural(count, 'valor', 'valores')}, entre ${from} y ${to}`,
  heatmap: (columns, rows, from, to, where) =>
    `${plural(columns, 'columna', 'columnas')} y ${plural(rows, 'fila', 'filas')}, con valores entre ${from} y ${to}; el mayor, en ${where}`,
  confusion: (classes, right, cases) =>
    `${plural(classes, 'clase', 'clases')}; ${right} de ${plural(cases, 'caso', 'casos')} en la diagonal`,
  mistake: (label, prediction, count) =>
    `la confusión mayor, ${label} tomado por ${prediction}, ${count === '1' ? 'una vez' : `${count} veces`}`,
  noMistake: 'sin confusiones',
  table: (rows, columns, names) =>
    `${plural(rows, 'fila', 'filas')} y ${plural(columns, 'columna', 'columnas')}: ${names}`,
  epochs: (count) => `tras ${plural(count, 'época', 'épocas')}`,
  batches: (count) => `tras ${plural(count, 'lote', 'lotes')}`,
  model: (layers, parameters, trainable) =>
    `${plural(layers, 'capa', 'capas')}, ${plural(parameters, 'parámetro', 'parámetros')}; ${trainable} entrenables`,
  weight: (name, shape, from, to) => `${name} ${shape}, entre ${from} y ${to}`,
  classes: (count, best, bestValue, worst, worstValue) =>
    `${plural(count, 'clase', 'clases')}; la mejor, ${best}, ${bestValue}; la peor, ${worst}, ${worstValue}`,
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
    actual: 'Real ↓ · predicción →',
  },
  trainable: 'entrenable',
  frozen: 'congelada',
  visor: 'Visor de gráficas',
  allTabs: 'Todas',
  hide: 'Ocultar',
  show: 'Mostrar',
  enlarge: 'Ampliar',
  shrink: 'Reducir',
};

const en: ChartWords = {
  language: 'en',
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
  bars: (count, label, value) => `${plural(count, 'bar', 'bars')}; the largest, ${label}, ${value}`,
  lines: (series, points) =>
    `${series} series, ${plural(points, 'point', 'points')}${series > 1 ? ' each' : ''}`,
  goes: (name, from, to) => `${name} goes from ${from} to ${to}`,
  rests: (name, value) => `${name} is at ${value}`,
  silent: (name) => `${name} has no values (NaN)`,
  until: (line, place) => `${line} and has no value (NaN) after ${place}`,
  more: (count) => `and ${count} more`,
  points: (series, points, x, y) => `${series} series, ${plural(points, 'point', 'points')}; x ${x}, y ${y}`,
  between: (from, to) => `from ${from} to ${to}`,
  values: (count, from, to) => `${plural(count, 'value', 'values')}, from ${from} to ${to}`,
  heatmap: (columns, rows, from, to, where) =>
    `${plural(columns, 'column', 'columns')} and ${plural(rows, 'row', 'rows')}, values from ${from} to ${to}; the largest at ${where}`,
  confusion: (classes, right, cases) =>
    `${plural(classes, 'class', 'classes')}; ${right} of ${plural(cases, 'case', 'cases')} on the diagonal`,
  mistake: (label, prediction, count) =>
    `the commonest mistake, ${label} taken for ${prediction}, ${count === '1' ? 'once' : `${count} times`}`,
  noMistake: 'no mistakes',
  table: (rows, columns, names) =>
    `${plural(rows, 'row', 'rows')} and ${plural(columns, 'column', 'columns')}: ${names}`,
  epochs: (count) => `after ${plural(count, 'epoch', 'epochs')}`,
  batches: (count) => `after ${plural(count, 'batch', 'batches')}`,
  model: (layers, parameters, trainable) =>
    `${plural(layers, 'layer', 'layers')}, ${plural(parameters, 'parameter', 'parameters')}; ${trainable} trainable`,
  weight: (name, shape, from, to) => `${name} ${shape}, from ${from} to ${to}`,
  classes: (count, best, bestValue, worst, worstValue) =>
    `${plural(count, 'class', 'classes')}; the best, ${best}, ${bestValue}; the worst, ${worst}, ${worstValue}`,
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
    actual: 'Actual ↓ · predicted →',
  },
  trainable: 'trainable',
  frozen: 'frozen',
  visor: 'Chart visor',
  allTabs: 'All',
  hide: 'Hide',
  show: 'Show',
  enlarge: 'Enlarge',
  shrink: 'Shrink',
};

export const chartWords: Readonly<Record<Language, ChartWords>> = { es, en };

function plural(count: number | string, one: string, many: string): string {
  return `${count} ${String(count) === '1' ? one : many}`;
}
