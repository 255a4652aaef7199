import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  type CurrentState,
  codeDigest,
  findStale,
  fingerprint,
  type RunFacts,
  runFactsSchema,
} from '../../../../src/lessons-runtime/host/cells/run-facts.ts';

const facts = (changed: Partial<RunFacts> = {}): RunFacts => ({
  code: 'code',
  inputs: {},
  seed: null,
  bases: {},
  ...changed,
});
const current = (changed: Partial<CurrentState> = {}): CurrentState => ({
  code: () => 'code',
  inputs: {},
  seed: 42,
  ...changed,
});
/** Returns the stale cells with their reasons as texts. */
const staleOf = (runs: Readonly<Record<string, RunFacts>>, state = current()) =>
  Object.fromEntries(
    [...findStale(new Map(Object.entries(runs)), state)].map(([cell, reason]) => [
      cell,
      reason.kind === 'cell' ? reason.cell : reason.kind,
    ]),
  );

describe('a cell’s outputs', () => {
  it('are current if nothing has changed', () => {
    expect(staleOf({ a: facts() })).toEqual({});
  });

  it('are stale while the code differs, and current again with the earlier code', () => {
    expect(staleOf({ a: facts() }, current({ code: () => 'other' }))).toEqual({ a: 'code' });
    expect(staleOf({ a: facts() }, current({ code: () => 'code' }))).toEqual({});
  });

  it('are stale if an input that the run read has changed, not if another has', () => {
    const runs = { a: facts({ inputs: { photo: 'cat' } }), b: facts() };
    expect(staleOf(runs, current({ inputs: { photo: 'dog', classes: 'x' } }))).toEqual({ a: 'photo' });
    expect(staleOf(runs, current({ inputs: { photo: 'cat' } }))).toEqual({});
    expect(staleOf(runs, current({ inputs: {} })), 'an input that is not known yet').toEqual({});
  });

  it('are stale with another seed only if the run drew random numbers', () => {
    expect(staleOf({ a: facts({ seed: 42 }), b: facts() }, current({ seed: 7 }))).toEqual({ a: 'seed' });
  });

  it('are stale if a cell on which they depend is stale, over several cells', () => {
    const a = facts();
    const b = facts({ bases: { a: fingerprint(a) } });
    const c = facts({ bases: { b: fingerprint(b) } });
    const changed = current({ code: (cell) => (cell === 'a' ? 'other' : 'code') });
    expect(staleOf({ c, a, b }, changed)).toEqual({ a: 'code', b: 'a', c: 'b' });
    expect(staleOf({ a, b, c })).toEqual({});
  });

  it('are stale if such a cell has run with something else since, and current if it has run with the same', () => {
    const b = facts({ bases: { a: fingerprint(facts()) } });
    const other = current({ code: (cell) => (cell === 'a' ? 'other' : 'code') });
    expect(staleOf({ a: facts({ code: 'other' }), b }, other)).toEqual({ b: 'a' });
    expect(staleOf({ a: facts(), b })).toEqual({});
  });

  it('do not depend on a cell whose run is not known', () => {
    expect(staleOf({ b: facts({ bases: { a: 'x' } }) })).toEqual({});
  });

  it('of cells that depend on each other are found in the end', () => {
    const runs = { a: facts({ bases: { b: 'x' } }), b: facts({ bases: { a: 'y' } }) };
    expect(staleOf(runs)).toEqual({ a: 'b', b: 'a' });
  });
});

describe('facts of a run', () => {
  it('have the same fingerprint in any order of their fields', () => {
    const one = facts({ inputs: { photo: 'a', classes: 'b' }, bases: { a: '1', b: '2' } });
    const other = facts({ inputs: { classes: 'b', photo: 'a' }, bases: { b: '2', a: '1' } });
    expect(fingerprint(one)).toBe(fingerprint(other));
    expect(fingerprint(one)).not.toBe(fingerprint(facts({ ...one, seed: 1 })));
  });

  it('have a digest of the code in which comments and layout do not count', () => {
    expect(codeDigest('const a = 1; // one')).toBe(codeDigest('const a = 1 /* uno */'));
    expect(codeDigest('const a = 1;')).not.toBe(codeDigest('const a = 2;'));
  });

  it('are read back from storage, and refused if they are of another form', () => {
    const stored = facts({ inputs: { photo: 'cat' }, seed: 3, bases: { a: 'x' } });
    expect(v.parse(runFactsSchema, structuredClone(stored))).toEqual(stored);
    expect(v.is(runFactsSchema, { ...stored, bases: null })).toBe(false);
  });
});
