import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../src/content/lessons/01-pretrained/', import.meta.url);

function read(path: string): string {
  return readFileSync(new URL(path, folder), 'utf8');
}

const es = read('es.mdx');
const en = read('en.mdx');
const cellFiles = readdirSync(new URL('cells/', folder));
const cells = Object.fromEntries(cellFiles.map((file) => [file, read(`cells/${file}`)]));

function cell(file: string): string {
  const text = cells[file];
  if (text === undefined) throw new Error(`the lesson has no cells/${file}`);
  return text;
}

/** The first part of the slides, line by line, and what must be on the page for it. */
const slideLines: readonly { line: string; es: string; en: string }[] = [
  {
    line: 'Modelos pre-entrenados, Transferencia de Aprendizaje y Finetuning',
    es: '**modelos preentrenados**, **transferencia de aprendizaje** y **finetuning**',
    en: '**pretrained models**, **transfer learning** and **fine-tuning**',
  },
  { line: 'Modelos Preentrenados', es: 'title: Modelos preentrenados', en: 'title: Pretrained models' },
  {
    line: 'Entrenar un modelo requiere',
    es: '## ¿Qué requiere entrenar un modelo?',
    en: '## What does training a model require?',
  },
  { line: 'Tiempo/uso de cpu', es: '### Tiempo y uso de CPU', en: '### Time and CPU use' },
  {
    line: 'Optimización de hiperparámetros',
    es: '### Optimización de hiperparámetros',
    en: '### Hyperparameter optimisation',
  },
  { line: 'Preparación de datos', es: '### Preparación de datos', en: '### Data preparation' },
  {
    line: 'Usar un modelo preentrenado',
    es: 'Usar un modelo preentrenado da una cosa y quita dos',
    en: 'Using a pretrained model gives one thing and takes two',
  },
  { line: '+ Fácil y rápido', es: '**+ Fácil y rápido.**', en: '**+ Easy and fast.**' },
  { line: '- Arquitectura fija', es: '**− Arquitectura fija.**', en: '**− Fixed architecture.**' },
  { line: '- Dominio fijo', es: '**− Dominio fijo.**', en: '**− Fixed domain.**' },
];

/** The slides' code, line by line: its Keras twin, and the cell that does the same live. */
const slideCode: readonly { line: string; cell: string; python: string; typescript: string }[] = [
  {
    line: 'from keras.applications.mobilenet import MobileNet, preprocess_input',
    cell: 'load-model',
    python: 'from keras.applications.mobilenet import MobileNet, preprocess_input',
    typescript: "import { efficientNetLite0 } from 'deshielo'",
  },
  {
    line: "model = MobileNet(weights='imagenet')",
    cell: 'load-model',
    python: "model = MobileNet(weights='imagenet')",
    typescript: "efficientNetLite0({ weights: 'imagenet', inputShape: [224, 224, 3] })",
  },
  {
    line: 'from keras.preprocessing import image',
    cell: 'choose-photo',
    python: 'from keras.preprocessing import image',
    typescript: "import { chosenPhoto, loadImage } from 'deshielo'",
  },
  {
    line: 'img = image.load_img(image_path, target_size=(224, 224))',
    cell: 'choose-photo',
    python: 'img = image.load_img(image_path, target_size=(224, 224))',
    typescript: 'loadImage(photo, { targetSize: [224, 224] })',
  },
  {
    line: 'img = image.img_to_array(img)',
    cell: 'preprocess',
    python: 'img = image.img_to_array(img)',
    typescript: 'imgToArray(image)',
  },
  {
    line: 'img = np.expand_dims(img, axis=0)',
    cell: 'preprocess',
    python: 'img = np.expand_dims(img, axis=0)',
    typescript: 'tf.expandDims<tf.Tensor4D>(pixels, 0)',
  },
  {
    line: 'img = preprocess_input(img)',
    cell: 'preprocess',
    python: 'img = preprocess_input(img)',
    typescript: 'preprocessInput(onePhoto)',
  },
  {
    line: 'class=model.predict_classes(img)',
    cell: 'predict',
    python: 'class_index = np.argmax(probabilities, axis=-1)',
    typescript: 'probabilities.argMax(-1)',
  },
];

describe('lesson 1 and the slides', () => {
  it.each(slideLines)('says "$line" in both languages', ({ es: spanish, en: english }) => {
    expect(es).toContain(spanish);
    expect(en).toContain(english);
  });

  it.each(slideCode)('runs "$line"', ({ cell: id, python, typescript }) => {
    expect(cell(`${id}.py`)).toContain(python);
    expect(cell(`${id}.ts`)).toContain(typescript);
    expect(es).toContain(`<Cell id="${id}" />`);
  });

  it('says which network stands in for MobileNet, and what became of predict_classes', () => {
    for (const page of [es, en]) {
      expect(page).toMatch(
        /\*\*.*MobileNet\?\*\*.*Keras.*EfficientNet-Lite0.*MobileNetV2.*relu6.*squeeze-and-excitation.*75/,
      );
      expect(page).toMatch(
        /`class = model\.predict_classes\(img\)`.*Keras.*`predict_classes`.*`predict`.*`decode_predictions`/,
      );
    }
  });
});

describe('lesson 1', () => {
  it('asks before it answers, often', () => {
    expect(es.match(/<Question>/g)?.length).toBeGreaterThanOrEqual(7);
  });
});

describe('the cells of lesson 1', () => {
  it('take the number of answers from one place', () => {
    expect(cell('top-k.ts').match(/\b5\b/g)).toHaveLength(1);
    expect(cell('top-k.ts')).toContain('const topK = 5;');
    expect(cell('top-k.ts')).toContain('top: topK');
  });

  it('ask about a photo that the gallery marks as unknown', () => {
    const gallery: { photos: { id: string; known: boolean }[] } = JSON.parse(
      readFileSync(new URL('../../public/datasets/gallery@1/gallery.json', import.meta.url), 'utf8'),
    );
    const unknown = gallery.photos.filter(({ known }) => !known).map(({ id }) => id);
    const asked = /galleryPhoto\('([^']+)'\)/.exec(cell('outside-domain.ts'))?.[1];
    expect(unknown).toContain(asked);
    for (const page of [es, en]) {
      const suggested = [...page.matchAll(/`'([a-z-]+)'`/g)].map(([, id]) => id);
      expect(suggested).toHaveLength(4);
      expect(unknown).toEqual(expect.arrayContaining(suggested));
    }
  });
});
