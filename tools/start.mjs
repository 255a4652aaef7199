/**
 * `npm start`: installs what is missing, builds the course and serves it. It is JavaScript because it runs before anything is
 * installed, maybe on a Node without support for TypeScript.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { ensureInstalled, run } from './install.mjs';

const port = Number(process.env.PORT ?? process.argv[2] ?? 4321);

/** Returns whether a port is in use. */
function isTaken(candidate) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(true));
    probe.listen({ port: candidate, host: 'localhost' }, () => probe.close(() => resolve(false)));
  });
}

if (!Number.isInteger(port) || port < 1 || port > 65535) {
  console.error(
    `El puerto «${process.argv[2] ?? process.env.PORT}» no es un número de 1 a 65535. · “${process.argv[2] ?? process.env.PORT}” is not a port from 1 to 65535.`,
  );
  process.exit(1);
}

if (await isTaken(port)) {
  console.error(
    [
      '',
      `El puerto ${port} está ocupado: quizá el curso ya está abierto en http://localhost:${port}/`,
      `Cierra el otro programa, o usa otro puerto:  npm start -- ${port + 1}`,
      '',
      `Port ${port} is taken: perhaps the course is already open at http://localhost:${port}/`,
      `Close the other program, or use another port:  npm start -- ${port + 1}`,
      '',
    ].join('\n'),
  );
  process.exit(1);
}

ensureInstalled();
run('npm', ['run', '--silent', 'build']);

console.log(`\n  Deshielo → http://localhost:${port}/\n  (Ctrl+C para terminar · to stop)\n`);
const preview = spawn('npm', ['exec', '--', 'astro', 'preview', '--ignore-lock', '--port', String(port)], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  shell: process.platform === 'win32',
});
preview.on('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => preview.kill(signal));
