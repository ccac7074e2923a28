import { describe, expect, it } from '@jest/globals';
import { linkTarget } from './deep-link.ts';

const appId = '4b616967-6900-4000-8000-0000000000aa';
const entity = (context: string, app = appId) =>
  `https://teams.microsoft.com/l/entity/${app}/inbox?context=${encodeURIComponent(context)}`;

describe('a link pressed in the Teams window', () => {
  it('opens the tab at the case that a deep link names', () => {
    expect(linkTarget(entity('{"subEntityId":"case-1"}'), appId)).toEqual({
      kind: 'tab',
      entityId: 'inbox',
      subPageId: 'case-1',
    });
    expect(linkTarget(entity('{"subPageId":"case-2"}'), appId.toUpperCase())).toMatchObject({ subPageId: 'case-2' });
    expect(linkTarget(`https://teams.cloud.microsoft/l/entity/${appId}/inbox`, appId)).toMatchObject({
      kind: 'tab',
      subPageId: null,
    });
  });

  it.each(['not json', '5', 'null', '{"subEntityId":7}', '{"subEntityId":""}'])(
    'opens the tab without a case when its context is %s',
    (context) => {
      expect(linkTarget(entity(context), appId)).toEqual({ kind: 'tab', entityId: 'inbox', subPageId: null });
    },
  );

  it('survives a path that is not well encoded', () => {
    expect(linkTarget(`https://teams.microsoft.com/l/entity/${appId}/%E0%A4%A`, appId)).toMatchObject({ kind: 'tab' });
  });

  it('does not take another app, a meeting or a team for the tab', () => {
    expect(linkTarget(entity('{}', 'ffffffff-0000-4000-8000-000000000000'), appId)).toEqual({ kind: 'otherApp' });
    expect(linkTarget('https://teams.microsoft.com/l/meetup-join/1', appId)).toEqual({ kind: 'otherApp' });
  });

  it('opens the chat for a chat link', () => {
    expect(linkTarget('https://teams.microsoft.com/l/chat/0/0?users=28:x', appId)).toEqual({ kind: 'chat' });
  });

  it('leaves for an ordinary address', () => {
    expect(linkTarget('https://example.com/a?b=c', appId)).toEqual({
      kind: 'external',
      url: 'https://example.com/a?b=c',
    });
    expect(linkTarget('https://teams.microsoft.com.evil.example/l/entity/x/y', appId).kind).toBe('external');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'not a link', ''])('refuses %s', (link) => {
    expect(linkTarget(link, appId)).toEqual({ kind: 'refused' });
  });
});
