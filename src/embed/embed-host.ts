/**
 * For pages with iframes of embed.html: gives them the height of what is in them, and follows their links where a sandbox
 * keeps them from it. Without it a frame has the height that its tag says.
 *
 *     <script type="module" src="https://cdn.example.org/iom-widgets@1/embed-host.js"></script>
 */
interface Told {
  message?: unknown;
  value?: unknown;
}

/** Higher than any widget, lower than what could fill a visitor's memory. */
const highest = 30_000;

const frames = () => [...document.querySelectorAll<HTMLIFrameElement>('iframe.iom-frame')];

/** A sandbox without `allow-same-origin` has an origin of its own, which is written `null`. */
const isOpaque = ({ sandbox }: HTMLIFrameElement) => sandbox.length > 0 && !sandbox.contains('allow-same-origin');

addEventListener('message', ({ source, origin, data }: MessageEvent<Told | null>) => {
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame || origin !== (isOpaque(frame) ? 'null' : new URL(frame.src).origin)) return;
  const { message, value } = data ?? {};
  if (message === 'height' && Number(value) > 0) frame.style.height = `${Math.min(Number(value), highest)}px`;
  // Only where the visitor has just been in that frame.
  if (message === 'link' && document.activeElement === frame && /^https?:/.test(String(value))) {
    location.assign(String(value));
  }
});

// Frames that were there first have spoken already.
for (const frame of frames()) {
  frame.contentWindow?.postMessage({ message: 'ready' }, isOpaque(frame) ? '*' : new URL(frame.src).origin);
}
