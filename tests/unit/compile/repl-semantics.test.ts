import { describe, expect, test } from 'vitest';
import { runCells } from './test-kernel.ts';

describe('declarations are shared by the lesson’s cells', () => {
  const shared: readonly (readonly [name: string, cells: readonly string[], expected: unknown])[] = [
    ['const', ['const a = 1', 'a'], 1],
    ['let', ['let a = 1', 'a'], 1],
    ['let without a value', ['let a', 'a'], undefined],
    ['let without a value resets on a re-run', ['let a', 'a = 3', 'let a', 'a'], undefined],
    ['var', ['var a = 1', 'a'], 1],
    ['var without a value', ['var a', 'a'], undefined],
    ['var twice keeps its value', ['var a = 1; var a; a'], 1],
    ['var keeps its value in a later cell', ['var a = 1', 'var a; a'], 1],
    ['var named like a global', ['var name; name'], undefined],
    ['var in a block', ['{ var a = 1 }', 'a'], 1],
    ['var in an untaken branch', ['if (false) var a = 1', 'a'], undefined],
    ['var of a for loop', ['for (var i = 0; i < 3; i++);', 'i'], 3],
    ['var of a for-of loop', ['for (var x of [1, 2]);', 'x'], 2],
    ['var of a for-in loop', ['for (var k in { a: 1, b: 2 });', 'k'], 'b'],
    ['var pattern of a for-of loop', ['for (var { a, b: [c] } of [{ a: 1, b: [2] }]);', '[a, c]'], [1, 2]],
    ['var in a switch', ['switch (1) { case 1: var a = 5 }', 'a'], 5],
    [
      'var in try, catch, finally',
      ['try { var a = 1; throw 0 } catch { var b = 2 } finally { var c = 3 }', '[a, b, c]'],
      [1, 2, 3],
    ],
    ['var named like a catch parameter', ['try { throw 1 } catch (e) { var e = 2 }', 'e'], undefined],
    ['function', ['function f() { return 1 }', 'f()'], 1],
    ['async function', ['async function f() { return 1 }', 'f()'], 1],
    ['generator', ['function* g() { yield 1; yield 2 }', '[...g()]'], [1, 2]],
    [
      'async generator',
      [
        'async function* g() { yield 1; yield 2 }',
        'const all = []; for await (const x of g()) all.push(x); all',
      ],
      [1, 2],
    ],
    ['class', ['class K { m() { return 1 } }', 'new K().m()'], 1],
    ['class with extends', ['class A { a = 1 }', 'class B extends A { b = this.a + 1 }', 'new B().b'], 2],
    ['several declarators', ['const a = 1, b = a + 1, c = b + 1', '[a, b, c]'], [1, 2, 3]],
    ['object pattern', ['const { a, b: { c } } = { a: 1, b: { c: 2 } }', '[a, c]'], [1, 2]],
    ['array pattern with a hole', ['const [a, , b] = [1, 2, 3]', '[a, b]'], [1, 3]],
    ['defaults in patterns', ['const { a = 1, b: c = a + 1 } = {}', '[a, c]'], [1, 2]],
    ['rest in an object pattern', ['const { a, ...rest } = { a: 1, b: 2, c: 3 }', 'rest'], { b: 2, c: 3 }],
    ['rest in an array pattern', ['const [a, ...[b, ...c]] = [1, 2, 3]', '[a, b, c]'], [1, 2, [3]]],
    ['computed key in a pattern', ['const key = "x"; const { [key]: a } = { x: 1 }', 'a'], 1],
    [
      'a pattern between plain declarators',
      ['const a = 1, { b } = { b: 2 }, [c] = [3]', '[a, b, c]'],
      [1, 2, 3],
    ],
    ['export const', ['export const a = 1', 'a'], 1],
    ['export function', ['export async function f() { return 2 }', 'f()'], 2],
    ['export default function with a name', ['export default function f() { return 2 }', 'f()'], 2],
    ['export default class with a name', ['export default class K { x = 1 }', 'new K().x'], 1],
    ['export list', ['const a = 1; export { a, a as b }', 'a'], 1],
    ['export list of another cell’s name', ['const a = 1', 'export { a }; a'], 1],
    ['names with accents', ['const señal = "ñ", π = 3', 'señal + π'], 'ñ3'],
    ['a name written with an escape', ['const \\u0061b = 1', 'ab'], 1],
  ];
  test.each(shared)('%s', async (_, cells, expected) => {
    expect(await runCells(cells)).toEqual(expected);
  });
});

