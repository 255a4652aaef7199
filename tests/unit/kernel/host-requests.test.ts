import { describe, expect, it } from 'vitest';
import { createHostRequests } from '../../../src/lessons-runtime/kernel/host-requests.ts';
import type { WorkerToHost } from '../../../src/lessons-runtime/protocol/worker-to-host.ts';

function open() {
  const posted: WorkerToHost[] = [];
  const requests = createHostRequests((message) => void posted.push(message), 'en');
  return { posted, requests };
}
const file = (request: number, bytes = new ArrayBuffer(2)) =>
  ({ type: 'reply', request, result: { ok: true, value: { kind: 'file', value: bytes } } }) as const;

describe('createHostRequests', () => {
  it('matches replies to requests in any order', async () => {
    const { posted, requests } = open();
    const both = Promise.all([requests.file('models/a'), requests.file('models/b')]);
    expect(posted).toEqual([
      { type: 'request', request: 1, payload: { kind: 'file', path: 'models/a' } },
      { type: 'request', request: 2, payload: { kind: 'file', path: 'models/b' } },
    ]);
    const [a, b] = [new ArrayBuffer(1), new ArrayBuffer(2)];
    requests.receive(file(2, b));
    requests.receive(file(1, a));
    expect(await both).toEqual([a, b]);
  });

  it('reports progress until the reply', async () => {
    const { requests } = open();
    const progress: number[] = [];
    const answered = requests.file('models/a', { onProgress: ({ loaded }) => progress.push(loaded) });
    requests.receive({ type: 'request-progress', request: 1, loaded: 5, total: 9 });
    requests.receive({ type: 'request-progress', request: 7, loaded: 6, total: 9 });
    requests.receive(file(1));
    requests.receive({ type: 'request-progress', request: 1, loaded: 7, total: 9 });
    await answered;
    expect(progress).toEqual([5]);
  });

  it('rejects with the page’s failure as a CourseError', async () => {
    const { requests } = open();
    const failing = requests.file('models/a');
    requests.receive({
      type: 'reply',
      request: 1,
      result: { ok: false, failure: { code: 'file-missing', subject: 'models/a' } },
    });
    await expect(failing).rejects.toThrow('The site does not have the file “models/a”.');
  });

  it('rejects if the reply has another kind', async () => {
    const { requests } = open();
    const answers = [requests.script('backend-wasm'), requests.photo({ kind: 'chosen-photo' })];
    const outcomes = Promise.allSettled(answers);
    requests.receive(file(1));
    requests.receive(file(2));
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('cancels all requests and ignores late replies', async () => {
    const { posted, requests } = open();
    const outcomes = Promise.allSettled([
      requests.file('models/a'),
      requests.photo({ kind: 'gallery-photo', id: 'x' }),
    ]);
    requests.cancelAll();
    expect(posted.slice(2)).toEqual([
      { type: 'cancel', request: 1 },
      { type: 'cancel', request: 2 },
    ]);
    for (const outcome of await outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { failure: { code: 'cancelled' } } });
    }
    requests.receive(file(1));
    requests.cancelAll();
    expect(posted).toHaveLength(4);
  });
});
