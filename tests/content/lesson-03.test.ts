import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string): string => readFileSync(`src/content/lessons/03-transfer/${path}`, 'utf8');
const es = read('es.mdx');
const en = read('en.mdx');

/** The second part of the slides, line by line, and what must be on the page for it. */
const slideLines: readonly { line: string; es: string; en: string }[] = [
  {
    line: 'Transferencia de Aprendizaje',
    es: 'title: Transferencia de aprendizaje',
    en: 'title: Transfer learning',
  },
  { line: 'Motivación', es: '**Motivación.**', en: '**Motivation.**' },
  { line: 'Tengo un modelo', es: 'Tengo un modelo', en: 'I have a model' },
  {
    line: 'para problema X',
    es: '## Tengo un modelo para el problema X',
    en: '## I have a model for problem X',
  },
  { line: 'Quiero resolver', es: 'Quiero resolver', en: 'I want to solve' },
  { line: 'problema Y', es: '## Quiero resolver el problema Y', en: '## I want to solve problem Y' },
  { line: 'Modelo de Gatos y Perros', es: 'El modelo de gatos y perros', en: 'The cat and dog model' },
  {
    line: 'No sirve para Mariposas vs Abejas',
    es: '**No sirve para mariposas y abejas.**',
    en: '**It is no use for butterflies and bees.**',
  },
  { line: '¿Empiezo desde 0? No', es: '## ¿Empiezo desde cero? No', en: '## Do I start from zero? No' },
  {
    line: 'Reusar Filtros Convolucionales',
    es: '**Reusar los filtros convolucionales.**',
    en: '**Reuse the convolutional filters.**',
  },
  {
    line: 'Relativamente independientes del dominio',
    es: 'relativamente independientes del dominio',
    en: 'relatively independent of the domain',
  },
  {
    line: 'Reemplazar última capa Dense o GlobalAveragePooling',
    es: '**Reemplazar la última capa**, la Dense, y lo que venga detrás de la base, como GlobalAveragePooling.',
    en: '**Replace the last layer**, the Dense one, and what comes behind the base, such as GlobalAveragePooling.',
  },
  { line: 'Reentrenar red', es: '**Reentrenar la red**', en: '**Retrain the network**' },
  { line: 'gato perro', es: '*gato, perro*', en: '*cat, dog*' },
  { line: 'Mariposa Abeja', es: '*mariposa, abeja*', en: '*butterfly, bee*' },
  { line: 'Congelar', es: '### Congelar', en: '### Freezing' },
  {
    line: 'No entrenar los pesos',
    es: 'Congelar es no entrenar los pesos.',
    en: 'Freezing is not training the weights.',
  },
];

/** The slides' code, line by line: its Keras twin, and the cell that does the same live. */
const slideCode: readonly { line: string; cell: string; python: string; typescript: string }[] = [
  {
    line: "base_model=MobileNet(input_shape=(32,32,3),weights='imagenet',include_top=False)",
    cell: 'base-model',
    python: "base_model = MobileNet(input_shape=(32, 32, 3), weights='imagenet', include_top=False)",
    typescript:
      "const baseModel = await iconNet({ inputShape: [64, 64, 3], weights: 'icons', includeTop: false });",
  },
  {
    line: 'for layer in base_model.layers:',
    cell: 'freeze',
    python: 'for layer in base_model.layers:',
    typescript: 'for (const layer of baseModel.layers) {',
  },
  {
    line: 'layer.trainable=False # capas "congeladas" no se entranan',
    cell: 'freeze',
    python: 'layer.trainable = False  # es: las capas «congeladas» no se entrenan',
    typescript: 'layer.trainable = false; // es: las capas «congeladas» no se entrenan',
  },
  {
    line: '# Utilizar salida del modelo como entrada a capa Dense de 128',
    cell: 'new-head',
    python: '# es: usar la salida del modelo como entrada a una capa Dense de 128',
    typescript: 'entra en una capa Dense de 128',
  },
  {
    line: "output = Dense(128,activation='relu')(base_model.output)",
    cell: 'new-head',
    python: "output = Dense(128, activation='relu')(output)",
    typescript: "tf.layers.dense({ units: 128, activation: 'relu' }).apply(pooled)",
  },
  {
    line: '# Nueva capa de salida',
    cell: 'new-head',
    python: '# es: nueva capa de salida',
    typescript: '// es: la nueva capa de salida',
  },
  {
    line: "output = Dense(classes,activation='softmax')(output)",
    cell: 'new-head',
    python: "output = Dense(classes, activation='softmax')(output)",
    typescript: "tf.layers.dense({ units: classes, activation: 'softmax' }).apply(hidden)",
  },
  {
    line: 'model=Model(inputs=base_model.input,outputs=output)',
    cell: 'new-head',
    python: 'model = Model(inputs=base_model.input, outputs=output)',
    typescript: 'tf.model({ inputs: baseModel.inputs, outputs: output })',
  },
  {
    line: '#Entrenar con nuevos datos',
    cell: 'train-head',
    python: '# es: entrenar con los nuevos datos',
    typescript: 'insects.train.xs',
  },
  {
    line: "model.compile(optimizer='Adam',loss='categorical_crossentropy', metrics=['accuracy'])",
    cell: 'train-head',
    python: "model.compile(optimizer='Adam', loss='categorical_crossentropy', metrics=['accuracy'])",
    typescript:
      "model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });",
  },
  {
    line: 'model.fit(x,y,epochs=20)',
    cell: 'train-head',
    python: 'model.fit(x, y, epochs=20)',
    typescript: 'epochs: 20',
  },
];

describe('lesson 3 and the slides', () => {
  it.each(slideLines)('says "$line" in both languages', ({ es: spanish, en: english }) => {
    expect(es).toContain(spanish);
    expect(en).toContain(english);
  });

  it.each(slideCode)('runs "$line"', ({ cell, python, typescript }) => {
    expect(read(`cells/${cell}.py`)).toContain(python);
    expect(read(`cells/${cell}.ts`)).toContain(typescript);
    expect(es).toContain(`<Cell id="${cell}" />`);
  });
});
