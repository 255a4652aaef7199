import { describe, expect, it } from 'vitest';
import type { FileProblem } from '../../../../src/lessons-runtime/progress/files/file-problem.ts';
import {
  readRecordFile,
  writeRecordFile,
} from '../../../../src/lessons-runtime/progress/files/record-file.ts';
import { emptyRecord } from '../../../../src/lessons-runtime/progress/record/record-tables.ts';
import { sampleRecord } from '../../../support/sample-record.ts';

const at = Date.UTC(2026, 10, 24, 15);
const text = await writeRecordFile({ at, record: sampleRecord });

async function problemOf(text: string): Promise<FileProblem> {
  const read = await readRecordFile(text);
  if (read.ok) throw new Error('the file was accepted');
  return read.problem;
}

describe('an exported file', () => {
  it('is read unchanged, including NaN and infinities', async () => {
    expect(await readRecordFile(text)).toEqual({
      ok: true,
      value: { at, record: sampleRecord, seal: 'fits' },
    });
    expect(await writeRecordFile({ at, record: sampleRecord })).toBe(text);
  });

  it('has a digest that reveals changes; a file without one has the state none', async () => {
    const sealOf = async (changed: string) => {
      const read = await readRecordFile(changed);
      return read.ok ? read.value.seal : read.problem;
    };
    expect(await sealOf(text.replace('"verdict": "incorrect"', '"verdict": "correct"'))).toBe('broken');
    expect(await sealOf(text.replace(/"digest": \{[^}]+\}/, '"digest": "mine"'))).toBe('broken');
    expect(await sealOf(text.replace(/,\s+"digest": \{[^}]+\}/, ''))).toBe('none');
    expect(await sealOf(JSON.stringify(JSON.parse(text)))).toBe('fits');
  });

  it('is indented JSON with ISO dates', () => {
    expect(text).toMatch(
      /^\{\n {2}"format": "deshielo-progress",\n {2}"version": 3,\n {2}"at": "2026-11-24T15:00:00.000Z",/,
    );
    expect(text).toContain('"const ñ = \\"«hielo»\\"; // 🧊\\n"');
    expect(text).toMatch(/"values": \[\s+0.7,\s+"NaN"\s+\]/);
  });

  it('replaces lone surrogates', async () => {
    const [edit] = sampleRecord.edits;
    if (edit === undefined) throw new Error('no edit');
    const half = await writeRecordFile({
      at,
      record: { ...emptyRecord, edits: [{ ...edit, source: 'a\ud83eb🧊' }] },
    });
    const read = await readRecordFile(half);
    expect(read.ok && read.value.record.edits[0]?.source).toBe('a\ufffdb🧊');
  });

  it('of version 1 is migrated', async () => {
    const old = {
      format: 'deshielo-progress',
      version: 1,
      at: '2026-01-01T00:00:00Z',
      record: { edits: [{ lesson: 'a', cell: 'x', source: '1' }] },
    };
    const read = await readRecordFile(JSON.stringify(old));
    expect(read.ok && read.value.record).toEqual({
      ...emptyRecord,
      edits: [{ lesson: 'a', cell: 'x', source: '1', at: 0 }],
    });
  });
});

describe('readRecordFile refuses a file', () => {
  it.each([
    [
      'that is truncated',
      text.slice(0, text.length / 2),
      { kind: 'notJson', line: text.slice(0, text.length / 2).split('\n').length },
    ],
    [
      'with a syntax error',
      text.replace('"hints"', '"hints",'),
      { kind: 'notJson', line: text.slice(0, text.indexOf('"hints"')).split('\n').length },
    ],
    ['that is a list', '[]', { kind: 'foreign', format: '' }],
    ['that is empty', '', { kind: 'notJson', line: 1 }],
    ['of another format', '{"format": "notebook", "version": 1}', { kind: 'foreign', format: 'notebook' }],
    [
      'that is a hand-in',
      '{"format": "deshielo-hand-in", "version": 3}',
      { kind: 'foreign', format: 'deshielo-hand-in' },
    ],
    ['of a later version', text.replace('"version": 3', '"version": 4'), { kind: 'newer', version: 4 }],
    [
      'with an invalid version',
      text.replace('"version": 3', '"version": "two"'),
      { kind: 'damaged', where: 'version', expected: 'number', found: '"two"' },
    ],
  ] as const)('%s', async (_, content, problem) => {
    expect(await problemOf(content)).toEqual(problem);
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
  ])('with %s replaced by %s, and names the path', async (part, replacement, where, found) => {
    expect(text).toContain(part);
    const problem = await problemOf(text.replace(part, replacement));
    expect(problem).toMatchObject({ kind: 'damaged', where, found });
    expect(problem).toHaveProperty('expected', expect.stringMatching(/.+/));
  });

  it('with too long a text or too deep nesting, and names the limit', async () => {
    const long = text.replace('"name": "Ana Núñez"', `"name": "${'n'.repeat(3e6)}"`);
    expect(await problemOf(long)).toEqual({
      kind: 'tooLong',
      where: 'record.learner.0.name',
      most: 200,
      found: 3e6,
    });
    const deep = text.replace('"format"', `"more": ${'{"a":'.repeat(8000)}1${'}'.repeat(8000)}, "format"`);
    expect(await problemOf(deep)).toEqual({ kind: 'tooDeep', most: 32 });
    const brackets = JSON.stringify(`"${'[{'.repeat(100)}\\`);
    const written = await readRecordFile(text.replace('"too fast"', brackets));
    expect(written.ok && written.value.record.runs[0]?.note).toBe(JSON.parse(brackets));
  });
});
