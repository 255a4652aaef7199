import type { z } from 'astro/zod';
import { LineCounter, parseDocument } from 'yaml';
import { AuthoringError, type Diagnostic } from './diagnostic.ts';
import { namePath, offsetOf, type Path } from './yaml-places.ts';

/** A mistake that the schema of a single field cannot find, because it depends on other fields. */
export interface SemanticIssue {
  readonly path: Path;
  readonly expected: string;
  readonly found: string;
  readonly fix?: string;
}

/**
 * Parses and validates a YAML file.
 *
 * @param file named in errors
 * @param schema its error messages name what was expected, in the wording of `schema-parts.ts`
 * @param findSemanticIssues checks that compare fields; runs only if the schema finds no mistake
 * @throws {AuthoringError} with all mistakes in the file
 */
export function readYaml<Schema extends z.ZodType>(
  yaml: string,
  file: string,
  schema: Schema,
  findSemanticIssues: (value: z.infer<Schema>) => readonly SemanticIssue[],
): z.infer<Schema> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const lineAt = (offset = 0) => Math.max(1, lines.linePos(offset).line);
  if (document.errors.length > 0) {
    const diagnostics = document.errors.map(({ pos, message }) => ({
      file,
      line: lineAt(pos[0]),
      expected: 'valid YAML',
      found: `an error: ${message.split(/ at line|\n/)[0]}`,
      fix: 'Fix it there: put a text with a colon or a quotation mark in quotation marks, or on separate lines after “>-”.',
    }));
    throw new AuthoringError(diagnostics);
  }
  const diagnosticAt = ({ path, expected, found, fix = 'Correct it.' }: SemanticIssue): Diagnostic => ({
    file,
    line: lineAt(offsetOf(document.contents, path)),
    field: namePath(path),
    expected,
    found,
    fix,
  });

  const read = schema.safeParse(document.toJS());
  if (!read.success) {
    const diagnostics = read.error.issues.flatMap((issue) => {
      const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
      if (issue.code === 'unrecognized_keys') {
        const fix = 'Correct its name, or remove it.';
        return issue.keys.map((key) =>
          diagnosticAt({ path: [...path, key], expected: issue.message, found: `the field ${key}`, fix }),
        );
      }
      const value = document.getIn(path);
      const isMissing = value === undefined || value === null;
      const found = isMissing ? 'nothing' : brief(document.getIn(path, true));
      return diagnosticAt({
        path,
        expected: issue.message,
        found,
        fix: isMissing ? 'Add it.' : 'Correct it.',
      });
    });
    throw new AuthoringError(diagnostics);
  }
  const issues = findSemanticIssues(read.data);
  if (issues.length > 0) throw new AuthoringError(issues.map(diagnosticAt));
  return read.data;
}

function brief(found: unknown): string {
  const text = String(found).replace(/\s+/g, ' ').trim();
  return text.length > 60 ? `${text.slice(0, 60)}…` : text || 'an empty text';
}
