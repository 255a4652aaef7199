import type { Attempt, Bet, ItemRecord, ItemsStore } from '../../progress/record/items-store.ts';
import { answerNow } from '../../quiz/answer-now.ts';
import { firstRight } from '../../quiz/first-try.ts';
import { countRightlyMarked, isExplained } from '../../quiz/is-explained.ts';
import type { Answer, QuestionKey } from '../../quiz/question-key.ts';
import { type QuestionPlace, questionItem } from '../../quiz/questions-to-review.ts';
import { countInPlace, type Score, scoreAnswer } from '../../quiz/score-answer.ts';
import { scoreCurve, type TrainedCurves } from '../../quiz/score-curve.ts';
import { readAnswer, writeAnswer } from '../../quiz/stored-answer.ts';
import { createAnnouncer } from '../dom/announcer.ts';
import { element } from '../dom/element.ts';
import { requireElement } from '../dom/read-page.ts';
import { createAnswerForm } from './create-answer-form.ts';
import type { QuizWords } from './quiz-words.ts';

interface QuestionOptions {
  readonly place: QuestionPlace;
  readonly store: ItemsStore;
  readonly words: QuizWords;
  /** The answers of earlier visits. */
  readonly stored: StoredAnswers;
  /** Returns whether a cell, which decides a bet, completed a run in earlier visits. */
  readonly wasRun: (cell: string) => boolean;
  /** Whether the last stored answer is shown. A question in a review starts blank. */
  readonly isRestored: boolean;
}

type StoredAnswers = Pick<ItemRecord, 'attempts' | 'bet'>;

/** A score whose reason may come from the record. */
type ShownScore = Pick<Score, 'verdict'> & { readonly reason: string };

export interface MountedQuestion {
  /** Handles a finished training. It decides a bet on the cell only if `isAuthored`: the cell ran the author's code. */
  onTraining(cell: string, training: TrainedCurves, isAuthored: boolean): void;
  /** Shows the stored answers after another tab changed or reset them. An answer in progress stays. */
  refresh(stored: StoredAnswers): void;
}

export function findStoredAnswers(records: readonly ItemRecord[], place: QuestionPlace): StoredAnswers {
  return records.find(({ item }) => item === questionItem(place)) ?? { attempts: [] };
}

/**
 * Mounts a question on the markup that the build generated.
 * @returns `null` if that fails: the error is reported as uncaught, and other questions are not affected
 */
export function mountQuestion(question: HTMLElement, options: QuestionOptions): MountedQuestion | null {
  try {
    return hydrateQuestion(question, options);
  } catch (error) {
    reportError(error);
    return null;
  }
}

