import type { z } from 'astro/zod';
import { LineCounter, parseDocument } from 'yaml';
import { AuthoringError, type Diagnostic } from './diagnostic.ts';
import { namePath, offsetOf, type Path } from './yaml-places.ts';

/** A field that has its form, but makes no sense beside the others. */
export interface SemanticIssue {
  readonly path: Path;
  readonly expected: string;
  readonly found: string;
  readonly fix?: string;
}

/**
 * Reads what an author wrote in YAML.
 *
 * @param file named in errors
 * @param schema its errors' messages are what was expected, as `schema-parts.ts` words them
 * @param findSemanticIssues what no schema of single fields sees; asked where the schema is content
 * @throws {AuthoringError} with every mistake of the file
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
      expected: 'YAML',
      found: `this: ${message.split(/ at line|\n/)[0]}`,
      fix: 'Mend it there: a text with a colon or a quotation mark goes between quotation marks, or after “>-” on lines of its own.',
    }));
    throw new AuthoringError(diagnostics);
  }
  const diagnosticAt = ({ path, expected, found, fix = 'Make it so.' }: SemanticIssue): Diagnostic => ({
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
        const fix = 'Correct its name, or take it out.';
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
        fix: isMissing ? 'Add it.' : 'Change it to that.',
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
