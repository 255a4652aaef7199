import type { Problem } from '../../compile/problems/problem.ts';
import type { Advice } from '../../shared/advice.ts';
import type { Language } from '../../shared/language.ts';
import type { ProblemsScript } from '../script-interfaces.ts';

/** Returns the words for a compile error in the page's language; the parser's message if the script with the words fails to load. */
export async function wordProblem(
  problem: Problem,
  language: Language,
  loadProblems: () => Promise<Pick<ProblemsScript, 'problemText'>>,
): Promise<Advice> {
  try {
    return (await loadProblems()).problemText(problem, language);
  } catch {
    return { what: problem.detail['message'] ?? problem.code, advice: '' };
  }
}
