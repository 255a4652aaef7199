import { describe, expect, it } from 'vitest';
import { readCheck } from '../../../../src/course/exercises/read-check.ts';

const names = (named: readonly { readonly name: string }[]) => named.map(({ name }) => name);

describe('what a check says of itself', () => {
  it('is the cells that it needs, and the messages that it gives, each with its line', () => {
    const check = readCheck(`check.define({
  needs: ['base', 'head'],
  grade({ values }) {
    if (values.a === 1) return check.correct();
    return check.wrong('other', { expected: 1, found: 'turned' });
  },
});`);
    expect(check).toMatchObject({ isDefined: true, unreadable: [] });
    expect(check.needs).toEqual([
      { name: 'base', line: 2 },
      { name: 'head', line: 2 },
    ]);
    expect(check.messages).toEqual([{ name: 'other', line: 5 }]);
  });

  it.each([
    ['a choice', "check.wrong(a ? 'one' : b ? 'two' : 'three')", ['one', 'two', 'three']],
    ['a constant', "const name = a ? 'one' : 'two'; check.wrong(name)", ['one', 'two']],
    ['quotation marks of another kind', 'check.wrong("one")', ['one']],
    ['a template without a hole', 'check.wrong(`one`)', ['one']],
    ['a type', "check.wrong('one' as const)", ['one']],
    ['a comment', "// check.wrong('none')\ncheck.wrong(/* why */ 'one')", ['one']],
    ['a text that looks like a call', `const a = "check.wrong('none')"; check.wrong('one')`, ['one']],
    ['right in another way', "check.correct('neatly')", ['neatly']],
  ])('is found where a name is written as %s', (_, code, expected) => {
    const check = readCheck(`check.define({ grade() { ${code} } });`.replace('// ', '\n// '));
    expect(names(check.messages)).toEqual(expected);
    expect(check.unreadable).toEqual([]);
  });

  it.each([
    ['a computed name', 'check.wrong(names[0])', 'names[0]'],
    ['a parameter', '((name) => check.wrong(name))("a")', 'name'],
    ['a constant of itself', 'const a = b, b = a; check.wrong(a)', 'a'],
  ])('cannot be told of %s', (_, code, unreadable) => {
    expect(names(readCheck(`check.define({ grade() { ${code} } });`).unreadable)).toEqual([unreadable]);
  });

  it('is nothing where it defines nothing', () => {
    expect(readCheck("const check2 = { define() {} }; check2.define({ needs: ['a'] });").isDefined).toBe(
      false,
    );
  });
});
