import { parse } from '@babel/parser';

/** Returns the tokens of TypeScript code with their line numbers; comments and spacing are left out. */
export function codeTokens(source: string): readonly string[] {
  const { tokens } = parse(source, { sourceType: 'module', plugins: ['typescript'], tokens: true });
  return (tokens ?? [])
    .filter(({ type }) => typeof type !== 'string')
    .map(({ start, end, loc }) => `${loc.start.line}: ${source.slice(start, end)}`);
}
