// What the development server must and must not give out.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { serve } from '../../web/serve.mjs';

const top = mkdtempSync(path.join(tmpdir(), 'tenfold-serve-'));
const site = path.join(top, 'site');
let server;
let address;

before(async () => {
  mkdirSync(path.join(site, 'lessons'), { recursive: true });
  writeFileSync(path.join(site, 'index.html'), 'the page');
  writeFileSync(path.join(site, 'lessons/index.html'), 'the lessons');
  writeFileSync(path.join(site, 'tenfold.wasm'), 'program');
  writeFileSync(path.join(top, 'secret.txt'), 'secret');
  mkdirSync(path.join(top, 'site-beside'));
  writeFileSync(path.join(top, 'site-beside/secret.txt'), 'secret');
  symlinkSync(path.join(top, 'secret.txt'), path.join(site, 'link.txt'));
  server = await serve(site, 0);
  address = `http://127.0.0.1:${server.address().port}`;
});
after(() => {
  server.close();
  rmSync(top, { recursive: true });
});

// The path goes out as it is; fetch() would tidy it first.
const rawStatus = (requestPath) => new Promise((resolve, reject) => {
  const socket = connect(server.address().port, '127.0.0.1');
  socket.on('error', reject).once('data', (data) => {
    resolve(Number(data.toString().split(' ')[1]));
    socket.destroy();
  });
  socket.write(`GET ${requestPath} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
});

test('a folder answers with its page', async () => {
  assert.equal(await (await fetch(`${address}/`)).text(), 'the page');
  assert.equal(await (await fetch(`${address}/?stage=3`)).text(), 'the page');
  const lessons = await fetch(`${address}/lessons`);
  assert.equal(await lessons.text(), 'the lessons');
  assert.equal(lessons.url, `${address}/lessons/`);
});

test('the program is sent as WebAssembly, and again only when it is another', async () => {
  const { headers } = await fetch(`${address}/tenfold.wasm`);
  assert.equal(headers.get('content-type'), 'application/wasm');
  assert.equal(headers.get('cache-control'), 'no-cache');
  const ask = (tag) => fetch(`${address}/tenfold.wasm`, { headers: { 'If-None-Match': tag } });
  assert.equal((await ask(headers.get('etag'))).status, 304);
  assert.equal((await ask('"another"')).status, 200);
});

test('nothing outside the folder is given out', async () => {
  for (const way of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/link.txt', '/%00', '/%zz', '/nope',
    '/../site-beside/secret.txt']) {
    assert.equal(await rawStatus(way), 404, way);
  }
});

test('only this computer is listened to', () => assert.equal(server.address().address, '127.0.0.1'));

test('only reading is allowed', async () => {
  assert.equal((await fetch(`${address}/`, { method: 'POST' })).status, 405);
});
