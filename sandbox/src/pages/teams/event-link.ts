import type { Activity, Message } from '../window-api.ts';

export interface EventHandlers {
  /** The stream (re)started: what happened meanwhile must be fetched. */
  readonly onReady: () => void;
  readonly onMessage: (kind: 'added' | 'updated' | 'deleted', message: Message) => void;
  readonly onActivity: (activity: Activity | null) => void;
  readonly onTyping: () => void;
  readonly onChat: (state: { readonly installed: boolean; readonly blocked: boolean }) => void;
  readonly onConnection: (connected: boolean) => void;
}

const reconnectMilliseconds = 2_000;
const hiddenGraceMilliseconds = 15_000;
const hiddenPollMilliseconds = 5_000;

/**
 * Live news from the sandbox. A browser allows six connections to one origin over HTTP/1.1, shared by all its
 * windows; so a window nobody looks at gives its stream back and asks now and then instead.
 */
export function linkEvents(url: string, handlers: EventHandlers): void {
  let source: EventSource | null = null;
  let timer = 0;

  const connect = () => {
    source?.close();
    const stream = new EventSource(url);
    source = stream;
    listen(stream, handlers);
    stream.addEventListener('error', () => {
      handlers.onConnection(false);
      // The browser tries again by itself, except after an answer that was no stream.
      if (stream.readyState !== EventSource.CLOSED || source !== stream) return;
      timer = window.setTimeout(connect, reconnectMilliseconds);
    });
  };
  const release = () => {
    source?.close();
    source = null;
    handlers.onReady();
    timer = window.setTimeout(release, hiddenPollMilliseconds);
  };
  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    if (document.hidden) timer = window.setTimeout(release, hiddenGraceMilliseconds);
    else if (source === null || source.readyState === EventSource.CLOSED) connect();
  });
  connect();
}

function listen(stream: EventSource, handlers: EventHandlers): void {
  const on = <T>(name: string, handle: (data: T) => void) =>
    stream.addEventListener(name, (event: MessageEvent<string>) => handle(JSON.parse(event.data) as T));
  on('ready', () => {
    handlers.onConnection(true);
    handlers.onReady();
  });
  on<{ kind: 'added' | 'updated' | 'deleted'; message: Message }>('message', ({ kind, message }) =>
    handlers.onMessage(kind, message),
  );
  on<{ activity: Activity | null }>('activity', ({ activity }) => handlers.onActivity(activity));
  on('typing', () => handlers.onTyping());
  on<{ installed: boolean; blocked: boolean }>('chat', (state) => handlers.onChat(state));
}
