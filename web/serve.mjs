// Serves a built site to this computer alone: `node web/serve.mjs <folder> [port]`. A browser asks each time whether
// what it has is still the last build, so what is seen is that, and nothing is sent twice. Tests import serve() and ask for port 0, any free one.
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const kTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

// The file a request path means, or null: nothing outside the folder, not even through a link.
async function fileFor(folder, requestPath) {
  try {
    const wanted = path.join(folder, decodeURIComponent(requestPath));
    const isFolder = (await stat(wanted)).isDirectory();
    if (isFolder && !requestPath.endsWith('/')) return { redirect: `${requestPath}/` };
    const file = await realpath(isFolder ? path.join(wanted, 'index.html') : wanted);
    return file.startsWith(folder + path.sep) ? { file } : null;
  } catch {
    return null;
  }
}

async function answer(folder, request, response) {
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const found = await fileFor(folder, request.url.replace(/[?#].*$/s, ''));
  if (!found) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
  } else if (found.redirect) {
    response.writeHead(308, { Location: found.redirect }).end();
  } else {
    const { size, mtimeMs } = await stat(found.file);
    const tag = `"${size}-${mtimeMs}"`;
    response.setHeader('ETag', tag);
    if (request.headers['if-none-match'] === tag) {
      response.writeHead(304).end();
      return;
    }
    const type = kTypes[path.extname(found.file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': size });
    if (request.method === 'HEAD') response.end();
    else createReadStream(found.file).on('error', () => response.destroy()).pipe(response);
  }
}

// Resolves to the listening server; its port is server.address().port.
export async function serve(folder, port) {
  const root = await realpath(folder);
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => response.destroy());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve(server));
  });
}

if (process.argv[1] && await realpath(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [folder = '.', port = process.env.TENFOLD_PORT ?? '8080'] = process.argv.slice(2);
  try {
    const server = await serve(folder, Number(port));
    console.log(`Tenfold is at http://localhost:${server.address().port}/ (Ctrl+C stops it)`);
  } catch (error) {
    const busy = error.code === 'EADDRINUSE';
    console.error(busy
      ? `Port ${port} is taken; choose another: TENFOLD_PORT=8081 cmake --workflow --preset serve`
      : `Cannot serve ${folder}: ${error.message}`);
    process.exitCode = 1;
  }
}