function hydrateQuestion(question: HTMLElement, options: QuestionOptions): MountedQuestion {
  const { place, store, words } = options;
  // Written by the build.
  const key: QuestionKey = JSON.parse(question.dataset['key'] ?? '');
  /** Absent for typed answers. */
  const ids: readonly string[] | undefined = JSON.parse(question.dataset['options'] ?? 'null') ?? undefined;
  const stamp = ids === undefined ? {} : { options: ids };
  const status = requireElement(question, '[data-said]');
  const announce = createAnnouncer(requireElement(question, '[data-question-live]'));
  const answers = requireElement<HTMLDetailsElement>(question, '[data-answers]');
  const form = createAnswerForm(question, key.kind, (...moved) => showStatus(words.moved(...moved)));
  const isTyped = key.kind === 'numeric' || key.kind === 'text' || key.kind === 'output';
  let { attempts, bet } = options.stored;
  /** Whether the cell of a bet was trained in this visit. */
  let hasTrained = false;
  const blank = form.read();
  /** The last answer that was filled in or checked. If the form holds another, the learner is answering. */
  let lastAnswer = writeAnswer(blank);

  function showStatus(text: string): void {
    status.textContent = text;
    announceStatus();
  }

  /** Not called for answers of an earlier visit or another tab, which are only shown. */
  function announceStatus(): void {
    announce(status.textContent);
  }

  function show(answer: Answer, { verdict, reason }: ShownScore, more = ''): void {
    const isRight = verdict === 'correct';
    question.dataset['verdict'] = verdict;
    question.dataset['answered'] = '';
    const explainsAll = isRight || key.kind === 'curve' || (!isTyped && isExplained(attempts));
    answers.open = explainsAll;
    const tries = isRight ? rightAnswerText() : attempts.length > 1 ? words.tries(attempts.length) : '';
    status.replaceChildren([isRight ? words.right : words.wrong, tries, more].filter(Boolean).join(' '));
    if (isRight) return;
    const why = isTyped
      ? answers.querySelector(`[data-reason="${CSS.escape(reason)}"] [data-why]`)
      : explainsAll || key.kind !== 'single'
        ? null
        : whyOfOption(answer[0]);
    if (why !== null) status.append(' ', ...why.cloneNode(true).childNodes);
    if (key.kind === 'multiple' && typeof answer !== 'string') {
      status.append(' ', words.marked(countRightlyMarked(key, answer), key.count));
    }
    if ((key.kind === 'ordering' || key.kind === 'matching') && typeof answer !== 'string') {
      status.append(' ', words.inPlace(countInPlace(answer), key.count));
    }
    status.append(' ', explainsAll ? words.readOn : words.tryAgain);
  }

  /** The explanations are in the order in which the page shows the options. */
  function whyOfOption(option: string | number | undefined): Element | null {
    const inputs = [...question.querySelectorAll<HTMLInputElement>('.quiz-option > input')];
    const place = inputs.findIndex(({ value }) => value === String(option));
    return answers.querySelectorAll('[data-why]')[place] ?? null;
  }

  /** Says whether the answer was right at the first try, or only after the learner could read or see the solution. */
  function rightAnswerText(): string {
    if (firstRight(attempts) === 'unseen') return words.firstTry;
    if (key.kind === 'curve') return words.afterTraining;
    const wasExplained = !isTyped && isExplained(attempts.filter(({ verdict }) => verdict !== 'correct'));
    return wasExplained ? words.afterReading(attempts.length) : words.laterTry(attempts.length);
  }

  async function addAttempt(
    answer: Answer,
    score: Score,
    more = '',
    decision: Pick<Attempt, 'stage' | 'message'> = { stage: 'checked', message: score.reason },
  ): Promise<void> {
    const { verdict } = score;
    const attempt: Attempt = { at: Date.now(), answer: writeAnswer(answer), verdict, ...decision, ...stamp };
    attempts = [...attempts, attempt];
    lastAnswer = attempt.answer;
    show(answer, score, more);
    announceStatus();
    // An open bet is decided by this attempt.
    const stored = await updateRecord(({ bet: _, ...record }) => ({
      ...record,
      attempts: [...record.attempts, attempt],
    }));
    attempts = stored?.attempts ?? attempts;
  }

  /** @returns `null` if the change cannot be stored, which the record reports */
  async function updateRecord(change: (record: ItemRecord) => ItemRecord): Promise<ItemRecord | null> {
    try {
      return await store.update(place.lesson, questionItem(place), change);
    } catch {
      return null;
    }
  }

  function check(): void {
    const answer = form.read();
    if (key.kind === 'curve') placeBet(key.cell, answer);
    else {
      const score = scoreAnswer(key, answer);
      if (score !== null) void addAttempt(answer, score);
      else showStatus(key.kind === 'numeric' && answer !== '' ? words.noNumber : words.noAnswer);
    }
  }

  function placeBet(cell: string, [chosen]: Answer): void {
    if (typeof chosen !== 'number') {
      showStatus(words.noAnswer);
      return;
    }
    const placed = {
      at: Date.now(),
      answer: writeAnswer([chosen]),
      isAfterTraining: hasTrained || options.wasRun(cell),
      ...stamp,
    };
    lastAnswer = placed.answer;
    bet = placed;
    // The bet is shown as noted only after the record has handled it.
    void updateRecord((record) => ({ ...record, bet: placed })).then(() => {
      if (bet !== placed) return;
      showBet(cell, placed);
      announceStatus();
    });
  }

  function showBet(cell: string, placed: Bet): void {
    bet = placed;
    question.dataset['bet'] = '';
    const link = element('a', { href: `#cell-${cell}` }, words.cell(cell));
    status.replaceChildren(words.betNoted, ' ', link, '.');
    if (placed.isAfterTraining) status.append(' ', words.betAfterTraining);
  }

  question.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    check();
  });
  requireElement(question, '[data-action="check"]').addEventListener('click', check);

  function restore(): void {
    const chosen = bet === undefined ? null : read(bet);
    if (key.kind === 'curve' && bet !== undefined && chosen !== null) {
      write(chosen);
      showBet(key.cell, bet);
      return;
    }
    const last = attempts.at(-1);
    const given = bet ?? last;
    if (given !== undefined && read(given) === null && readAnswer(given.answer) !== null) {
      if (last !== undefined && last.verdict !== 'broken') question.dataset['verdict'] = last.verdict;
      status.textContent = words.optionsChanged;
      return;
    }
    const restored = last === undefined ? null : read(last);
    if (last === undefined || restored === null || last.verdict === 'broken') return;
    write(restored);
    show(restored, { verdict: last.verdict, reason: last.message });
  }

  /** Reads a stored answer in the present order of the options. @returns `null` if it is invalid, or they have changed */
  function read({ answer, options: then }: Pick<Attempt, 'answer' | 'options'>): Answer | null {
    const stored = readAnswer(answer);
    return stored === null ? null : answerNow(stored, key.kind, then, ids);
  }

  /** Fills in an answer, unless the learner has begun another. */
  function write(answer: Answer): void {
    if (writeAnswer(form.read()) !== lastAnswer) return;
    const focused = document.activeElement;
    form.write(answer);
    lastAnswer = writeAnswer(answer);
    // Moving a step in the page takes the focus from it.
    if (focused instanceof HTMLElement && question.contains(focused)) focused.focus();
  }

  function clear(): void {
    question.dataset['verdict'] = 'unanswered';
    delete question.dataset['answered'];
    answers.open = false;
    status.replaceChildren();
    write(blank);
  }

  if (options.isRestored) restore();
  question.dataset['live'] = '';

  return {
    refresh(stored) {
      const isChanged = stored.attempts.at(-1)?.at !== attempts.at(-1)?.at || stored.bet?.at !== bet?.at;
      ({ attempts, bet } = stored);
      if (!isChanged) return;
      if (bet === undefined) delete question.dataset['bet'];
      if (attempts.length === 0 && bet === undefined) clear();
      else restore();
    },
    onTraining(cell, training, isAuthored) {
      if (key.kind !== 'curve' || cell !== key.cell) return;
      hasTrained = true;
      const [chosen] = bet === undefined ? [] : (read(bet) ?? []);
      if (bet === undefined || typeof chosen !== 'number') return;
      if (!isAuthored) {
        showStatus(words.betWaits);
        return;
      }
      const score = scoreCurve(key.options, chosen, training);
      if (score.kind !== 'judged') {
        showStatus(score.kind === 'none-fits' ? words.ranOtherwise : words.noCurve);
        return;
      }
      const { verdict, fitting } = score;
      const option = question.querySelector(`.quiz-option > [value="${fitting}"] + span`);
      const stage = bet.isAfterTraining ? 'after-training' : 'before-training';
      bet = undefined;
      delete question.dataset['bet'];
      void addAttempt([chosen], { verdict, reason: 'otherwise' }, words.ranLike(option?.textContent ?? ''), {
        stage,
        message: '',
      });
    },
  };
}
