import { describe, expect, it } from 'vitest';
import { openDrawings } from '../../../../src/lessons-runtime/host/drawings/drawings.ts';
import { importDrawings } from '../../../../src/lessons-runtime/panel/drawings/import-drawings.ts';
import { writeDrawingsFile } from '../../../../src/lessons-runtime/progress/files/drawings-file.ts';
import { createMemoryRecord } from '../../../support/memory-record.ts';

const titles = new Map([
  ['butterfly', 'mariposa'],
  ['bee', 'abeja'],
]);
const drawings = (learner: number, length: number) =>
  Array.from({ length }, (_, number) => [`0,${learner} 255,${number % 256}`, `${number >> 8},0`]);
const fileOf = (name: string, text: string) => new File([text], name);
const learnerFile = (name: string, classes: Readonly<Record<string, readonly (readonly string[])[]>>) =>
  fileOf(
    name,
    writeDrawingsFile(Object.entries(classes).map(([each, drawn]) => ({ name: each, drawings: drawn }))),
  );

async function openPad() {
  const record = createMemoryRecord();
  const stored = await openDrawings(record, [...titles.keys()]);
  const counts = () => [...titles.keys()].map((name) => stored.of(name).length);
  return { record, stored, counts, open: (...files: File[]) => importDrawings(files, stored, titles, 'es') };
}

describe('importDrawings', () => {
  it('adds the files of three learners, without loss, and the same files again without duplicates', async () => {
    const { open, counts } = await openPad();
    const files = [
      learnerFile('ana.json', { butterfly: drawings(1, 12), bee: drawings(1, 3) }),
      learnerFile('beto.json', { bee: drawings(2, 7) }),
      learnerFile('carla.json', { butterfly: drawings(3, 5) }),
    ];
    expect(await open(...files)).toEqual({
      status: 'Añadidos: 17 de «mariposa» y 10 de «abeja».',
      problems: '',
    });
    expect(counts()).toEqual([17, 10]);
    expect(await open(...files)).toEqual({
      status: 'No hay ningún dibujo nuevo. 27 ya los tenías.',
      problems: '',
    });
    expect(counts()).toEqual([17, 10]);
  });

  it('refuses a file with the reason, and imports the others', async () => {
    const { open, counts } = await openPad();
    const good = learnerFile('ana.json', { bee: drawings(1, 1) });
    const { status, problems } = await open(fileOf('roto.json', '{'), good, fileOf('otro.json', '[]'));
    expect(status).toBe('Añadidos: 1 de «abeja».');
    expect(problems).toContain('«roto.json» no se ha podido usar. El archivo está dañado o incompleto');
    expect(problems).toContain('«otro.json» no se ha podido usar. Ese archivo no es de Deshielo.');
    expect(counts()).toEqual([0, 1]);
  });

  it('names the classes that the pad does not have, and does not import their drawings', async () => {
    const { record, open } = await openPad();
    const others = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [name, drawings(1, 1)]));
    expect((await open(learnerFile('ana.json', others))).status).toBe(
      'No hay ningún dibujo nuevo. No se han añadido los de a, b, c, d, e y 1 clase más, porque en esta página no se dibujan: ábrelos en una lección que tenga esas clases.',
    );
    expect(await record.load('drawings')).toEqual([]);
  });

  it('reports drawings for which there is no room', async () => {
    const { open, counts } = await openPad();
    expect((await open(learnerFile('ana.json', { bee: drawings(1, 503) }))).status).toBe(
      'Añadidos: 500 de «abeja». No caben más de 500 por clase; se han quedado fuera 3 de «abeja».',
    );
    expect(counts()).toEqual([0, 500]);
  });

  it('imports nothing if the drawings cannot be stored', async () => {
    const { stored, counts } = await openPad();
    const full = { ...stored, addAll: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) };
    const file = learnerFile('ana.json', { bee: drawings(1, 1) });
    await expect(importDrawings([file], full, titles, 'es')).rejects.toThrow('full');
    expect(counts()).toEqual([0, 0]);
  });
});
