import type { Attack } from './attack.ts';

/** Access to the stores of the page, of which each holds a secret: none may be read or changed. */
export const storageAttacks: readonly Attack[] = [
  {
    name: 'IndexedDB: the learner’s edits',
    source: `
      const opened = (name) => new Promise((yes, no) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => yes(request.result);
        request.onerror = () => no(request.error);
      });
      await attempt('edits', () => opened('deshielo'));
      await attempt('canary', () => opened('canary'));
      await attempt('names', async () => (await indexedDB.databases()).map(({ name }) => name));
      await attempt('delete', () => new Promise((yes, no) => {
        const request = indexedDB.deleteDatabase('canary');
        request.onsuccess = yes;
        request.onerror = () => no(request.error);
      }));`,
    shows: /edits: blocked.*canary: blocked.*names: blocked.*delete: blocked/s,
  },
  {
    name: 'localStorage, sessionStorage, cookies',
    source: `
      absent('localStorage', 'sessionStorage', 'cookieStore', 'document');
      await attempt('local', async () => localStorage.getItem('canary'));
      await attempt('cookie', async () => document.cookie);
      await attempt('cookie store', () => cookieStore.getAll());`,
    shows: /local: blocked.*cookie: blocked.*cookie store: blocked/s,
  },
  {
    name: 'caches and the private file system',
    source: `
      await attempt('keys', () => caches.keys());
      await attempt('match', async () => (await caches.match('/canary')).text());
      await attempt('files', async () => (await navigator.storage.getDirectory()).name);
      await attempt('estimate', () => navigator.storage.estimate());
      await attempt('old files', async () => webkitRequestFileSystemSync(0, 1024).name);`,
    shows: /keys: blocked.*match: blocked.*files: blocked.*estimate: blocked.*old files: blocked/s,
  },
  {
    name: 'a broadcast to the page and to other lessons',
    source: `
      const channel = new BroadcastChannel('canary');
      channel.postMessage('from the cell');
      await attempt('answer', () => new Promise((yes) => { channel.onmessage = ({ data }) => yes(data); }));
      channel.close();`,
    shows: /answer: blocked, TimeoutError/,
  },
  {
    name: 'locks, shared workers, service workers',
    source: `
      await attempt('locks', () => navigator.locks.request('canary', async () => 'held'));
      await attempt('shared', async () => new SharedWorker('SITE/runner.html'));
      await attempt('shared blob', async () => new SharedWorker(URL.createObjectURL(new Blob(['']))));
      await attempt('service', () => navigator.serviceWorker.register('SITE/sw.js'));
      await attempt('registrations', () => navigator.serviceWorker.getRegistrations());`,
    shows: /locks: blocked.*shared: blocked.*shared blob: blocked.*service: blocked.*registrations: blocked/s,
  },
];