describe('other cells see changes of shared names', () => {
  const live: readonly (readonly [name: string, cells: readonly string[], expected: unknown])[] = [
    ['reassignment in a later cell', ['let loss = 1', 'loss += 1', 'loss'], 2],
    ['increments', ['let n = 1', 'n++; ++n; n--', 'n'], 2],
    ['value of a postfix increment', ['let n = 1', 'n++'], 1],
    [
      'exponent and logical assignment',
      ['let a = 3, b = null, c = 0, d = 1', 'a **= 2; b ??= 5; c ||= 6; d &&= 7; [a, b, c, d]'],
      [9, 5, 6, 7],
    ],
    ['a closure sees a later change', ['let n = 1; const read = () => n', 'n = 5', 'read()'], 5],
    ['a closure changes a shared name', ['let n = 0; const add = () => { n += 1 }', 'add(); add()', 'n'], 2],
    [
      'an old closure sees a re-declaration',
      ['const a = 1; function f() { return a }', 'const a = 2', 'f()'],
      2,
    ],
    ['a function calls one declared in a later cell', ['const f = () => g()', 'const g = () => 7', 'f()'], 7],
    ['re-declaring with another kind', ['const a = 1', 'function a() { return 2 }', 'a()'], 2],
    ['re-running a cell', ['let n = 10', 'n += 1', 'n += 1', 'n'], 12],
    ['functions are hoisted', ['const x = f(); function f() { return 3 }', 'x'], 3],
    ['functions see names declared below them', ['function f() { return k } const k = 4; f()'], 4],
    [
      'mutual recursion',
      [
        'function even(n) { return n === 0 || odd(n - 1) } function odd(n) { return n !== 0 && even(n - 1) }',
        'even(10)',
      ],
      true,
    ],
    ['swap', ['let a = 1, b = 2', '[a, b] = [b, a]; [a, b]'], [2, 1]],
    [
      'destructuring into shared names',
      ['let a, b, c', '({ a, b: [b = 9], ...c } = { a: 1, b: [], d: 3 }); [a, b, c]'],
      [1, 9, { d: 3 }],
    ],
    ['destructuring into members', ['const o = {}; [o.x, o["y"]] = [1, 2]; o'], { x: 1, y: 2 }],
    ['for-of over a shared name', ['let x', 'for (x of [1, 2, 3]); x'], 3],
    ['for-in over a shared pattern', ['let a', 'for ([a] in { xy: 1 }); a'], 'x'],
    ['assignment as the last expression', ['let a', 'a = 4'], 4],
    [
      'a loop counter of a closure stays its own',
      ['const fs = []; for (let i = 0; i < 3; i++) fs.push(() => i)', 'fs.map((f) => f())'],
      [0, 1, 2],
    ],
  ];
  test.each(live)('%s', async (_, cells, expected) => {
    expect(await runCells(cells)).toEqual(expected);
  });
});

