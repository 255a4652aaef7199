import type { Plan } from './ruling.ts';

/** The code that the two workers of a check run, besides the author's and the learner's. */

/** Returns the code of the author's check. The grading script defines `deshieloGrading`. */
export function checkCell(check: string): string {
  return `const { check } = deshieloGrading;\n${check}`;
}

/** Emits the check's plan as JSON. */
export const planCell = 'deshieloGrading.plan();';

/** Returns code that declares the values that the check gives to the learner's code. */
export function givenCell({ given }: Plan): string {
  return Object.entries(given)
    .map(([name, value]) => `const ${name} = ${asCode(value)};`)
    .join('\n');
}

/**
 * Returns code that emits the answers of the learner's code as JSON and saves its models. Names are read by functions, so that
 * one that is not declared becomes a missing answer instead of an error.
 */
export function collectAnswersCell({ models, values, calls, batches }: Plan): string {
  const accessors = (names: readonly string[]) =>
    `{ ${names.map((name) => `${name}: () => ${name}`).join(', ')} }`;
  return [
    "import { saveModel as deshieloSave } from 'deshielo';",
    `await deshieloGrading.collectAnswers({ models: ${accessors(models)}, values: ${accessors(values)}, calls: ${accessors(Object.keys(calls))} }, ${asCode({ calls, batches })}, deshieloSave);`,
  ].join('\n');
}

/** Returns code that emits the ruling as JSON. The answers are embedded as a string literal, because they are untrusted. */
export function gradeCell(answers: string): string {
  return [
    "import { loadSavedModel as deshieloLoad } from 'deshielo';",
    `await deshieloGrading.grade(${JSON.stringify(answers)}, deshieloLoad);`,
  ].join('\n');
}

/** Returns a value as an expression. It parses JSON, because `__proto__` in an object literal would set the prototype. */
function asCode(value: unknown): string {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}
