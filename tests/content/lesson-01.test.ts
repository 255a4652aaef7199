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
  if (text === undefined) throw new Error(`no cells/${file}`);
  return text;
}

describe('lesson 1', () => {
  it('explains what replaces MobileNet and predict_classes', () => {
    for (const page of [es, en]) {
      expect(page).toMatch(
        /\*\*.*MobileNet\?\*\*.*Keras.*EfficientNet-Lite0.*MobileNetV2.*relu6.*squeeze-and-excitation.*75/,
      );
      expect(page).toMatch(
        /`class = model\.predict_classes\(img\)`.*Keras.*`predict_classes`.*`predict`.*`decode_predictions`/,
      );
    }
  });

  it('asks at least seven questions', () => {
    expect(es.match(/<Question>/g)?.length).toBeGreaterThanOrEqual(7);
  });
});

describe('the cells of lesson 1', () => {
  it('define the number of answers once', () => {
    expect(cell('top-k.ts').match(/\b5\b/g)).toHaveLength(1);
    expect(cell('top-k.ts')).toContain('const topK = 5;');
    expect(cell('top-k.ts')).toContain('top: topK');
  });

  it('use a photo that the gallery marks as unknown', () => {
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
