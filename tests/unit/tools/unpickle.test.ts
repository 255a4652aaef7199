import { describe, expect, it } from 'vitest';
import { UnpickleError } from '../../../tools/convert-efficientnet-lite0/pickle-value.ts';
import { unpickle } from '../../../tools/convert-efficientnet-lite0/unpickle.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const read = (text: string) => unpickle(latin(`\x80\x02${text}.`)).value;

describe('unpickle', () => {
  it('reads numbers, text, booleans and None', () => {
    expect(read('(K\x07M\x01\x02J\xff\xff\xff\xff\x88\x89NX\x02\0\0\0\xc3\xb1t')).toEqual([
      7,
      513,
      -1,
      true,
      false,
      null,
      'ñ',
    ]);
  });

  it('reads long integers of either sign', () => {
    expect(read('\x8a\x0al\xfc\x9cF\xf9 j\xa8P\x19')).toBe(0x1950a86a20f9469cfc6cn);
    expect(read('\x8a\x01\xff')).toBe(-1n);
    expect(read('\x8a\0')).toBe(0n);
  });

  it('fills dictionaries and lists in place, so that memoized references see the items', () => {
    const value = read('}q\0X\x01\0\0\0aK\x01s(X\x01\0\0\0bh\0u');
    expect(value).toBeInstanceOf(Map);
    if (!(value instanceof Map)) return;
    expect(value.get('a')).toBe(1);
    expect(value.get('b')).toBe(value);
    expect(read(']q\0(K\x01K\x02e')).toEqual([1, 2]);
  });

  it('calls only allowed globals', () => {
    const sum = (args: readonly unknown[]): number =>
      args.reduce((total: number, value) => total + Number(value), 0);
    const bytes = latin('\x80\x02cmath\nsum\nK\x02K\x03\x86R.');
    expect(unpickle(bytes, 0, { globals: { 'math sum': sum } }).value).toBe(5);
    expect(() => unpickle(bytes)).toThrow('the global math.sum is not allowed');
  });

  it('rejects a pickle that would run a command', () => {
    expect(() => read('cos\nsystem\nX\x04\0\0\0true\x85R')).toThrow('the global os.system is not allowed');
    expect(() => read('cconstructor\nconstructor\n)R')).toThrow('not allowed');
  });

  it('reports an unknown opcode with its position', () => {
    const error = errorOf(() => read('K\x01\x81'));
    expect(error.message).toBe('pickle, byte 4: opcode 0x81 is not supported');
    expect(error.at).toBe(4);
  });

  it('rejects other protocols, an empty stack and truncated bytes', () => {
    expect(() => unpickle(latin('\x80\x04N.'))).toThrow('protocol 4; only protocol 2 is supported');
    expect(() => unpickle(latin('\x80\x02.'))).toThrow('a value was expected on the stack');
    expect(() => unpickle(latin('\x80\x02X\x09\0\0\0abc'))).toThrow('truncated: expected 9 bytes at byte 7');
    expect(() => unpickle(latin('\x80\x02t.'))).toThrow('a mark was expected');
    expect(() => unpickle(latin('\x80\x02h\x05.'))).toThrow('the memo has no entry 5');
  });
});

function errorOf(run: () => unknown): UnpickleError {
  try {
    run();
  } catch (error) {
    if (error instanceof UnpickleError) return error;
    throw error;
  }
  throw new Error('expected an UnpickleError');
}
