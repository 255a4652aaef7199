import { createRandom } from './seeded-random.ts';

type Known = {
  readonly numbers: string[];
  readonly variables: string[];
  readonly functions: string[];
  readonly classes: string[];
};

/**
 * Returns a random program as a list of statements, the same for the same seed. Every statement is complete, declares new
 * names, uses names declared above it, and most call `log`. Together they form a valid TypeScript module.
 */
export function randomProgram(seed: number): readonly string[] {
  const random = createRandom(seed);
  const known: Known = { numbers: ['one'], variables: ['count'], functions: ['twice'], classes: ['Box'] };
  const statements = [
    'const one: number = 1;',
    'let count = 0;',
    'function twice(n: number): number { return n * 2 }',
    'class Box<T> { constructor(value: T) { this.value = value } value: T; get() { return this.value } }',
  ];
  let fresh = 0;
  function name(): string {
    fresh += 1;
    return `v${fresh}`;
  }
  const length = 4 + random.below(14);
  while (statements.length < length) {
    statements.push(random.pick(TEMPLATES)(name, known, random.pick));
    const isSpread = random.below(3) === 0;
    if (isSpread) statements.push(`log(${random.pick([...known.numbers, ...known.variables])});`);
  }
  return statements;
}

type Template = (name: () => string, known: Known, pick: <T>(items: readonly T[]) => T) => string;

function declare(list: string[], name: string): string {
  list.push(name);
  return name;
}

const TEMPLATES: readonly Template[] = [
  (name, { numbers, functions }, pick) => {
    const value = `${pick(functions)}(${pick(numbers)})`;
    return `const ${declare(numbers, name())} = ${value} as number;`;
  },
  (name, { numbers, variables }, pick) => {
    const value = pick([...numbers, ...variables]);
    return `let ${declare(variables, name())}: number = ${value}! + 1;`;
  },
  (name, { variables }) => `var ${declare(variables, name())} = 5;`,
  (name, { variables }) => `{ var ${declare(variables, name())} = 6; let inner = 7; log(inner) }`,
  (name, { variables, numbers }, pick) =>
    `for (var ${declare(variables, name())} = 0, limit${name()} = 3; ${variables.at(-1)} < 3; ${variables.at(-1)}++) log(${pick(numbers)});`,
  (name, { variables }) => `for (const ${name()} of [1, 2, 3]) ${variables.at(-1)} += 1;`,
  (name, { variables }) => {
    const each = name();
    return `for await (const ${each} of [Promise.resolve(1), 2]) { ${variables.at(-1)} *= ${each}; }`;
  },
  (name, { numbers }, pick) => {
    const [a, b, c] = [name(), name(), name()];
    const from = pick(numbers);
    numbers.push(a, b);
    return `const { a: ${a}, b: { ${b} = ${from} } = {} as { ${b}?: number }, ...${c} } = { a: 2, d: 3 } as { a: number, b?: object, d: number }; log(${c});`;
  },
  (name, { numbers, variables }, pick) => {
    const [a, b, rest] = [name(), name(), name()];
    const from = pick(numbers);
    variables.push(a, b);
    return `let [${a}, , ${b} = ${from}, ...${rest}] = [8, 9, undefined, 10]; log(${rest});`;
  },
  (_, { variables }, pick) => {
    const [a, b] = [pick(variables), pick(variables)];
    return `[${a}, ${b}] = [${b}, ${a}]; log(${a}, ${b});`;
  },
  (_, { variables, numbers }, pick) => `({ x: ${pick(variables)} = 4 } = { x: ${pick(numbers)} });`,
  (_, { variables }, pick) => `${pick(variables)}++; --${pick(variables)}; ${pick(variables)} **= 1;`,
  (_, { variables, numbers }, pick) => `${pick(variables)} ??= ${pick(numbers)}; ${pick(variables)} ||= 3;`,
  (name, { functions, variables }, pick) => {
    const changed = pick(variables);
    return `const ${declare(functions, name())} = (n: number): number => { ${changed} += 1; return n + ${changed} };`;
  },
  (name, { functions, numbers }, pick) => {
    const outer = pick(numbers);
    const inner = pick(functions);
    return `function ${declare(functions, name())}<T extends number>(this: void, n: T, m = ${outer}): number { const ${outer}x = ${inner}(n); return ${outer}x + m }`;
  },
  (name, { functions, numbers }, pick) => {
    const shadowed = pick(numbers);
    return `const ${declare(functions, name())} = function (${shadowed}: number) { return ${shadowed} - 1 };`;
  },
  (name, { numbers, functions }, pick) => {
    const call = `${pick(functions)}(${pick(numbers)})`;
    return `const ${declare(numbers, name())} = await Promise.resolve(${call});`;
  },
  (name, { classes, numbers }, pick) => {
    const parent = pick(classes);
    const field = pick(numbers);
    return `class ${declare(classes, name())} extends ${parent}<number> { private readonly extra: number = ${field}; static made = 0; override get() { return this.extra + super.get() } }`;
  },
  (_, { classes, numbers }, pick) => `log(new ${pick(classes)}(${pick(numbers)}).get());`,
  (_, { numbers, variables }, pick) => {
    const [a, b] = [pick(numbers), pick(variables)];
    return `log({ ${a}, ${b} }, [${a}, ...[${b}]]);`;
  },
  (_, { functions, numbers }, pick) =>
    `log(${pick(functions)}?.(${pick(numbers)}), typeof ${pick(functions)}, typeof nobody);`,
  (_, { functions }, pick) => `log(${pick(functions)}.name);`,
  (_, { numbers }, pick) => {
    const shadowed = pick(numbers);
    return `try { throw ${shadowed} } catch (${shadowed}) { log(${shadowed}) } finally { log('done') }`;
  },
  (_, { variables, numbers }, pick) => {
    const [variable, number] = [pick(variables), pick(numbers)];
    return `switch (${number}) { case 1: let ${number}y = 2; ${variable} = ${number}y; break; default: ${variable} = 0 }`;
  },
  (name, { variables }, pick) => {
    const label = name();
    return `${label}: for (let i = 0; i < 3; i++) { for (;;) { if (i === 1) break ${label}; ${pick(variables)} += i; continue ${label} } }`;
  },
  (name, { numbers }, pick) => {
    const [generator, n] = [name(), pick(numbers)];
    return `function* ${generator}() { yield ${n}; yield* [2, 3] } log([...${generator}()]);`;
  },
  (name) => `interface I${name()} { a: number; b?: string }`,
  (name) => `type T${name()}<T> = T extends Array<infer U> ? U : never;`,
  (name, { functions, numbers }, pick) => {
    const [tag, n] = [name(), pick(numbers)];
    return `const ${tag} = (s: TemplateStringsArray, ...v: number[]) => s.length + v[0]!; log(${tag}\`a\${${n}}b\${${pick(functions)}(1)}\`);`;
  },
  (_, { functions, variables }, pick) =>
    `log([3, 1, 2].map<number>((n) => ${pick(functions)}(n) + ${pick(variables)}).sort((a, b) => a - b));`,
  (_, { functions }) =>
    `log((function () { return this === undefined }).call(undefined), ${functions.at(-1)}(2));`,
  (name, { variables }, pick) => {
    const [list, variable] = [name(), pick(variables)];
    return `const ${list}: Array<() => number> = []; for (let i = 0; i < 2; i++) ${list}.push(() => i + ${variable}); log(${list}.map((f) => f()));`;
  },
];
