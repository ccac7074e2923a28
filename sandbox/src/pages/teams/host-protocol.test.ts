import { describe, expect, it } from '@jest/globals';
import { answerMessage, type HostRequest, readRequest, replyTo, type TabContext } from './host-protocol.ts';

const context: TabContext = {
  theme: 'dark',
  locale: 'ja',
  userObjectId: 'oid-1',
  userPrincipalName: 'section-head@minato.example',
  userDisplayName: '帆足 みちる',
  tenantId: 'tid-1',
  appId: 'app-1',
  entityId: 'inbox',
  subPageId: 'case-1',
  sessionId: 'session-1',
  meeting: null,
};
const ask = (func: string, ...args: unknown[]) => replyTo(request(func, args), context, 'ありません');

describe('a message from the frame', () => {
  it('is read when it has a number and a function', () => {
    expect(readRequest({ id: 3, uuid: 'u', uuidAsString: 'u', func: 'getContext' })).toEqual({
      id: 3,
      uuid: 'u',
      uuidAsString: 'u',
      func: 'getContext',
      args: [],
    });
  });

  it.each([null, 'text', 7, {}, { id: '3', func: 'x' }, { id: 3 }, { id: 3, func: 4 }])(
    'is passed over: %j',
    (data) => {
      expect(readRequest(data)).toBeNull();
    },
  );

  it('is answered under its own ids', () => {
    expect(answerMessage({ ...request('x', []), id: 9, uuid: 'a', uuidAsString: 'b' }, [1])).toEqual({
      id: 9,
      uuid: 'a',
      uuidAsString: 'b',
      args: [1],
      isPartialResponse: false,
    });
  });
});

describe('the host', () => {
  it('introduces itself as Teams in a browser', () => {
    const reply = ask('initialize', '2.58.0', 4, []);
    expect(reply).toMatchObject({ kind: 'answer', args: ['content', 'web', expect.any(String), '2.58.0'] });
    const [, , runtime] = reply.kind === 'answer' ? reply.args : [];
    expect(JSON.parse(String(runtime))).toMatchObject({ apiVersion: 4, isLegacyTeams: false });
  });

  it('tells the tab who looks at it, how, and at which case', () => {
    expect(ask('getContext')).toMatchObject({
      args: [
        {
          theme: 'dark',
          locale: 'ja-jp',
          userObjectId: 'oid-1',
          tid: 'tid-1',
          entityId: 'inbox',
          subEntityId: 'case-1',
        },
      ],
    });
  });

  it('gives no case when there is none', () => {
    const reply = replyTo(request('getContext', []), { ...context, subPageId: null }, '');
    expect(JSON.stringify(reply)).not.toContain('subEntityId');
  });

  it('fetches a token for the first resource asked for, or for the app', () => {
    expect(ask('authentication.getAuthToken', ['api://x'], null, true)).toEqual({ kind: 'token', resource: 'api://x' });
    expect(ask('authentication.getAuthToken')).toEqual({ kind: 'token', resource: null });
  });

  it('opens links and pages that the tab names', () => {
    expect(ask('executeDeepLink', 'https://example.com/')).toMatchObject({
      kind: 'openLink',
      link: 'https://example.com/',
    });
    expect(ask('pages.currentApp.navigateTo', { pageId: 'inbox', subPageId: 'case-2' })).toMatchObject({
      kind: 'openPage',
      entityId: 'inbox',
      subPageId: 'case-2',
    });
    expect(ask('pages.navigateToApp', { appId: 'a', webUrl: 'https://example.com/' })).toMatchObject({
      kind: 'openLink',
    });
  });

  it('hears whether the tab is ready or failed, and why', () => {
    expect(ask('appInitialization.success', '2.58.0')).toEqual({ kind: 'state', state: 'ready' });
    expect(ask('appInitialization.failure', 'AuthFailed', '期限切れ')).toEqual({
      kind: 'state',
      state: 'failed',
      reason: 'AuthFailed: 期限切れ',
    });
  });

  it('refuses nested sign-in in the envelope that the library waits for', () => {
    const reply = ask('nestedAppAuth.execute', '{"requestId":"r-1"}');
    const [, message] = reply.kind === 'answer' ? reply.args : [];
    expect(JSON.parse(String(message))).toMatchObject({
      messageType: 'NestedAppAuthResponse',
      requestId: 'r-1',
      success: false,
    });
  });

  it('answers what it does not know, so that the tab never waits for ever', () => {
    expect(ask('pages.navigateCrossDomain')).toEqual({ kind: 'answer', args: [false, 'ありません'] });
  });

  it('is a side panel where a meeting is around it, and tells of that meeting; elsewhere it refuses', () => {
    const meeting = {
      id: 'm-1',
      threadId: '19:meeting_x@thread.v2',
      subject: '政策会議',
      start: '2026-11-24',
      end: null,
    };
    const beside = (func: string) => replyTo(request(func, []), { ...context, meeting }, '');
    expect(beside('initialize')).toMatchObject({ args: ['sidePanel', 'web', expect.any(String), '2.58.0'] });
    expect(beside('getContext')).toMatchObject({
      args: [{ frameContext: 'sidePanel', meetingId: 'm-1', chatId: '19:meeting_x@thread.v2' }],
    });
    expect(beside('meeting.getMeetingDetails')).toMatchObject({
      args: [null, { details: { title: '政策会議', scheduledStartTime: '2026-11-24' } }],
    });
    expect(ask('meeting.getMeetingDetails')).toMatchObject({ args: [{ message: 'ありません' }, null] });
  });

  it('does not answer what expects no answer', () => {
    expect(ask('registerHandler', 'themeChange')).toEqual({ kind: 'silent' });
  });
});

function request(func: string, args: readonly unknown[]): HostRequest {
  return { id: 1, uuid: 'u', uuidAsString: 'u', func, args };
}
