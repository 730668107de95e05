// npm start: serves the demo pages, made from the sources, and prints their address.
import { execFileSync } from 'node:child_process';
import './setup.mjs';

// The builder shows what the manifest says of each element.
execFileSync('npm', ['run', '--silent', 'manifest'], { stdio: ['ignore', 'ignore', 'inherit'] });

const { createServer } = await import('vite');
const server = await createServer({ server: { port: 5173 } });
await server.listen();
const [address] = server.resolvedUrls.local;
console.log(`\n  Demo:    ${address}demo/\n  Builder: ${address}demo/builder/index.html\n`);
