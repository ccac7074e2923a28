import { describe, expect, it } from '@jest/globals';
import { caseId } from '../testing/cases.ts';
import { firstRoute, localeOf, meetingOf, panelRoute, routeOfContext, themeOf } from './host.ts';
import { authorizeUrl, base64Url, challengeOf, readReturn } from './pkce.ts';
import { troubleOf } from './sign-in-error.ts';

const PENDING = { state: 's1', verifier: 'v', route: '#/inbox' };
const CONFIG = {
  clientId: 'client',
  scope: 'api://host/client/access_as_user',
  authority: 'https://login.microsoftonline.com/organizations',
  appId: 'app',
  sandbox: false,
  hostOrigins: [],
};

describe('proof key for code exchange', () => {
  it('gives the challenge of RFC 7636, appendix B', async () => {
    expect(await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    );
    expect(base64Url(new Uint8Array([251, 255, 254]))).toBe('-__-');
  });

  it('asks as Entra expects it', () => {
    const wish = { config: CONFIG, redirectUri: 'https://kaigi.example/tab/', state: 's1', challenge: 'c' };
    const url = new URL(authorizeUrl({ ...wish, loginHint: null, choose: true }));
    expect(url.origin + url.pathname).toBe('https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      scope: 'api://host/client/access_as_user openid profile offline_access',
      prompt: 'select_account',
    });
    const hinted = new URL(authorizeUrl({ ...wish, loginHint: 'a@b', choose: true }));
    expect(hinted.searchParams.get('login_hint')).toBe('a@b');
    expect(hinted.searchParams.has('prompt')).toBe(false);
  });

  it('takes only the answer to its own question', () => {
    expect(readReturn('', PENDING)).toEqual({ kind: 'none' });
    expect(readReturn('?code=c&state=s1', PENDING)).toEqual({ kind: 'code', code: 'c', pending: PENDING });
    expect(readReturn('?code=c&state=other', PENDING)).toEqual({ kind: 'strange' });
    expect(readReturn('?code=c&state=s1', null)).toEqual({ kind: 'strange' });
    expect(readReturn('?error=access_denied&state=s1', PENDING)).toEqual({ kind: 'refused', error: 'access_denied' });
  });
});

describe('a host', () => {
  it('says its theme and its language in its own words', () => {
    expect(['default', 'dark', 'contrast', 'glass', undefined].map(themeOf)).toEqual([
      'light',
      'dark',
      'contrast',
      'dark',
      'light',
    ]);
    expect(['ja-jp', 'ja', 'en-us', 'fr-fr', '', undefined].map(localeOf)).toEqual([
      'ja',
      'ja',
      'en',
      'en',
      'ja',
      'ja',
    ]);
  });

  it('leads to the case of a deep link, never to something else', () => {
    expect(routeOfContext({ id: 'inbox', subPageId: caseId(1) })).toBe(`#/cases/${caseId(1)}`);
    expect(routeOfContext({ id: 'register' })).toBe('#/register');
    expect(routeOfContext({ id: 'inbox', subPageId: '../../evil' })).toBe('#/inbox');
    expect(routeOfContext({ subPageId: `instructions/${caseId(1)}` })).toBe(`#/instructions/${caseId(1)}`);
    expect(routeOfContext({ subPageId: `drafting/${caseId(1)}` })).toBe(`#/drafting?instruction=${caseId(1)}`);
    expect(routeOfContext({ id: 'inbox', subPageId: 'instructions/../x' })).toBe('#/inbox');
    expect(routeOfContext({ id: 'inbox', subPageId: 'workday' })).toBe('#/workday');
    expect(routeOfContext({ subPageId: `workday/correct/${caseId(1)}` })).toBe(`#/workday/correct/${caseId(1)}`);
    expect(routeOfContext({ id: 'inbox', subPageId: 'workday/../x' })).toBe('#/inbox');
    expect(routeOfContext({ id: 'elsewhere' })).toBeNull();
  });

  it('leads to the page that a card of テレワーク・庶務 names', () => {
    const pages = ['workday', 'workday/sheet', 'workday/applications', 'workday/new?kind=REGISTRATION', 'presence'];
    for (const page of [...pages, 'confirmations', 'disaster', `disaster/${caseId(1)}?kind=muster`])
      expect(routeOfContext({ id: 'inbox', subPageId: page })).toBe(`#/${page}`);
    expect(routeOfContext({ id: 'inbox', subPageId: 'workday/new?kind=EVIL' })).toBe('#/inbox');
    expect(routeOfContext({ id: 'inbox', subPageId: 'telework/today' })).toBe('#/inbox');
  });

  it('begins at the deep link, but not over a case that a reload came back to', () => {
    const link = `#/cases/${caseId(1)}`;
    expect(firstRoute('', '#/inbox')).toBe('#/inbox');
    expect(firstRoute('#/inbox', link)).toBe(link);
    expect(firstRoute('#/drafted', '#/inbox')).toBeNull();
    expect(firstRoute(`#/cases/${caseId(2)}`, link)).toBeNull();
    expect(firstRoute('#/inbox', '#/workday/sheet')).toBe('#/workday/sheet');
    expect(firstRoute('', '#/workday')).toBe('#/workday');
    expect(firstRoute('#/workday/sheet?month=2026-11', '#/workday')).toBeNull();
    expect(firstRoute('', null)).toBeNull();
  });

  it('shows the side panel where a meeting is around the page, and takes what Teams tells of it', () => {
    const chat = { id: '19:meeting_x@thread.v2' };
    expect(panelRoute({ meeting: { id: 'm' }, chat })).toBe('#/panel?chat=19%3Ameeting_x%40thread.v2');
    expect(panelRoute({ chat })).toBeNull();
    const details = { title: '政策会議', scheduledStartTime: '2026-11-24T05:00:00Z', scheduledEndTime: 'いつか' };
    expect(meetingOf({ details })).toEqual({ title: '政策会議', startsAt: '2026-11-24T05:00:00.000Z', endsAt: null });
    for (const answer of [null, undefined, 'この操作はありません。', {}, { details: {} }])
      expect(meetingOf(answer)).toBeNull();
  });

  it.each([
    ['CancelledByUser', 'cancelled'],
    ['access_denied', 'cancelled'],
    ['resourceRequiresConsent', 'consent'],
    ['consent_required', 'consent'],
    ['invalid_grant', 'expired'],
    ['interaction_required', 'expired'],
    ['whatever', 'failed'],
  ])('means by %s that signing in %s', (code, trouble) => {
    expect(troubleOf(code)).toBe(trouble);
  });
});
