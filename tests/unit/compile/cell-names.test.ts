import { describe, expect, it } from 'vitest';
import { cellNames } from '../../../src/lessons-runtime/compile/cell-names.ts';

describe('cellNames', () => {
  it('tells declared, imported and used names apart', () => {
    expect(
      cellNames(`
        import { iconDataset as load } from 'deshielo';
        import type { Nothing } from 'deshielo';
        const [a, { b }] = await load(name);
        function f(x: Nothing) { const inner = x; return later + inner; }
        class K {}
        b + a;`),
    ).toEqual({
      declares: ['a', 'b', 'f', 'K'],
      imports: ['load'],
      uses: ['name', 'later'],
      usesNow: ['name'],
      changes: [],
      inputs: [],
    });
  });

  it.each([
    ['total += 1;', ['total']],
    ['[a, b] = [b, a];', ['a', 'b']],
    ['count++;', ['count']],
    ['delete table.row;', ['table']],
    ['base.layers[0].trainable = false;', ['base']],
    ['for (const layer of base.layers) layer.trainable = false;', ['base']],
    ['base.layers.slice(2).forEach((layer) => { layer.trainable = true; });', ['base']],
    ["model.compile({ optimizer: 'adam' }); const logs = await model.fit(x, y);", ['model']],
    ['(model as tf.Sequential).add(layer);', ['model']],
    ['await list.push(1);', ['list']],
  ])('finds what %s changes', (source, changes) => {
    expect(cellNames(source)?.changes).toEqual(changes);
  });

  it.each([
    'const y = x.add(1);',
    'model.predict(x);',
    'const net = tf.sequential(); net.add(layer); net.compile({});',
    'function later() { total += 1; model.fit(x); }',
    'const later = () => { total += 1; };',
    'const { front } = model; const local = [1]; { const model = front; model.fit(x); }',
  ])('finds no change of another cell’s value in %s', (source) => {
    expect(cellNames(source)?.changes).toEqual([]);
  });

  it('takes functions that are passed on to run now', () => {
    const names = cellNames('const y = tf.tidy(() => model.predict(x)); const f = () => later;');
    expect(names?.usesNow).toEqual(['tf', 'model', 'x']);
    expect(names?.uses).toEqual(['tf', 'model', 'x', 'later']);
  });

  it('finds what a cell reads from the page, also by the import of another cell', () => {
    expect(cellNames("import { chosenPhoto as chosen, myClasses } from 'deshielo';")?.inputs).toEqual([
      'classes',
    ]);
    expect(cellNames('const photo = await chosenPhoto();')?.inputs).toEqual(['photo']);
    expect(cellNames('await myDrawings()')?.inputs).toEqual(['drawings']);
  });

  it('returns null for code with a syntax error', () => {
    expect(cellNames('const = 1')).toBeNull();
  });
});
