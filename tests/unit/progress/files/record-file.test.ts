import { describe, expect, it } from 'vitest';
import type { FileProblem } from '../../../../src/lessons-runtime/progress/files/file-problem.ts';
import {
  readRecordFile,
  writeRecordFile,
} from '../../../../src/lessons-runtime/progress/files/record-file.ts';
import { emptyWholeRecord } from '../../../../src/lessons-runtime/progress/record/record-tables.ts';
import { sampleRecord } from '../../../support/sample-record.ts';

const at = Date.UTC(2026, 10, 24, 15);
const text = await writeRecordFile({ at, record: sampleRecord });

async function faultOf(broken: string): Promise<FileProblem> {
  const read = await readRecordFile(broken);
  if (read.ok) throw new Error('it was read');
  return read.problem;
}

describe('an exported file', () => {
  it('comes back as it was, NaN and all', async () => {
    expect(await readRecordFile(text)).toEqual({
      ok: true,
      value: { at, record: sampleRecord, seal: 'fits' },
    });
    expect(await writeRecordFile({ at, record: sampleRecord })).toBe(text);
  });

  it('has a seal that shows what was changed by hand; one of before seals has none', async () => {
    const sealOf = async (changed: string) => {
      const read = await readRecordFile(changed);
      return read.ok ? read.value.seal : read.problem;
    };
    expect(await sealOf(text.replace('"verdict": "incorrect"', '"verdict": "correct"'))).toBe('broken');
    expect(await sealOf(text.replace(/"digest": \{[^}]+\}/, '"digest": "mine"'))).toBe('broken');
    expect(await sealOf(text.replace(/,\s+"digest": \{[^}]+\}/, ''))).toBe('none');
    expect(await sealOf(JSON.stringify(JSON.parse(text)))).toBe('fits');
  });

  it('can be read by people', () => {
    expect(text).toMatch(
      /^\{\n {2}"format": "deshielo-progress",\n {2}"version": 3,\n {2}"at": "2026-11-24T15:00:00.000Z",/,
    );
    expect(text).toContain('"const ñ = \\"«hielo»\\"; // 🧊\\n"');
    expect(text).toMatch(/"values": \[\s+0.7,\s+"NaN"\s+\]/);
  });

  it('replaces half of a letter, which no file can hold', async () => {
    const [edit] = sampleRecord.edits;
    if (edit === undefined) throw new Error('no edit');
    const half = await writeRecordFile({
      at,
      record: { ...emptyWholeRecord, edits: [{ ...edit, source: 'a\ud83eb🧊' }] },
    });
    const read = await readRecordFile(half);
    expect(read.ok && read.value.record.edits[0]?.source).toBe('a\ufffdb🧊');
  });

  it('of an earlier version is brought up to date', async () => {
    const old = {
      format: 'deshielo-progress',
      version: 1,
      at: '2026-01-01T00:00:00Z',
      record: { edits: [{ lesson: 'a', cell: 'x', source: '1' }] },
    };
    const read = await readRecordFile(JSON.stringify(old));
    expect(read.ok && read.value.record).toEqual({
      ...emptyWholeRecord,
      edits: [{ lesson: 'a', cell: 'x', source: '1', at: 0 }],
    });
  });
});

describe('a file that is refused', () => {
  it.each([
    [
      'cut short',
      text.slice(0, text.length / 2),
      { kind: 'notJson', line: text.slice(0, text.length / 2).split('\n').length },
    ],
    [
      'with a letter too many',
      text.replace('"hints"', '"hints",'),
      { kind: 'notJson', line: text.slice(0, text.indexOf('"hints"')).split('\n').length },
    ],
    ['that is a list', '[]', { kind: 'foreign', format: '' }],
    ['of nothing', '', { kind: 'notJson', line: 1 }],
    ['of another program', '{"format": "notebook", "version": 1}', { kind: 'foreign', format: 'notebook' }],
    [
      'that is handed in',
      '{"format": "deshielo-hand-in", "version": 3}',
      { kind: 'foreign', format: 'deshielo-hand-in' },
    ],
    ['of a newer course', text.replace('"version": 3', '"version": 4'), { kind: 'newer', version: 4 }],
    [
      'of no version',
      text.replace('"version": 3', '"version": "two"'),
      { kind: 'damaged', where: 'version', expected: 'number', found: '"two"' },
    ],
  ] as const)('%s', async (_, broken, fault) => {
    expect(await faultOf(broken)).toEqual(fault);
  });

  it.each([
    ['"verdict": "correct"', '"verdict": "perfect"', 'record.items.0.attempts.2.verdict', '"perfect"'],
    ['"hints": 1', '"hints": -1', 'record.items.0.hints', '-1'],
    ['"seed": 42', '"seed": null', 'record.runs.0.seed', 'null'],
    ['"2023-11-14T22:13:20.000Z"', '"yesterday"', 'record.edits.0.at', '"yesterday"'],
    ['"2023-11-14T22:13:21.000Z"', '"7"', 'record.items.0.attempts.0.at', '"7"'],
    ['"cell": "freeze"', '"room": "freeze"', 'record.edits.0.cell', 'undefined'],
    ['"item": "exercise/thaw"', '"item": "thaw"', 'record.items.0.item', '"thaw"'],
    ['"2026-11-24T15:00:00.000Z"', '1e300', 'at', '1e+300'],
    ['"2026-11-24T15:00:00.000Z"', '8640000000000001', 'at', '8640000000000001'],
    ['"2023-11-14T22:13:20.000Z"', '1e300', 'record.edits.0.at', '1e+300'],
    [
      '"2023-11-14T22:13:20.000Z"',
      '"+300000-01-01T00:00:00Z"',
      'record.edits.0.at',
      '"+300000-01-01T00:00:00Z"',
    ],
    ['"runs": 3', '"runs": 9007199254740991', 'record.cells.0.runs', '9007199254740991'],
    ['"lastRun": 4', '"lastRun": 9007199254740991', 'record.learner.0.lastRun', '9007199254740991'],
    ['"number": 4', '"number": 9007199254740991', 'record.runs.0.number', '9007199254740991'],
  ])('with %s as %s: it says where', async (was, is, where, found) => {
    expect(text).toContain(was);
    const fault = await faultOf(text.replace(was, is));
    expect(fault).toMatchObject({ kind: 'damaged', where, found });
    expect(fault).toHaveProperty('expected', expect.stringMatching(/.+/));
  });

  it('for a text that is too long, and for too much within each other: it says how much there can be', async () => {
    const long = text.replace('"name": "Ana Núñez"', `"name": "${'n'.repeat(3e6)}"`);
    expect(await faultOf(long)).toEqual({
      kind: 'tooLong',
      where: 'record.learner.0.name',
      most: 200,
      found: 3e6,
    });
    const deep = text.replace('"format"', `"more": ${'{"a":'.repeat(8000)}1${'}'.repeat(8000)}, "format"`);
    expect(await faultOf(deep)).toEqual({ kind: 'tooDeep', most: 32 });
    const brackets = JSON.stringify(`"${'[{'.repeat(100)}\\`);
    const written = await readRecordFile(text.replace('"too fast"', brackets));
    expect(written.ok && written.value.record.runs[0]?.note).toBe(JSON.parse(brackets));
  });
});
