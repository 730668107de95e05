/**
 * For pages with iframes of embed.html: gives them the height of what is in them, fires on each the events of the element
 * in it, and follows their links where a sandbox keeps them from it. Without it a frame has the height that its tag says.
 *
 *     <script type="module" src="https://cdn.example.org/iom-widgets@0.1/embed-host.js"></script>
 *
 * A classic script works as well: nothing is imported, nothing exported, and no name is left in the page.
 */
(() => {
  interface FrameMessage {
    message?: unknown;
    value?: unknown;
    type?: unknown;
    detail?: unknown;
  }

  /** Higher than any widget, lower than what could fill a visitor's memory. */
  const maxHeight = 30_000;

  // Loaded twice, each event would be fired twice.
  const loaded = Symbol.for('iom-widgets/embed-host');
  if (loaded in window) return;
  Object.defineProperty(window, loaded, {});

  /** Looked for each time: consent tools, lazy loaders and routers add, exchange and move frames. */
  function* framesIn(root: ParentNode): Generator<HTMLIFrameElement> {
    yield* root.querySelectorAll<HTMLIFrameElement>('iframe.iom-frame');
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) yield* framesIn(shadowRoot);
  }

  addEventListener('message', ({ source, data }: MessageEvent<FrameMessage | null>) => {
    const { message, value, type, detail } = Object(data) as FrameMessage;
    if (!source || !['height', 'link'].includes(message as string)) return;
    // By its window, not by its address: a redirect leads to another one, and a frame held back has none.
    const frame = [...framesIn(document)].find(({ contentWindow }) => contentWindow === source);
    if (!frame) return;
    if (message === 'height') setHeight(frame, value);
    else follow(frame, value);
    // It does not bubble: what a frame says is not what the page's own elements say.
    if (/^iom-[a-z-]+$/.test(String(type))) frame.dispatchEvent(new CustomEvent(String(type), { detail }));
  });

  function setHeight(frame: HTMLIFrameElement, value: unknown) {
    if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) return;
    // Many pages have `* { box-sizing: border-box }`: the border a frame has of itself would cut off its last lines.
    const { boxSizing, paddingTop, paddingBottom } = getComputedStyle(frame);
    const border = frame.offsetHeight - frame.clientHeight;
    const around = boxSizing === 'border-box' ? border + parseFloat(paddingTop) + parseFloat(paddingBottom) : 0;
    frame.style.height = `${Math.min(value, maxHeight) + around}px`;
  }

  /** Only for a sandbox, and only where the visitor has just been in that frame. */
  function follow(frame: HTMLIFrameElement, value: unknown) {
    const { activeElement } = frame.getRootNode() as Document | ShadowRoot;
    if (frame.sandbox.length && activeElement === frame && /^https?:/.test(String(value))) {
      location.assign(String(value));
    }
  }

  // Frames that were there first have spoken already. That they are asked is no secret, wherever they have been led.
  for (const { contentWindow } of framesIn(document)) contentWindow?.postMessage({ message: 'ready' }, '*');
})();
