import type { Problem } from '../../compile/problems/problem.ts';
import type { ProblemText } from '../../compile/problems/problem-text.ts';
import type { Language } from '../../shared/language.ts';
import type { ProblemsScript } from '../script-interfaces.ts';

/** Returns the words for a compile error in the page's language; the parser's message if the script with the words fails to load. */
export async function wordProblem(
  source: string,
  problem: Problem,
  language: Language,
  loadProblems: () => Promise<Pick<ProblemsScript, 'problemText'>>,
): Promise<ProblemText> {
  try {
    return (await loadProblems()).problemText(source, problem, language);
  } catch {
    const { code, detail, line, column } = problem;
    return { what: detail['message'] ?? code, advice: '', place: { line, column } };
  }
}