describe('names of inner scopes shadow shared names', () => {
  const hidden: readonly (readonly [name: string, cells: readonly string[], expected: unknown])[] = [
    ['parameter', ['const a = 1', 'const f = (a) => a; f(2)'], 2],
    [
      'parameter with a default that reads the outer name',
      ['const a = 1', 'const f = (b = a) => { const a = 5; return b + a }; f()'],
      6,
    ],
    ['destructured parameter', ['const a = 1', '(({ a }) => a)({ a: 3 })'], 3],
    ['rest parameter', ['const a = 1', '((...a) => a)(4, 5)'], [4, 5]],
    ['catch parameter', ['const e = 1', 'let r; try { throw 2 } catch (e) { r = e } [r, e]'], [2, 1]],
    ['destructured catch parameter', ['let r; try { throw { m: 2 } } catch ({ m }) { r = m } r'], 2],
    ['loop variable', ['const i = 7', 'let s = 0; for (let i = 0; i < 3; i++) s += i; [s, i]'], [3, 7]],
    ['block let', ['const a = 1', 'let r; { let a = 2; r = a } [r, a]'], [2, 1]],
    [
      'block function',
      ['const f = () => 1', 'let r; { function f() { return 2 } r = f() } [r, f()]'],
      [2, 1],
    ],
    [
      'block class',
      ['class K { x = 1 }', 'let r; { class K { x = 2 } r = new K().x } [r, new K().x]'],
      [2, 1],
    ],
    ['function’s var', ['var a = 1', 'function f() { a = 2; var a; return a } [f(), a]'], [2, 1]],
    [
      'var of an inner function stays there',
      ['function f() { { var q = 1 } return q } f() + (typeof q)'],
      '1undefined',
    ],
    [
      'name of a function expression',
      ['const fact = 0', '(function fact(n) { return n < 2 ? 1 : n * fact(n - 1) })(5)'],
      120,
    ],
    ['name of a class expression', ['const K = 0', 'new (class K { me() { return K.name } })().me()'], 'K'],
    [
      'a class’s own name inside it',
      [
        'class K { static n = 1; m() { return K.n } }; const Old = K',
        'class K { static n = 2 }',
        'new Old().m()',
      ],
      1,
    ],
    ['arguments', ['function f() { return arguments.length } f(1, 2, 3)'], 3],
    ['arguments in an arrow inside a function', ['function f() { return (() => arguments[0])() } f(9)'], 9],
    ['switch scope', ['const a = 1', 'let r; switch (1) { case 1: let a = 2; r = a } [r, a]'], [2, 1]],
    [
      'static block',
      ['const a = 1; let r; class K { static { const a = 2; r = a; var b = 3 } } [r, a, typeof b]'],
      [2, 1, 'undefined'],
    ],
    [
      'label named like a variable',
      ['const a = [1, 2]', 'let s = 0; a: for (const x of a) { for (;;) { s += x; continue a } } s'],
      3,
    ],
    ['a parameter named $', ['const a = 1', '(($) => $ + a)(1)'], 2],
    ['a function named $', ['function $(x) { return x + 1 } const b = $(1)', '$(b)'], 3],
    [
      'a local named $import and $1',
      ['const a = 1; const f = ($import, $1) => $import + $1 + a; f(1, 1)'],
      3,
    ],
    ['property names are no references', ['const o = { a: 1, b: { a: 2 } }; o.a + o.b.a + o?.b?.["a"]'], 5],
    [
      'method names are no references',
      ['const o = { log() { return 1 }, get tf() { return 2 } }; o.log() + o.tf'],
      3,
    ],
  ];
  test.each(hidden)('%s', async (_, cells, expected) => {
    expect(await runCells(cells)).toEqual(expected);
  });
});

describe('expressions keep their meaning', () => {
  const unchanged: readonly (readonly [name: string, cells: readonly string[], expected: unknown])[] = [
    ['this of a plain call is undefined', ['function f() { return this }', 'f()'], undefined],
    ['this of an optional call is undefined', ['function f() { return this === undefined }', 'f?.()'], true],
    [
      'this of a parenthesized call is undefined',
      ['function f() { return this === undefined }', '(f)()'],
      true,
    ],
    ['this of a template tag is undefined', ['function f() { return this === undefined }', 'f`x`'], true],
    ['this of a method call is the object', ['const o = { x: 3, f() { return this.x } }', 'o.f()'], 3],
    [
      'this at the top level is undefined',
      ['const t = this; const u = (() => this)(); [t, u]'],
      [undefined, undefined],
    ],
    ['this in a class field', ['class K { x = 1; f = () => this.x } new K().f()'], 1],
    ['new.target', ['function F() { this.t = new.target === F } new F().t'], true],
    ['optional call of a missing function', ['const f = undefined', 'f?.(1)'], undefined],
    ['optional chain through a call', ['const f = () => ({ a: null })', 'f().a?.b.c()'], undefined],
    [
      'tagged template',
      ['const tag = (s, ...v) => s.raw.join("|") + v.join()', 'tag`a$' + '{1}b$' + '{2}c`'],
      'a|b|c1,2',
    ],
    ['nested template', ['const x = 2', '`a$' + '{`b$' + '{x}`}`'], 'ab2'],
    ['typeof an undeclared name', ['typeof nobody'], 'undefined'],
    ['typeof a global', ['typeof Math.max + typeof Math'], 'functionobject'],
    ['typeof another cell’s name', ['const a = 1', 'typeof a'], 'number'],
    ['shorthand properties', ['const a = 1, b = 2', '({ a, b })'], { a: 1, b: 2 }],
    ['spread', ['const a = [1], o = { x: 1 }', '({ a: [...a, 2], ...o })'], { a: [1, 2], x: 1 }],
    ['computed method name', ['const k = "m"', '({ [k]() { return 1 } }).m()'], 1],
    [
      'computed class member',
      ['const k = "m"', 'class K { [k] = 1; static [k + 2]() { return 2 } } [new K().m, K.m2()]'],
      [1, 2],
    ],
    ['private names', ['class K { #x = 1; has(o) { return #x in o } } new K().has(new K())'], true],
    [
      'getter and setter',
      ['let v = 1; const o = { get x() { return v }, set x(n) { v = n } }; o.x = 5; v'],
      5,
    ],
    ['new of a shared class', ['class K { constructor(x) { this.x = x } }', 'new K(3).x'], 3],
    ['comma expression', ['let a', '(a = 1, a + 1)'], 2],
    ['regular expression', ['const s = "a1b22"', 's.replace(/\\d+/g, "#")'], 'a#b#'],
    ['undefined is not looked up', ['undefined'], undefined],
    ['less than a negated decrement', ['let x = 1, y = 2', 'x<!--y'], false],
    [
      'generator delegation',
      ['function* a() { yield 1 } function* b() { yield* a(); yield 2 } [...b()]'],
      [1, 2],
    ],
    ['async arrow', ['const f = async (x) => (await x) + 1', 'await f(Promise.resolve(1))'], 2],
    ['for await', ['let s = 0; for await (const x of [Promise.resolve(1), 2]) s += x; s'], 3],
    ['await in a declaration', ['const { a } = await Promise.resolve({ a: 1 })', 'a'], 1],
    ['await in an argument', ['Math.max(await 1, await 2)'], 2],
    ['strict mode', ['(function () { return this === undefined })()'], true],
  ];
  test.each(unchanged)('%s', async (_, cells, expected) => {
    expect(await runCells(cells)).toEqual(expected);
  });
});

