import { describe, expect, it } from 'vitest';
import { readCheck } from '../../../../src/course/exercises/read-check.ts';

const names = (found: readonly { readonly name: string }[]) => found.map(({ name }) => name);

describe('readCheck', () => {
  it('returns the cells that a check needs and the messages that it gives, each with its line', () => {
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
    ['a string in double quotes', 'check.wrong("one")', ['one']],
    ['a template without expressions', 'check.wrong(`one`)', ['one']],
    ['a string with a type assertion', "check.wrong('one' as const)", ['one']],
    ['a string next to comments', "// check.wrong('none')\ncheck.wrong(/* why */ 'one')", ['one']],
    [
      'a string next to one that looks like a call',
      `const a = "check.wrong('none')"; check.wrong('one')`,
      ['one'],
    ],
    ['the message of check.correct', "check.correct('neatly')", ['neatly']],
  ])('finds a name written as %s', (_, code, expected) => {
    const check = readCheck(`check.define({ grade() { ${code} } });`.replace('// ', '\n// '));
    expect(names(check.messages)).toEqual(expected);
    expect(check.unreadable).toEqual([]);
  });

  it.each([
    ['a computed name', 'check.wrong(names[0])', 'names[0]'],
    ['a parameter', '((name) => check.wrong(name))("a")', 'name'],
    ['a circular constant', 'const a = b, b = a; check.wrong(a)', 'a'],
  ])('reports %s as unreadable', (_, code, unreadable) => {
    expect(names(readCheck(`check.define({ grade() { ${code} } });`).unreadable)).toEqual([unreadable]);
  });

  it('reports a file that does not call check.define', () => {
    expect(readCheck("const check2 = { define() {} }; check2.define({ needs: ['a'] });").isDefined).toBe(
      false,
    );
  });
});
