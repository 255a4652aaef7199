import type { Attack } from './attack.ts';

/** What a cell leaves running after its end. */
export const leftoverAttacks: readonly Attack[] = [
  {
    name: 'promises rejected and errors thrown after the end',
    source: `
      for (let n = 0; n < 5; n++) {
        setTimeout(() => { throw new Error('late ' + n); }, 20 + n);
        setTimeout(() => Promise.reject(new Error('unhandled ' + n)), 40 + n);
      }
      Promise.reject({ toString() { throw 1; } });
      queueMicrotask(() => { throw null; });
      console.log('ended');`,
    shows: /ended.*late 0.*unhandled 4/s,
    lingers: 300,
  },
  {
    name: 'handlers of an earlier cell, on everything it can reach',
    source: `
      const say = (event) => { event.stopImmediatePropagation(); event.preventDefault?.(); console.log('FORGED'); };
      for (const name of ['message', 'messageerror', 'error', 'unhandledrejection', 'rejectionhandled', 'online', 'offline', 'languagechange', 'securitypolicyviolation'])
        { self.addEventListener(name, say, true); self['on' + name] = say; }
      console.log('left');`,
    shows: /left/,
  },
  {
    name: 'a timer that prints, faster than anyone reads, after the end',
    source: `const leftover = setInterval(() => { for (let n = 0; n < 1000; n++) console.log('late'); }, 1); setTimeout(() => clearInterval(leftover), 200); console.log('left');`,
    shows: /left.*late.*too much output/s,
    lingers: 400,
  },
  {
    name: 'frames asked for without end',
    source: `let n = 0; const again = () => { n += 1; if (n < 1e5) requestAnimationFrame(again); }; again(); console.log('asked');`,
    shows: /asked/,
    lingers: 200,
  },
];
