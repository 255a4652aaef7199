import type { Plan } from './ruling.ts';

/** Code that the page has the two workers of a check run, besides the author's and the learner's. */

/** The check itself; `check` is what the grading script left. */
export function checkCell(check: string): string {
  return `const { check } = deshieloGrading;\n${check}`;
}

/** Sends the plan, as JSON. */
export const planCell = 'deshieloGrading.plan();';

/** Declares what the check gives. */
export function givenCell({ given }: Plan): string {
  return Object.entries(given)
    .map(([name, value]) => `const ${name} = ${asCode(value)};`)
    .join('\n');
}

/** Sends what the learner's code came to, as JSON, and gives the models away. A name that is not there is for the check to miss. */
export function collectAnswersCell({ models, values, calls, batches }: Plan): string {
  const accessors = (names: readonly string[]) =>
    `{ ${names.map((name) => `${name}: () => ${name}`).join(', ')} }`;
  return [
    "import { saveModel as deshieloSave } from 'deshielo';",
    `await deshieloGrading.collectAnswers({ models: ${accessors(models)}, values: ${accessors(values)}, calls: ${accessors(Object.keys(calls))} }, ${asCode({ calls, batches })}, deshieloSave);`,
  ].join('\n');
}

/** Sends the ruling, as JSON. What the learner's worker said stays a string of text until it is parsed. */
export function gradeCell(answers: string): string {
  return [
    "import { loadSavedModel as deshieloLoad } from 'deshielo';",
    `await deshieloGrading.grade(${JSON.stringify(answers)}, deshieloLoad);`,
  ].join('\n');
}

/** JSON is TypeScript; by way of a string, `__proto__` is a name like any other. */
function asCode(value: unknown): string {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}
