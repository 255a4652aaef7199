import type { Problem } from '../../compile/problems/problem.ts';
import type { problemText } from '../../compile/problems/problem-text.ts';
import type { Language } from '../../shared/language.ts';
import type { LoadScript } from '../lazy-scripts.ts';

/** What cannot be compiled, in the page's language; in the parser's own words where the page cannot be asked for ours. */
export async function wordProblem(
  problem: Problem,
  language: Language,
  loadScript: LoadScript,
): Promise<ReturnType<typeof problemText>> {
  try {
    const script = (await loadScript('problems')) as { readonly problemText: typeof problemText };
    return script.problemText(problem, language);
  } catch {
    return { what: problem.detail['message'] ?? problem.code, advice: '' };
  }
}
