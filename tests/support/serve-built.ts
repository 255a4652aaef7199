import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Serves a built site until it is closed.
 * @param folder where its `dist/` lies
 * @returns its address, without a slash at its end
 */
export async function serveBuilt(
  folder: string,
  port: number,
): Promise<{ readonly site: string; readonly close: () => void }> {
  const site = `http://localhost:${port}`;
  const server = spawn('astro', ['preview', '--ignore-lock', '--port', String(port)], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  await answered(server, site);
  return { site, close: () => server.kill() };
}

async function answered(server: ChildProcess, site: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (server.exitCode !== null) throw new Error(`astro preview ended at once: is ${site} taken?`);
    const response = await fetch(`${site}/es/`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('astro preview did not answer within 10 s');
}
