import { describe, expect, it } from 'vitest';
import {
  drawingsFileLimits,
  readDrawingsFile,
  writeDrawingsFile,
} from '../../../../src/lessons-runtime/progress/files/drawings-file.ts';
import { readFile } from '../../../../src/lessons-runtime/progress/files/parse-file.ts';
import { drawingLimits } from '../../../../src/lessons-runtime/protocol/strokes.ts';

const classes = [
  { name: 'butterfly', drawings: [['0,0 255,10', '3,4'], ['0,255 1,0']] },
  { name: 'hot-air-balloon', drawings: [] },
];
const file = JSON.parse(writeDrawingsFile(classes));
const withStrokes = (strokes: unknown) => ({ ...file, classes: [{ name: 'bee', drawings: [strokes] }] });

describe('a file of drawings', () => {
  it('contains what was written, and nothing about its author', () => {
    expect(readDrawingsFile(writeDrawingsFile(classes))).toEqual({ ok: true, value: classes });
    expect(Object.keys(file)).toEqual(['format', 'version', 'classes']);
  });

  it('may have more drawings of a class than a pad adds', () => {
    const many = Array.from({ length: 3000 }, (_, number) => [`${number % 256},${number >> 8}`]);
    const read = readDrawingsFile(writeDrawingsFile([{ name: 'bee', drawings: many }]));
    expect(read).toEqual({ ok: true, value: [{ name: 'bee', drawings: many }] });
  });

  it('may be as large as the drawings of a pad', () => {
    const { characters, perClass } = drawingLimits;
    const point = '100,100 ';
    const largest = [point.repeat(characters / point.length).trimEnd()];
    const bytes = writeDrawingsFile([{ name: 'bee', drawings: Array(perClass).fill(largest) }]).length;
    expect(10 * bytes).toBeLessThan(drawingsFileLimits.bytes);
  });

  it('is refused if it was cut off at any place', () => {
    const text = writeDrawingsFile(classes).trimEnd();
    for (let length = 0; length < text.length; length += 1)
      expect(readDrawingsFile(text.slice(0, length)), `${length}`).toMatchObject({
        ok: false,
        problem: { kind: 'notJson' },
      });
  });

  it.each([
    [
      'another format',
      { ...file, format: 'deshielo-progress' },
      { kind: 'foreign', format: 'deshielo-progress' },
    ],
    ['no format', { classes }, { kind: 'foreign', format: '' }],
    ['a later version', { ...file, version: 2 }, { kind: 'newer', version: 2 }],
    ['no version', { ...file, version: undefined }, { kind: 'damaged', where: 'version' }],
    ['no classes', { ...file, classes: undefined }, { kind: 'damaged', where: 'classes' }],
    ['classes that are no list', { ...file, classes: { bee: [] } }, { kind: 'damaged', where: 'classes' }],
    [
      'a huge coordinate',
      withStrokes(['1e300,0']),
      { kind: 'damaged', where: 'classes.0.drawings.0.0', expected: 'points' },
    ],
    ['a coordinate with a leading zero', withStrokes(['07,0']), { kind: 'damaged' }],
    ['a coordinate outside', withStrokes(['256,0']), { kind: 'damaged' }],
    ['a negative coordinate', withStrokes(['-1,0']), { kind: 'damaged' }],
    ['NaN', withStrokes(['NaN,0']), { kind: 'damaged' }],
    ['an odd number of coordinates', withStrokes(['1,2 3']), { kind: 'damaged' }],
    ['numbers instead of text', withStrokes([[1, 2]]), { kind: 'damaged' }],
    ['an empty drawing', withStrokes([]), { kind: 'damaged' }],
    ['an empty stroke', withStrokes(['']), { kind: 'damaged' }],
    ['a stroke of a million points', withStrokes([Array(1e6).fill('1,2').join(' ')]), { kind: 'damaged' }],
    ['a thousand strokes', withStrokes(Array(1000).fill('1,2')), { kind: 'tooLong', most: 300, found: 1000 }],
    ['300 long strokes', withStrokes(Array(300).fill(Array(100).fill('1,2').join(' '))), { kind: 'damaged' }],
    [
      'a name of 3 MB',
      { ...file, classes: [{ name: 'a'.repeat(3e6), drawings: [] }] },
      { kind: 'tooLong', most: 60 },
    ],
    [
      'a name with markup',
      { ...file, classes: [{ name: '<b>', drawings: [] }] },
      { kind: 'damaged', expected: 'class' },
    ],
    ['a name like a path', { ...file, classes: [{ name: '__proto__', drawings: [] }] }, { kind: 'damaged' }],
    [
      'too many classes',
      { ...file, classes: Array(500).fill({ name: 'bee', drawings: [] }) },
      { kind: 'tooLong' },
    ],
  ])('is refused with %s', (_, content, problem) => {
    expect(readDrawingsFile(JSON.stringify(content))).toMatchObject({ ok: false, problem });
  });

  it('is refused if it is deeply nested', () => {
    const deep = `{"format":"deshielo-drawings","version":1,"classes":${'['.repeat(1e5)}${']'.repeat(1e5)}}`;
    expect(readDrawingsFile(deep)).toMatchObject({ ok: false, problem: { kind: 'tooDeep' } });
  });

  it('is refused without being read if it is too large', async () => {
    const large = {
      name: 'large.json',
      size: drawingsFileLimits.bytes + 1,
      text: () => Promise.reject(new Error('read')),
    };
    expect(await readFile(large, readDrawingsFile, drawingsFileLimits.bytes)).toEqual({
      ok: false,
      problem: { kind: 'tooBig', most: drawingsFileLimits.bytes },
    });
  });
});
