// npm start: serves the demo pages, made from the sources, and prints their address.
import './setup.mjs';

const { createServer } = await import('vite');
const server = await createServer({ server: { port: 5173 } });
await server.listen();
console.log(`\n  Demo: ${server.resolvedUrls.local[0]}demo/\n`);