describe('functions keep their names', () => {
  test.each([
    ['arrow', 'const f = () => 1; f.name', 'f'],
    ['function expression', 'const f = function () {}; f.name', 'f'],
    ['class expression', 'const K = class {}; K.name', 'K'],
    ['parenthesized', 'const f = (() => 1); f.name', 'f'],
    ['in a type assertion', 'const f = (() => 1) as () => number; f.name', 'f'],
    ['own name wins', 'const f = function g() {}; f.name', 'g'],
    ['assignment', 'let f; f = async () => 1; f.name', 'f'],
    ['logical assignment', 'let f; f ??= () => 1; f.name', 'f'],
    ['default in a pattern', 'const { f = () => 1, g: [h = class {}] = [] } = {}; f.name + h.name', 'fh'],
    ['declaration', 'function f() {} f.name', 'f'],
    ['class declaration', 'class K {} K.name', 'K'],
    ['a call’s value is not renamed', 'const f = (() => () => 1)(); f.name', ''],
    ['__proto__', 'const __proto__ = () => 1; __proto__.name', '__proto__'],
  ])('%s', async (_, cell, expected) => {
    expect(await runCells([cell])).toBe(expected);
  });
});

describe('line breaks without semicolons', () => {
  test.each([
    ['call after a value', 'let a = 1\nconst f = () => 2\nf()\nf() + a', 3],
    ['array pattern after a value', 'const o = [5]\nconst [a] = o\na', 5],
    ['object pattern after a value', 'const o = { a: 6 }\nconst { a } = o\na', 6],
    [
      'call in a function body',
      'function g() { return 1 }\nfunction f() {\n  let x = 1\n  g()\n  return x\n}\nf()',
      1,
    ],
    ['let without a value, then a parenthesis', 'let r\nlet x\n(() => { r = 1 })()\nr', 1],
    ['let without a value, then a bracket', 'let r = 0\nlet x\n[1].forEach((n) => { r += n })\nr', 1],
    ['var without a value in a branch', 'let r = 0\nif (true) var x\n(() => { r = 1 })()\nr', 1],
    ['a class, then a parenthesis', 'let r\nclass K {}\n(() => { r = 2 })()\nr', 2],
    ['a type at the end, then a parenthesis', 'let r\nconst x = r as unknown\n;(() => { r = 3 })()\nr', 3],
    ['as, then a parenthesis', 'let r\nlet y = r as any\n(() => { r = 4 })()\nr', 4],
    ['satisfies, then a bracket', 'let r = 0\nr satisfies number\n[2].forEach((n) => { r = n })\nr', 2],
    [
      'an interface between lines',
      'let r = 0\nlet s = r\ninterface I { a: number }\n(() => { r = 5 })()\nr',
      5,
    ],
    ['default export, then a parenthesis', 'let r\nexport default function () {}\n(() => { r = 6 })()\nr', 6],
    ['return with a multi-line assertion', 'function f() { return <\n  number\n>7 }\nf()', 7],
    ['arrow with a multi-line return type', 'const f = (x: number): Array<\n  number\n> => [x]\nf(8)', [8]],
    ['arrow with its return type on the next line', 'const f = (x: number)\n  : number => x\nf(9)', 9],
    ['async arrow with multi-line type parameters', 'const f = async <\n  T,\n>(x: T) => x\nawait f(10)', 10],
    ['field without a value, then a computed one', 'class K { a: number\n[`b`] = 2 }\nnew K().b', 2],
    ['a field called get', 'class K { get: number\nx() { return 3 } }\nnew K().x()', 3],
    ['a modifier before a computed field', 'class K { a = 1\npublic [`b`] = 2 }\nnew K().b', 2],
    ['a modifier before a generator', 'class K { a = 1\npublic *g() { yield 4 } }\n[...new K().g()]', [4]],
    [
      'an abstract member between fields',
      'abstract class A { a = 1\nabstract b: number\n[`c`] = 5 }\nclass B extends A { b = 0 }\nnew B().c',
      5,
    ],
    ['an assertion that starts a statement', 'let r\n{}\n<any>{ a: r }\nr = 1', 1],
    ['an object as an asserted arrow body', 'const f = () => <any>{ a: 1 }\nf()', { a: 1 }],
    ['Windows line ends', 'const a = 1\r\nlet b\r\n(() => { b = a })()\r\nb', 1],
  ])('%s', async (_, cell, expected) => {
    expect(await runCells([cell])).toEqual(expected);
  });
});

