// A million requests a second in a browser's page: the last stage's taught system, its traffic raised to that and its
// machines made faster by as much, run in Chromium. Prints how many simulated seconds a second of the clock takes. By hand:
//   cmake --build build/wasm --target real_time_page
//   node tests/bench/real_time_page.mjs [requests a second] [simulated seconds]
// CHROMIUM names another browser than /usr/bin/chromium; --print writes the scenario out instead, for the native
// program build/…/tests/bench/real_time.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');
const words = process.argv.slice(2).filter((word) => word !== '--print');
const [requests, seconds] = [Number(words[0] ?? 1e6), Number(words[1] ?? 1)];
const kWarmUp = 0.5;

// Rates times so much, and times that work takes divided by it: every server is as busy as in the lesson. Memory and
// queues have room for what is under way, and what was read from disk is in memory.
function scaled(scenario) {
  const perSecond = (part) => part.users * part.requests_per_user_day * (part.peak_factor ?? 3) / 86400;
  const crowds = scenario.parts.filter((part) => part.kind === 'clients');
  for (const crowd of crowds) Object.assign(crowd, crowd.shape === 'launch' ? { peak_factor: 1, shape: 'steady' } : {});
  const by = requests / crowds.reduce((sum, part) => sum + perSecond(part), 0);
  const faster = (ms) => Math.max(ms / by, 0.001);
  const changed = {
    clients: (part) => ({ requests_per_user_day: part.requests_per_user_day * by }),
    app_server: (part) => ({ cpu_ms: faster(part.cpu_ms), job_cpu_ms: faster(100), memory_mb: 0.01, workers: 10000,
      queue_limit: 100000 }),
    database: () => ({ cpu_ms: faster(0.5), data_gb: 2, connections: 10000, queue_limit: 100000 }),
    job_queue: () => ({ at_once: 1000 }),
  };
  for (const part of scenario.parts) Object.assign(part, changed[part.kind]?.(part));
  for (const link of scenario.links) if (link.mbps) link.mbps = Math.min(link.mbps * by, 1e6);
  return { ...scenario, duration_s: kWarmUp + seconds, warmup_s: kWarmUp };
}

const taught = path.join(root, 'lessons/scenarios/stage-10-after.json');
const scenario = JSON.stringify(scaled(JSON.parse(readFileSync(taught, 'utf8'))));
if (process.argv.includes('--print')) {
  console.log(scenario);
  process.exit();
}

const page = `<!doctype html><script src="program.js"></script><script type="module">
  const lines = [];
  const program = await createRealTime({ print: (line) => lines.push(line), printErr: (line) => lines.push(line) });
  program.FS.writeFile('/scenario.json', await (await fetch('scenario.json')).text());
  program.callMain(['/scenario.json']);
  await fetch('result', { method: 'POST', body: lines.join('\\n') });
</script>`;
const files = {
  '/': ['text/html', page],
  '/scenario.json': ['application/json', scenario],
  '/program.js': ['text/javascript', readFileSync(path.join(root, 'build/wasm/tests/bench/real_time_page.js'))],
};
const profile = mkdtempSync(path.join(tmpdir(), 'tenfold-'));
let browser;
const server = createServer(async (request, response) => {
  if (request.method !== 'POST') {
    const [type, body] = files[request.url] ?? ['text/plain', ''];
    response.writeHead(files[request.url] ? 200 : 404, { 'Content-Type': type }).end(body);
    return;
  }
  const chunks = await request.toArray();
  console.log(Buffer.concat(chunks).toString());
  response.end();
  browser.once('exit', () => rmSync(profile, { recursive: true, force: true }));
  browser.kill();
  server.close();
});
server.listen(0, '127.0.0.1', () => {
  browser = spawn(process.env.CHROMIUM ?? '/usr/bin/chromium', ['--headless', '--no-sandbox', '--disable-gpu',
    `--user-data-dir=${profile}`, `http://127.0.0.1:${server.address().port}/`], { stdio: 'ignore' });
});
