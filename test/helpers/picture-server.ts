// A site with pictures on this machine, that answers each path as it is told.
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp, { type Sharp } from 'sharp';

export interface PictureServer {
  origin: string;
  /** What each path answers; exchange an entry, and it answers otherwise. */
  paths: Record<string, RequestListener>;
  /** What was asked for, with the headers. */
  asked: { path: string; headers: IncomingHttpHeaders }[];
  close: () => Promise<void>;
}

export async function servePictures(paths: PictureServer['paths'] = {}): Promise<PictureServer> {
  const asked: PictureServer['asked'] = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url!, headers: request.headers });
    const answer = paths[request.url!];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { origin, paths, asked, close };
}

/** Answers with these bytes, and with 304 to who has them. */
export const answer =
  (content: Buffer | string, headers: Record<string, string> = {}): RequestListener =>
  (request, response) => {
    const isKnown = headers.etag && request.headers['if-none-match'] === headers.etag;
    response.writeHead(isKnown ? 304 : 200, { 'content-type': 'image/jpeg', ...headers });
    response.end(isKnown ? undefined : content);
  };

/** A picture of one colour. */
export const plain = (width: number, height: number, background = '#0033a0'): Sharp =>
  sharp({ create: { width, height, channels: 4, background } });

/** What a camera makes, more or less: large shapes, smaller ones in them, and grain; 2 MB each as JPEG. */
export async function photographs(count: number): Promise<Buffer[]> {
  const [width, height] = [2400, 1600];
  const noise = async (across: number, sigma: number, opacity = 1) => {
    const about = { width: across, height: Math.round((across * 2) / 3), channels: 3 as const, background: '#000' };
    const grain = sharp({ create: { ...about, noise: { type: 'gaussian', mean: 128, sigma } } });
    return sharp(await grain.png().toBuffer())
      .resize(width, height, { kernel: 'cubic' })
      .ensureAlpha(opacity)
      .png({ compressionLevel: 0 })
      .toBuffer();
  };
  const layers = [await noise(24, 60, 0.5), await noise(90, 60, 0.25), await noise(width, 40, 0.25)];
  const scene = await sharp(await noise(6, 80))
    .composite(layers.map((input) => ({ input })))
    .png({ compressionLevel: 0 })
    .toBuffer();
  const shots: Buffer[] = [];
  for (let index = 0; index < count; index++) {
    shots.push(
      await sharp(scene)
        .modulate({ hue: index * 60 })
        .jpeg({ quality: 96 })
        .toBuffer(),
    );
  }
  return shots;
}