describe('the value of a cell', () => {
  test.each([
    ['expression', '1 + 1', 2],
    ['with a semicolon', '1 + 1;', 2],
    ['before a comment', '1 + 1 // two', 2],
    ['semicolon after a comment', '1 + 1 // two\n;', 2],
    ['before empty statements', '3;;;', 3],
    ['inside a block', '{ const a = 4; a }', 4],
    ['inside nested blocks', '{ { 5; } ; }', 5],
    ['before a type', '6; type T = number; interface I {}', 6],
    ['a string alone', '"hola"', 'hola'],
    ['several strings', '"use strict"; "adiós"', 'adiós'],
    ['object literal', '({ a: 1 })', { a: 1 }],
    ['a promise is awaited', 'Promise.resolve(7)', 7],
    ['export default', 'export default 8', 8],
    ['export default of an object', 'export default { a: 9 };', { a: 9 }],
    ['parenthesized export default', 'export default (10)', 10],
    ['declaration', '1; const a = 2', undefined],
    ['function declaration', '1; function f() {}', undefined],
    ['loop', 'for (const x of [1]) x', undefined],
    ['if', 'if (true) 1', undefined],
    ['nothing', '', undefined],
    ['only a comment', '// nada', undefined],
    ['only types', 'type A = 1', undefined],
    ['starts with a template', '`a`', 'a'],
    ['starts with a function', '(function () { return 11 })()', 11],
    ['hash-bang line', '#!/usr/bin/env node\n12', 12],
  ])('%s', async (_, cell, expected) => {
    expect(await runCells([cell])).toEqual(expected);
  });
});

describe('run-time errors', () => {
  test.each([
    ['an undeclared name', ['missing + 1'], ReferenceError, 'missing is not defined'],
    ['assigning to an undeclared name', ['missing = 1'], ReferenceError, 'missing is not defined'],
    ['calling an undeclared name', ['missing()'], ReferenceError, 'missing is not defined'],
    ['another cell’s const', ['const a = 1', 'a = 2'], TypeError, /read only|read-only/],
    ['another cell’s const by increment', ['const a = 1', 'a++'], TypeError, /read only|read-only/],
    [
      'an own const in an inner scope',
      ['{ const a = 1; a = 2 }'],
      TypeError,
      'Assignment to constant variable.',
    ],
    ['arguments at the top level', ['arguments'], ReferenceError, 'arguments is not defined'],
  ])('%s', async (_, cells, type, message) => {
    const outcome = runCells(cells);
    await expect(outcome).rejects.toThrow(type);
    await expect(outcome).rejects.toThrow(message);
  });

  test('a cell that declares a const can be run again', async () => {
    expect(await runCells(['const a = 1', 'const a = 2', 'a'])).toBe(2);
  });
});
